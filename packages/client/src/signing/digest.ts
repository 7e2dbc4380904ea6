/** The two digests that signing needs, as lower-case hexadecimal text. A string counts as its UTF-8 bytes. */
export interface Digest {
  sha256Hex(data: string | Uint8Array): string;
  hmacSha256Hex(key: string | Uint8Array, data: string): string;
}

const utf8 = new TextEncoder();

/** Size of a block of SHA-256, and of the key of an HMAC over it, in bytes. */
const block = 64;

type Hash = (data: string | Uint8Array, encoding: "hex" | "binary") => string;

/**
 * HMAC (RFC 2104) by two one-shot hashes: less than half the time of Node's own, which sets up an object each time.
 * The inner one comes as text of a character per byte, since a buffer takes twice as long to make. The padded key is
 * kept for the key used last, since a client signs with one; so are the two buffers, which nothing else can see between
 * two lines of a synchronous function.
 */
function hmacFrom(sha256: Hash) {
  let known: string | Uint8Array | undefined;
  let inner = new Uint8Array(block + 512);
  const outer = new Uint8Array(block + 32);
  const setKey = (key: string | Uint8Array): void => {
    let bytes = typeof key === "string" ? utf8.encode(key) : key;
    if (bytes.length > block) bytes = Uint8Array.from(sha256(bytes, "binary"), (byte) => byte.charCodeAt(0));
    for (let i = 0; i < block; i++) {
      inner[i] = (bytes[i] ?? 0) ^ 0x36;
      outer[i] = (bytes[i] ?? 0) ^ 0x5c;
    }
    // Bytes can be changed by their owner, so only a text is known again.
    known = typeof key === "string" ? key : undefined;
  };
  return (key: string | Uint8Array, data: string): string => {
    if (key !== known) setKey(key);
    // At most three bytes of UTF-8 for each unit of UTF-16.
    if (inner.length < block + data.length * 3) {
      const larger = new Uint8Array(block + data.length * 3);
      larger.set(inner.subarray(0, block));
      inner = larger;
    }
    const { written } = utf8.encodeInto(data, inner.subarray(block));
    const bytes = sha256(inner.subarray(0, block + written), "binary");
    for (let i = 0; i < bytes.length; i++) outer[block + i] = bytes.charCodeAt(i);
    return sha256(outer, "hex");
  };
}

/**
 * Node's own crypto where the runtime has it, reached without an import, so that a bundle for a browser or an
 * edge worker holds no reference to a Node module. The one-shot `hash` came with Node 20.12; a runtime that
 * imitates Node without it gets the plain JavaScript.
 */
function findNative(): Digest | undefined {
  const crypto = globalThis.process?.getBuiltinModule?.("node:crypto");
  if (!crypto?.hash) return undefined;
  const { hash } = crypto;
  return {
    sha256Hex: (data) => hash("sha256", data, "hex"),
    hmacSha256Hex: hmacFrom((data, encoding) => hash("sha256", data, encoding)),
  };
}

/** Absent where the runtime lends no synchronous hash. */
export const nativeDigest: Digest | undefined = findNative();
