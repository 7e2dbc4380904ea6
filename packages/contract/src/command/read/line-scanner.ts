import { tooLong } from "./too-long.ts";
import type { Scanned } from "./value-scanner.ts";

const { constants } = process.getBuiltinModule("node:buffer");

const NEWLINE = 0x0a;
const SPACE = 0x20;

/** Cuts a file into its lines. Those with nothing but white space are left out. */
export class LineScanner {
  readonly #longest: number;
  #pieces: Buffer[] = [];
  #length = 0;
  #offset = 0;
  #line = 1;

  /** @param longest Bytes of the longest line that is cut out. Default: what a string of Node can hold. */
  constructor(longest: number = constants.MAX_STRING_LENGTH) {
    this.#longest = longest;
  }

  scan(chunk: Buffer): Scanned[] {
    const scanned: Scanned[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.#keep(chunk.subarray(start, end));
      this.#finish(scanned);
      this.#offset += 1;
      this.#line += 1;
      start = end + 1;
    }
    // The rest is copied, since the chunk may be written to again.
    this.#keep(Buffer.from(chunk.subarray(start)));
    return scanned;
  }

  /** The last line, where no line break ends it. */
  end(): Scanned[] {
    const scanned: Scanned[] = [];
    this.#finish(scanned);
    return scanned;
  }

  #keep(piece: Buffer): void {
    this.#length += piece.length;
    if (this.#length > this.#longest) this.#pieces = [];
    else if (piece.length > 0) this.#pieces.push(piece);
  }

  #finish(scanned: Scanned[]): void {
    const where = { index: this.#line, offset: this.#offset, line: this.#line };
    const bytes = this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces);
    if (this.#length > this.#longest) scanned.push(tooLong(where, this.#longest));
    else if (bytes.some((byte) => byte > SPACE)) scanned.push({ ...where, bytes });
    this.#offset += this.#length;
    this.#pieces = [];
    this.#length = 0;
  }
}
