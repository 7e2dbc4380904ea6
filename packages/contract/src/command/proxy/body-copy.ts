import { TooLong } from "../../engine/payload.ts";

/** Keeps what passes, up to a limit. */
export class BodyCopy {
  readonly #limit: number;
  #chunks: Uint8Array[] = [];
  /** Bytes that have passed. */
  length = 0;

  /** @param limit in bytes */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add(chunk: Uint8Array): void {
    this.length += chunk.byteLength;
    if (this.length <= this.#limit) this.#chunks.push(chunk);
    else this.#chunks = [];
  }

  /** Whether more has passed than is kept. */
  get isTooLong(): boolean {
    return this.length > this.#limit;
  }

  /** What has passed; undefined where that is nothing. */
  get bytes(): Uint8Array | TooLong | undefined {
    if (this.isTooLong) return new TooLong(this.#limit);
    return this.#chunks.length < 2 ? this.#chunks[0] : Buffer.concat(this.#chunks);
  }
}
