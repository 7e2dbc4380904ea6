import { checkNames } from "../check.ts";
import { type AccessKeys, checkAccessKeys } from "../credentials.ts";
import { digest } from "./portable-digest.ts";
import { type SignableRequest, type SignOptions, sign } from "./sign.ts";

const optionNames = ["date", "algorithm", "signingHost"];

/**
 * Signs a request with an access key and returns the headers to send: those handed in, plus `X-Sdk-Date`,
 * `Authorization` and, for temporary keys, `X-Security-Token`. Synchronous; sends nothing.
 *
 * Send the request within 15 minutes, with the same URL, and sign afresh for each attempt.
 *
 * @throws {ElbConfigurationError} if a key is missing or contains white space
 * @throws {ElbArgumentError} if the URL is not absolute, the payload is longer than 12 MB, or something else of
 *   the request cannot be signed
 */
export function signRequest(
  request: SignableRequest,
  keys: AccessKeys,
  options: SignOptions = {},
): { headers: Record<string, string> } {
  checkAccessKeys(keys);
  checkNames("signRequest", "option", options, optionNames);
  return { headers: sign(digest, request, keys, options).headers };
}
