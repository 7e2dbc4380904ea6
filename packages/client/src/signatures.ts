import type { AccessKeys } from "./credentials.ts";
import { nativeDigest } from "./signing/digest.ts";
import { type SignableRequest, type SignOptions, sign } from "./signing/sign.ts";

/** Signs a request with keys that were checked. */
export type Signer = (
  request: SignableRequest,
  keys: AccessKeys,
  options: SignOptions,
) => ReturnType<typeof sign>;

/** Signs with the runtime's own hash, else with one in JavaScript, which is loaded only where it has none. */
export async function loadSigner(): Promise<Signer> {
  const digest = nativeDigest ?? (await import("./signing/portable-digest.ts")).portableDigest;
  return (request, keys, options) => sign(digest, request, keys, options);
}
