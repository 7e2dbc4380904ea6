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

const BROKEN_LINE: Outermost = { name: undefined, isClosed: true, lines: 0 };

function readOutermost(text: string): Outermost {
  const open: string[] = [];
  let lines = 0;
  let name: string | undefined;
  for (const { 0: token, index, groups } of text.matchAll(TOKENS)) {
    if (isBrokenAt(text, index, open)) return BROKEN_LINE;
    if (token === "\n") lines += 1;
    // A string that is not closed: its line is broken, or there is more of it.
    else if (token === '"')
      return text.includes("\n", index) ? BROKEN_LINE : { name, isClosed: false, lines };
    else follow(open, token);
    if (open.length === 1 && groups?.name !== undefined) name ??= decisiveIn(token);
    if (open.length === 0) return { name, isClosed: true, lines };
    // Whatever comes now, nothing else begins so.
    if (name === '"log"') break;
  }
  return { name, isClosed: false, lines };
}

function follow(open: string[], token: string): void {
  if (token === "{" || token === "[") open.push(token);
  else if (token === "}" || token === "]") open.pop();
}

/** Whether a line begins with an object where none can be: the one before it was not closed. */
function isBrokenAt(text: string, index: number, open: readonly string[]): boolean {
  if (text[index] !== "\n" || text[index + 1] !== "{") return false;
  const before = /[^\s](?=\s*$)/.exec(text.slice(Math.max(0, index - LONGEST_GAP), index))?.[0];
  return before !== undefined && !(open.at(-1) === "[" ? ",[" : ":").includes(before);
}

/** White space before a line break that is looked back over. */
const LONGEST_GAP = 64;

function decisiveIn(token: string): string | undefined {
  const name = token.slice(0, token.lastIndexOf('"') + 1);
  return DECISIVE.has(name) ? name : undefined;
}
