import type { SignatureHeader } from "./authorization-header.ts";
import type { Digest } from "./digest.ts";

const encoder = new TextEncoder();

/**
 * The key that a signature is made with: the secret itself, or what is derived from it and the scope
 * (auth-and-gateway.md, section 3).
 */
export function signingKey(
  { kind, accessKey, scope }: SignatureHeader,
  secret: string,
  digest: Digest,
): Uint8Array | string | Promise<Uint8Array | string> {
  if (kind === "plain") return secret;
  return kind === "scoped" ? chainedKey(secret, scope, digest) : derivedKey(accessKey, secret, scope, digest);
}

/** One link for each part of the scope, from the date to `sdk_request`. */
async function chainedKey(secret: string, scope: string, digest: Digest): Promise<Uint8Array | string> {
  let key: Uint8Array | string = `SDK${secret}`;
  for (const part of scope.split("/")) key = bytesOfHex(await digest.hmacSha256(key, part));
  return key;
}

/** HKDF (RFC 5869) of one block, since 32 bytes are asked for. The hex text of it is the key, not its bytes. */
async function derivedKey(salt: string, secret: string, info: string, digest: Digest): Promise<string> {
  const extracted = bytesOfHex(await digest.hmacSha256(salt, secret));
  return digest.hmacSha256(extracted, encoder.encode(`${info}\u0001`));
}

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );
}
