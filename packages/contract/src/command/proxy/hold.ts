import type { Readable } from "node:stream";

/** What becomes of a payload that is collected. */
export interface Holder {
  /** Told of each chunk. */
  passing(chunk: Uint8Array): void;
  /** All of it is there. */
  whole(chunks: readonly Uint8Array[]): void;
  /** It is longer than that: these came until now, and nothing is listened to any more. */
  overflow(chunks: readonly Uint8Array[]): void;
}

/**
 * Collects a payload before anything is done with it.
 * @param limit in bytes
 */
export function hold(stream: Readable, limit: number, { passing, whole, overflow }: Holder): void {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const onEnd = () => whole(chunks);
  const onData = (chunk: Uint8Array) => {
    passing(chunk);
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length <= limit) return;
    stream.off("data", onData).off("end", onEnd);
    overflow(chunks);
  };
  stream.on("data", onData).on("end", onEnd);
}

export function join(chunks: readonly Uint8Array[]): Uint8Array {
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}
