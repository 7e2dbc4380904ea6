import type { AccessKeys } from "./credentials.ts";
import { nativeDigest } from "./signing/digest.ts";
import { type SignableRequest, type SignOptions, sign } from "./signing/sign.ts";

/** Loaded only where the runtime has no hash of its own, which most have. */
const loadDigest = async () => nativeDigest ?? (await import("./signing/portable-digest.ts")).portableDigest;

/** Signs with the runtime's own hash, else with one in JavaScript. */
export const signed = async (request: SignableRequest, keys: AccessKeys, options: SignOptions) =>
  sign(await loadDigest(), request, keys, options);
