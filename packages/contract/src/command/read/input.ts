import type { Io } from "../io.ts";
import { InputError } from "../usage.ts";

const { closeSync, fstatSync, openSync, readSync } = process.getBuiltinModule("node:fs");

/** How much is read at a time. */
const CHUNK = 256 * 1024;
/** How much is decompressed at a time: a thousand times as much can come out of it. */
const PIECE = 16 * 1024;

/** The bytes of an input, decompressed. */
export interface Input {
  /** As it is called in reports. */
  readonly name: string;
  /** In bytes as stored; `undefined` where it cannot be told. */
  readonly size: number | undefined;
  /** How many bytes were read, as stored. */
  readonly consumed: () => number;
  /** Each is good until the next is asked for. @throws InputError where the rest cannot be read. */
  chunks(): AsyncIterable<Buffer>;
  close(): void;
}

/** Opens a file, or standard input for `-`. @throws InputError */
export function openInput(file: string, io: Io): Input {
  let consumed = 0;
  async function* counted(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      consumed += chunk.length;
      yield chunk;
    }
  }
  const common = { consumed: () => consumed };
  if (file === "-") {
    const chunks = () => decompressed(counted(readStdin(io)));
    return { ...common, name: "stdin", size: undefined, chunks, close: () => undefined };
  }
  const { descriptor, size } = openFile(file);
  return {
    ...common,
    name: file,
    size,
    chunks: () => decompressed(counted(readFile(file, descriptor))),
    close: () => closeSync(descriptor),
  };
}

function openFile(file: string): { readonly descriptor: number; readonly size: number | undefined } {
  let descriptor: number;
  try {
    descriptor = openSync(file, "r");
  } catch (error) {
    throw unreadable(file, error);
  }
  const stats = fstatSync(descriptor);
  if (!stats.isDirectory()) return { descriptor, size: stats.isFile() ? stats.size : undefined };
  closeSync(descriptor);
  throw new InputError(`${file} is a folder. Name the files in it.`);
}

function unreadable(file: string, error: unknown): InputError {
  const { code = "unknown" } = error as NodeJS.ErrnoException;
  return new InputError(`${file} cannot be read (${code}).`);
}

/** Ends where the command is to stop, though more may come. */
async function* readStdin({ stdin, signal }: Io): AsyncGenerator<Buffer> {
  const stop = () => stdin.destroy();
  signal.addEventListener("abort", stop);
  try {
    yield* stdin as AsyncIterable<Buffer>;
  } catch (error) {
    if (!signal.aborted) throw unreadable("stdin", error);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** Blocks while it reads, which is faster than not to, and lets signals be heard after each piece. */
async function* readFile(file: string, descriptor: number): AsyncGenerator<Buffer> {
  const chunk = Buffer.allocUnsafeSlow(CHUNK);
  for (;;) {
    const length = readPiece(file, descriptor, chunk);
    if (length === 0) return;
    yield chunk.subarray(0, length);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function readPiece(file: string, descriptor: number, chunk: Buffer): number {
  try {
    return readSync(descriptor, chunk, 0, chunk.length, null);
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function* decompressed(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const head = await beginning(chunks);
  if (head === undefined) return;
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  const all = withHead(head, chunks);
  yield* isGzip ? gunzipped(all) : all;
}

/** The first bytes, at least two where there are as many. */
async function beginning(chunks: AsyncGenerator<Buffer>): Promise<Buffer | undefined> {
  let head: Buffer | undefined;
  while (head === undefined || head.length < 2) {
    const { done, value } = await chunks.next();
    if (done === true) return head;
    head = head === undefined ? value : Buffer.concat([head, value]);
  }
  return head;
}

async function* withHead(head: Buffer, chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* chunks;
}

/** Gives what could be decompressed before it says that the rest cannot be. */
async function* gunzipped(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = startGunzip();
  const fed = new Fed();
  let given = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      const piece = chunk.subarray(at, at + PIECE);
      const { output, error } = await gunzip.feed(piece);
      for (const data of output) given += data.length;
      yield* output;
      if (error !== undefined) {
        yield* lastOutput(fed, piece, given);
        throw notGzip(error);
      }
      fed.add(piece);
    }
  }
  const { output, error } = await gunzip.end();
  yield* output;
  if (error !== undefined) throw notGzip(error);
}

interface Gunzipped {
  readonly output: readonly Buffer[];
  readonly error: Error | undefined;
}

function startGunzip() {
  const { createGunzip } = process.getBuiltinModule("node:zlib");
  const gunzip = createGunzip();
  const ready: Buffer[] = [];
  gunzip.on("data", (data: Buffer) => ready.push(data));
  const failed = new Promise<Error>((resolve) => gunzip.once("error", resolve));
  const ended = new Promise<undefined>((resolve) => gunzip.once("end", () => resolve(undefined)));
  const outcome = async (done: Promise<undefined>): Promise<Gunzipped> => {
    const error = await Promise.race([failed, done]);
    return { output: ready.splice(0), error };
  };
  return {
    feed: (piece: Buffer) =>
      outcome(new Promise((resolve) => void gunzip.write(piece, () => resolve(undefined)))),
    end() {
      gunzip.end();
      return outcome(ended);
    },
  };
}

/** Remembers what was decompressed without a fault, as long as it is not too much. */
class Fed {
  /** `undefined`: it was too much. */
  pieces: Buffer[] | undefined = [];
  #size = 0;

  add(piece: Buffer): void {
    this.#size += piece.length;
    if (this.#size > MOST_FED) this.pieces = undefined;
    this.pieces?.push(Buffer.from(piece));
  }
}

/** In bytes, compressed. */
const MOST_FED = 16 * 1024 * 1024;

/** With an error, zlib keeps what it has just decompressed to itself: fed byte by byte, it gives all but that of the last. */
async function* lastOutput({ pieces }: Fed, broken: Buffer, given: number): AsyncGenerator<Buffer> {
  if (pieces === undefined) return;
  const gunzip = startGunzip();
  let skip = given;
  const bytes = Array.from(broken, (_, at) => broken.subarray(at, at + 1));
  for (const piece of [...pieces, ...bytes]) {
    const { output, error } = await gunzip.feed(piece);
    for (const data of output) {
      if (data.length > skip) yield data.subarray(skip);
      skip = Math.max(0, skip - data.length);
    }
    if (error !== undefined) return;
  }
}

function notGzip(error: Error): InputError {
  const { code } = error as NodeJS.ErrnoException;
  return new InputError(
    code === "Z_BUF_ERROR"
      ? "The compressed file ends before its content does."
      : `The compressed file is damaged (${code}).`,
  );
}
