/** The request signature alone, for those who send requests by their own means, and its older and newer variants. */
export type { AccessKeys } from "./credentials.ts";
export { ElbArgumentError, ElbConfigurationError, ElbError } from "./errors/base.ts";
export { credentialScope, derivedKey, type SigningScope } from "./signing/algorithms.ts";
export type { Digest } from "./signing/digest.ts";
export type { SignableRequest, SigningAlgorithm, SignOptions } from "./signing/sign.ts";
export { signRequest } from "./signing/sign-request.ts";
