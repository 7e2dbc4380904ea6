import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { NotJson, TooLong } from "../../engine/payload.ts";

/** A payload in an encoding that is not known here. */
export class Unreadable {
  readonly encoding: string;

  constructor(encoding: string) {
    this.encoding = encoding;
  }
}

/** A payload as it can be checked. */
export type Payload = Uint8Array | TooLong | NotJson | Unreadable | undefined;

type Decoder = (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array;

const DECODERS: Readonly<Record<string, Decoder>> = {
  identity: (bytes) => bytes,
  gzip: gunzipSync,
  "x-gzip": gunzipSync,
  br: brotliDecompressSync,
  deflate: inflate,
};

/**
 * Undoes `Content-Encoding`, for the check alone.
 * @param limit of the result, in bytes
 */
export function decode(
  bytes: Uint8Array | TooLong | undefined,
  contentEncoding: string | undefined,
  limit: number,
): Payload {
  if (!contentEncoding || !(bytes instanceof Uint8Array)) return bytes;
  let decoded: Uint8Array = bytes;
  for (const encoding of contentEncoding.toLowerCase().split(",").reverse()) {
    const name = encoding.trim();
    if (!Object.hasOwn(DECODERS, name)) return new Unreadable(name);
    try {
      decoded = DECODERS[name]!(decoded, { maxOutputLength: limit });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return code === "ERR_BUFFER_TOO_LARGE" ? new TooLong(limit) : new NotJson({ key: "body.broken" });
    }
  }
  return decoded;
}

/** With the header of zlib, as HTTP has it, or without, as some servers have it. */
function inflate(bytes: Uint8Array, options: { maxOutputLength: number }): Uint8Array {
  const hasHeader = (bytes[0]! & 0x0f) === 8 && ((bytes[0]! << 8) | bytes[1]!) % 31 === 0;
  return hasHeader ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
}
