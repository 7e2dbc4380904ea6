import { LineScanner } from "./line-scanner.ts";
import { HAR, type Layout, LIST, SEQUENCE, ValueScanner } from "./value-scanner.ts";

/** How a recording is written. */
export type Kind = "har" | "list" | "sequence" | "lines";

const LAYOUTS: Readonly<Record<Exclude<Kind, "lines">, Layout>> = {
  har: HAR,
  list: LIST,
  sequence: SEQUENCE,
};

export function createScanner(kind: Kind): LineScanner | ValueScanner {
  return kind === "lines" ? new LineScanner() : new ValueScanner(LAYOUTS[kind]);
}

/** Names in the outermost object that settle what it is. */
const DECISIVE: ReadonlySet<string> = new Set(['"log"', '"request"', '"response"']);

/** What is undecided after that many bytes: more of it tells nothing more. */
const ENOUGH = 4 * 1024 * 1024;

/** Strings, and strings that are not closed; what opens and closes; ends of lines. */
const TOKENS = /"(?:[^"\\\n]|\\.)*"(?<name>\s*:)?|["{}[\]\n]/g;

/** Tells how a recording is written by its beginning; `undefined`: more of it is needed. */
export function detect(head: Buffer, isAll: boolean): Kind | undefined {
  const text = head.toString("latin1").trimStart();
  if (text.startsWith("[")) return "list";
  if (text !== "" && !text.startsWith("{")) return "lines";
  const { name, isClosed, lines } = readOutermost(text);
  if (name === '"log"') return "har";
  if (isClosed) return lines === 0 ? "lines" : "sequence";
  if (name !== undefined && lines > 0) return "sequence";
  if (isAll) return "lines";
  if (head.length < ENOUGH) return undefined;
  return name === undefined ? "har" : "lines";
}

interface Outermost {
  /** The first decisive name in it. */
  readonly name: string | undefined;
  readonly isClosed: boolean;
  /** Line breaks within it. */
  readonly lines: number;
}

/** How much deeper a bracket leads. */
const STEPS: Readonly<Record<string, number>> = { "{": 1, "[": 1, "}": -1, "]": -1 };

const BROKEN_LINE: Outermost = { name: undefined, isClosed: true, lines: 0 };

function readOutermost(text: string): Outermost {
  let depth = 0;
  let lines = 0;
  let name: string | undefined;
  for (const { 0: token, index, groups } of text.matchAll(TOKENS)) {
    if (token === "\n") lines += 1;
    // A string that is not closed: its line is broken, or there is more of it.
    else if (token === '"')
      return text.includes("\n", index) ? BROKEN_LINE : { name, isClosed: false, lines };
    else depth += STEPS[token] ?? 0;
    if (depth === 1 && groups?.name !== undefined) name ??= decisiveIn(token);
    if (depth === 0) return { name, isClosed: true, lines };
  }
  return { name, isClosed: false, lines };
}

function decisiveIn(token: string): string | undefined {
  const name = token.slice(0, token.lastIndexOf('"') + 1);
  return DECISIVE.has(name) ? name : undefined;
}
