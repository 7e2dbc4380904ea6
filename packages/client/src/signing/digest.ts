import { hmacSha256, sha256 } from "./sha256.ts";

/** The two digests that signing needs, as lower-case hexadecimal text. */
export interface Digest {
  sha256Hex(data: string | Uint8Array): string;
  hmacSha256Hex(key: string, data: string): string;
}

const hex = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
};

/** Digests in plain JavaScript: the same results everywhere, several times slower than Node's. */
export const portableDigest: Digest = {
  sha256Hex: (data) => hex(sha256(data)),
  hmacSha256Hex: (key, data) => hex(hmacSha256(key, data)),
};

/**
 * Node's own crypto where the runtime has it, reached without an import, so that a bundle for a browser or an
 * edge worker holds no reference to a Node module. The one-shot `hash` came with Node 20.12; a runtime that
 * imitates Node without it gets the plain JavaScript.
 */
function nativeDigest(): Digest | undefined {
  const crypto = globalThis.process?.getBuiltinModule?.("node:crypto");
  if (!crypto?.hash) return undefined;
  return {
    sha256Hex: (data) => crypto.hash("sha256", data, "hex"),
    hmacSha256Hex: (key, data) => crypto.createHmac("sha256", key).update(data).digest("hex"),
  };
}

/** The fastest digests that this runtime has. */
export const digest: Digest = nativeDigest() ?? portableDigest;
