import { type Digest, nativeDigest } from "./digest.ts";
import { hmacSha256, sha256 } from "./sha256.ts";

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

/** The fastest digests that this runtime has. */
export const digest: Digest = nativeDigest ?? portableDigest;
