import { tooLong } from "./too-long.ts";

const { constants } = process.getBuiltinModule("node:buffer");

/** A JSON value as it stands in the file, not read yet, or a place where there is none. */
export type Scanned = Slice | Fault;

export interface Slice {
  readonly bytes: Buffer;
  readonly message?: undefined;
  /** From 1. */
  readonly index: number;
  /** Of its first byte, from 0. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
}

export interface Fault {
  readonly bytes?: undefined;
  /** Of the value in which it is, from 1. */
  readonly index?: number;
  readonly offset: number;
  readonly line: number;
  /** One sentence that says what is wrong there. */
  readonly message: string;
  /** What there is of a value that the end of the file cuts off. */
  readonly cut?: Buffer;
}

/** Where the values are. */
export interface Layout {
  /** Names that lead from the outermost object to the list of values. */
  readonly path: readonly string[];
  /** Whether they are in a list, or follow each other without one. */
  readonly list: boolean;
}

export const HAR: Layout = { path: ["log", "entries"], list: true };
export const LIST: Layout = { path: [], list: true };
export const SEQUENCE: Layout = { path: [], list: false };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const SPACE = 0x20;

/** Marks the bytes that mean something in a string, and between strings. */
const IN_STRING = marked(QUOTE, BACKSLASH, NEWLINE);
const IN_STRUCTURE = marked(QUOTE, NEWLINE, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT);

/** How much deeper a bracket leads. */
const STEPS = new Int8Array(256);
STEPS[OPEN_OBJECT] = STEPS[OPEN_LIST] = 1;
STEPS[CLOSE_OBJECT] = STEPS[CLOSE_LIST] = -1;

function marked(...bytes: readonly number[]): Uint8Array {
  const marks = new Uint8Array(256);
  for (const byte of bytes) marks[byte] = 1;
  return marks;
}

/** Longer names lead nowhere. */
const LONGEST_NAME = 64;

/** How far a run through nested JSON has come. */
interface Skimmed {
  /** Brackets that are open, 0 where nothing is skimmed. */
  open: number;
  inString: boolean;
  escaped: boolean;
  line: number;
}

/** Runs to the end of what is open, or of the chunk. Nearly all bytes of a file pass here. */
function skim(state: Skimmed, chunk: Buffer, from: number): number {
  const end = chunk.length;
  let { open, inString, escaped, line } = state;
  let index = from;
  while (index < end && open > 0) {
    if (escaped) index += 1;
    escaped = false;
    index = nextMark(inString ? IN_STRING : IN_STRUCTURE, chunk, index, end);
    if (index === end) break;
    const byte = chunk[index]!;
    index += 1;
    if (byte === QUOTE) inString = !inString;
    else if (byte === BACKSLASH) escaped = true;
    else if (byte !== NEWLINE) open += STEPS[byte]!;
    else {
      line += 1;
      // No string has a line break in it: one that was not closed ends here, so that the rest can still be told.
      inString = false;
    }
  }
  state.open = open;
  state.inString = inString;
  state.escaped = escaped;
  state.line = line;
  return index;
}

function nextMark(marks: Uint8Array, chunk: Buffer, from: number, end: number): number {
  let index = from;
  while (index < end && marks[chunk[index]!] === 0) index += 1;
  return index;
}

/**
 * Cuts values out of JSON that is too long to be read at once. It only tells strings from brackets, by which it knows how
 * deep it is. What a value holds is for `JSON.parse` to say.
 */
export class ValueScanner {
  readonly #path: readonly string[];
  /** Depth at which the values are. */
  readonly #base: number;
  readonly #isList: boolean;
  readonly #longest: number;
  #found: boolean;

  /** Brackets that are open on the way to the values. All that leads elsewhere is skimmed. */
  #depth = 0;
  /** The string that came last. */
  #name: number[] = [];
  /** Whether that string is the name of what comes next, and leads to the values. */
  #isOnWay = false;
  /** Whether nothing has come since a comma. */
  #afterComma = false;
  /** Within a stretch that is no value, which is reported once. */
  #inJunk = false;

  readonly #skimmed: Skimmed = { open: 0, inString: false, escaped: false, line: 1 };
  /** Where the value begins that is being skimmed, if it is one. */
  #value: { readonly index: number; readonly offset: number; readonly line: number } | undefined;
  /** The bracket that it begins with. */
  #opening = 0;
  #pieces: Buffer[] = [];
  #length = 0;

  #offset = 0;
  #index = 0;

  /** @param longest Bytes of the longest value that is cut out. Default: what a string of Node can hold. */
  constructor({ path, list }: Layout, longest: number = constants.MAX_STRING_LENGTH) {
    this.#path = path;
    this.#base = path.length + (list ? 1 : 0);
    this.#isList = list;
    this.#longest = longest;
    this.#found = this.#base === 0;
  }

  /** Whether the place was found where values can be. */
  get found(): boolean {
    return this.#found;
  }

