/** The request signature alone, for those who send requests by their own means. */
export type { AccessKeys } from "./credentials.ts";
export { ElbArgumentError, ElbConfigurationError, ElbError } from "./errors/base.ts";
export { type SignableRequest, type SignOptions, signRequest } from "./signing/sign-request.ts";
