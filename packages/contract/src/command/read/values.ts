import type { Problem } from "../report/report.ts";
import { InputError } from "../usage.ts";
import { valuesBehind } from "./behind.ts";
import { createScanner, detect, type Kind } from "./detect.ts";
import type { Input } from "./input.ts";
import type { Scanned } from "./value-scanner.ts";

/** A recorded call that was not read yet. */
export interface RawValue {
  /** Good until the next batch is asked for. */
  readonly bytes: Buffer;
  readonly position: string;
  readonly line: number;
  readonly offset: number;
}

/** What an input holds, in its order: calls, and what could not be told apart. */
export type RawItem = RawValue | Problem;

export function isValue(item: RawItem): item is RawValue {
  return "bytes" in item;
}

/** Cuts an input into the calls that it holds, some at a time. */
export async function* readValues(input: Input): AsyncGenerator<RawItem[]> {
  try {
    yield* scanned(input);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    yield [{ position: input.name, place: { file: input.name }, message: error.message }];
  } finally {
    input.close();
  }
}

async function* scanned(input: Input): AsyncGenerator<RawItem[]> {
  const chunks = input.chunks()[Symbol.asyncIterator]();
  const { head, kind } = await readHead(chunks);
  const scanner = createScanner(kind);
  const toItem = itemOf(input.name, kind);
  yield scanner.scan(head).map(toItem);
  const failure = yield* rest(chunks, (chunk) => scanner.scan(chunk).map(toItem));
  yield scanner.end().flatMap((last) => withBehind(last, toItem(last)));
  if (failure !== undefined) throw failure;
  if ("found" in scanner && !scanner.found) {
    throw new InputError('This is JSON without the list "log.entries" that a HAR has.');
  }
}

/** Where a value is cut off, it may have taken in others. */
function withBehind({ line, offset, ...found }: Scanned, item: RawItem): RawItem[] {
  if (found.bytes !== undefined || found.cut === undefined) return [item];
  return [item, ...valuesBehind({ bytes: found.cut, position: item.position, line, offset })];
}

/** What comes after the head. Gives the fault that ends it, so that what was read before is not lost. */
async function* rest(
  chunks: AsyncIterator<Buffer>,
  scan: (chunk: Buffer) => RawItem[],
): AsyncGenerator<RawItem[], unknown> {
  try {
    for (;;) {
      const { done, value } = await chunks.next();
      if (done === true) return undefined;
      yield scan(value);
    }
  } catch (error) {
    return error;
  } finally {
    await chunks.return?.();
  }
}

interface Head {
  readonly head: Buffer;
  readonly kind: Kind;
}

/** Reads as much as is needed to tell how the recording is written. @throws InputError */
async function readHead(chunks: AsyncIterator<Buffer>): Promise<Head> {
  let head: Buffer = Buffer.alloc(0);
  for (;;) {
    const { done, value } = await chunks.next();
    if (done !== true) head = Buffer.concat([head, value]);
    if (done === true && isBlank(head)) throw new InputError("There is nothing in it.");
    checkEncoding(head);
    const kind = detect(head, done === true);
    if (kind !== undefined) return { head, kind };
  }
}

const SPACE = 0x20;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function isBlank(head: Buffer): boolean {
  return head.every((byte) => byte <= SPACE);
}

/** @throws InputError */
function checkEncoding(head: Buffer): void {
  // White space takes the place of the mark, so that offsets stay what they are.
  if (head.subarray(0, 3).equals(BYTE_ORDER_MARK)) head.fill(SPACE, 0, 3);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) {
    throw new InputError("This is UTF-16. Save it as UTF-8.");
  }
}

function itemOf(file: string, kind: Kind): (scanned: Scanned) => RawItem {
  const what = kind === "lines" ? "line" : "entry";
  return ({ index, line, offset, ...found }) => {
    const position = index === undefined ? file : `${file}, ${what} ${index}`;
    if (found.bytes !== undefined) return { bytes: found.bytes, position, line, offset };
    return { position, place: { file, line, offset }, message: found.message };
  };
}