  /** Takes the next bytes, and gives the values that end in them. They share memory with the bytes, and nothing else does. */
  scan(chunk: Buffer): Scanned[] {
    const scanned: Scanned[] = [];
    let index = 0;
    while (index < chunk.length) {
      if (this.#skimmed.open > 0) index = this.#skim(chunk, index, scanned);
      else if (this.#skimmed.inString) index = this.#readName(chunk, index);
      else index = this.#step(chunk, index, scanned);
    }
    this.#offset += chunk.length;
    return scanned;
  }

  /** Says what the end of the file cut off. */
  end(): Fault[] {
    if (this.#value !== undefined) {
      return [
        { ...this.#value, message: "The file ends within this entry.", cut: Buffer.concat(this.#pieces) },
      ];
    }
    if (this.#depth === 0 && this.#skimmed.open === 0 && !this.#skimmed.inString) return [];
    return [
      { offset: this.#offset, line: this.#skimmed.line, message: "The file ends before its JSON does." },
    ];
  }

  /** Takes a byte on the way to the values or between them. */
  #step(chunk: Buffer, index: number, scanned: Scanned[]): number {
    const byte = chunk[index]!;
    if (byte === NEWLINE) this.#skimmed.line += 1;
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) return this.#open(chunk, index, scanned);
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) this.#close(byte, index, scanned);
    else if (byte === COLON) this.#isOnWay = this.#isName(this.#path[this.#depth - 1]);
    else if (byte === COMMA) this.#passComma();
    else if (byte > SPACE) this.#beginOther(byte, index, scanned);
    return index + 1;
  }

  #passComma(): void {
    this.#isOnWay = this.#inJunk = false;
    this.#afterComma = true;
  }

  /** What closes nothing is passed over: to follow it would lose all that comes behind. */
  #close(byte: number, index: number, scanned: Scanned[]): void {
    this.#afterComma = false;
    const closing = this.#isList && this.#depth === this.#base ? CLOSE_LIST : CLOSE_OBJECT;
    if (this.#depth > 0 && byte === closing) {
      this.#depth -= 1;
      return;
    }
    if (!this.#inJunk) scanned.push({ ...this.#at(index), message: "This bracket closes nothing." });
    this.#inJunk = true;
  }

  #at(index: number): { readonly offset: number; readonly line: number } {
    return { offset: this.#offset + index, line: this.#skimmed.line };
  }

  #open(chunk: Buffer, index: number, scanned: Scanned[]): number {
    const isMisplaced = this.#afterComma && this.#depth !== this.#base;
    this.#afterComma = false;
    if (isMisplaced) this.#comeBack(index, scanned);
    if (this.#depth === this.#base) {
      this.#index += 1;
      this.#inJunk = false;
      this.#value = { index: this.#index, ...this.#at(index) };
      this.#opening = chunk[index]!;
    } else if (!isMisplaced && this.#leadsOn(chunk[index]!)) {
      this.#depth += 1;
      this.#isOnWay = false;
      this.#found ||= this.#depth === this.#base;
      return index + 1;
    }
    this.#skimmed.open = 1;
    return this.#skim(chunk, index + 1, scanned, index);
  }

  /** No object has an object right after a comma: the list was closed too early, and goes on here. */
  #comeBack(index: number, scanned: Scanned[]): void {
    if (!this.#found) {
      scanned.push({ ...this.#at(index), message: "This is not JSON." });
      return;
    }
    const message = "This stands behind the end of the list.";
    scanned.push({ ...this.#at(index), index: this.#index + 1, message });
    this.#depth = this.#base;
  }

  #leadsOn(byte: number): boolean {
    const isLast = this.#depth === this.#path.length;
    return (this.#depth === 0 || this.#isOnWay) && byte === (isLast ? OPEN_LIST : OPEN_OBJECT);
  }

  /** A string, or what is no JSON or no object: none of them belongs among the values, nor around everything. */
  #beginOther(byte: number, index: number, scanned: Scanned[]): void {
    this.#afterComma = false;
    if (byte === QUOTE) {
      this.#skimmed.inString = true;
      this.#name = [];
    }
    const isAmongValues = this.#depth === this.#base;
    if (this.#inJunk || !(isAmongValues || this.#depth === 0)) return;
    this.#inJunk = true;
    if (isAmongValues) this.#index += 1;
    const where = this.#at(index);
    scanned.push(
      isAmongValues
        ? { ...where, index: this.#index, message: "This is not an object." }
        : { ...where, message: "This is not JSON." },
    );
  }

  #isName(name: string | undefined): boolean {
    return name !== undefined && String.fromCharCode(...this.#name) === name;
  }

  #readName(chunk: Buffer, from: number): number {
    for (let index = from; index < chunk.length; index += 1) {
      const byte = chunk[index]!;
      if (this.#skimmed.escaped) this.#skimmed.escaped = false;
      else if (byte === BACKSLASH) this.#skimmed.escaped = true;
      else if (byte === QUOTE || byte === NEWLINE) {
        this.#skimmed.inString = false;
        return byte === QUOTE ? index + 1 : index;
      }
      if (this.#name.length < LONGEST_NAME) this.#name.push(byte);
    }
    return chunk.length;
  }

  /** Runs to the end of what is open. */
  #skim(chunk: Buffer, from: number, scanned: Scanned[], start = from): number {
    const end = skim(this.#skimmed, chunk, from);
    if (this.#value !== undefined) this.#keep(chunk.subarray(start, end), scanned);
    return end;
  }

  #keep(piece: Buffer, scanned: Scanned[]): void {
    this.#length += piece.length;
    const isTooLong = this.#length > this.#longest;
    if (isTooLong) this.#pieces = [];
    else this.#pieces.push(this.#skimmed.open > 0 ? Buffer.from(piece) : piece);
    if (this.#skimmed.open > 0) return;
    const bytes = this.#pieces.length === 1 ? piece : Buffer.concat(this.#pieces);
    // An object that lacks a bracket has taken that of the list.
    if (this.#isList && this.#opening === OPEN_OBJECT && piece.at(-1) === CLOSE_LIST) this.#depth -= 1;
    scanned.push(isTooLong ? tooLong(this.#value!, this.#longest) : { ...this.#value!, bytes });
    this.#value = undefined;
    this.#pieces = [];
    this.#length = 0;
  }
}
