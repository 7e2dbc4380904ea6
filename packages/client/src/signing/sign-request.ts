import { protocol } from "@elb-classic/spec/operations";
import { checkNames } from "../check.ts";
import { type AccessKeys, checkAccessKeys } from "../credentials.ts";
import { ElbArgumentError } from "../errors/base.ts";
import { canonicalRequest } from "./canonical.ts";
import { digest } from "./digest.ts";
import { isToken, listHeaders } from "./header-list.ts";

/** A request to sign, exactly as it will be sent. */
export interface SignableRequest {
  /** HTTP method, in either case. */
  method: string;
  /** Absolute URL with its query. A fragment is never sent, so it is not signed. */
  url: string | URL;
  /**
   * Headers to send, all of which are signed but hop-by-hop ones and `Authorization`. Do not hand in what the
   * runtime or a proxy rewrites (`User-Agent`, `Accept-Encoding`, `Content-Length`): the gateway would see
   * another value. `Host` is implied by the URL. `X-Sdk-Content-Sha256` stands for the hash of the body.
   */
  headers?: Iterable<readonly [name: string, value: string]> | Readonly<Record<string, string>>;
  /** The exact payload: text is sent as UTF-8. Default: no payload. */
  body?: string | Uint8Array | undefined;
}

export interface SignOptions {
  /** Time of signing. Default: the `X-Sdk-Date` header handed in, else now. */
  date?: Date;
}

const names = protocol.headers;
const basicDate = /^\d{8}T\d{6}Z$/;

/**
 * `2020-06-08T02:39:00.000Z` as `20200608T023900Z`; slices, since a regular expression costs thrice as much.
 * Empty for what is no time.
 */
const formatDate = (date: Date): string => {
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) return "";
  const iso = date.toISOString();
  const day = iso.slice(0, 4) + iso.slice(5, 7) + iso.slice(8, 10);
  return `${day}T${iso.slice(11, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}Z`;
};

/** The bytes to hash, unless they are of a kind that a runtime would send in a way of its own. */
function checkPayload(body: unknown = ""): string | Uint8Array {
  if (typeof body === "string" || body instanceof Uint8Array) return body;
  throw new ElbArgumentError("`body` must be text or a Uint8Array: exactly what is sent.");
}

function parseUrl(url: string | URL): URL {
  try {
    return new URL(url);
  } catch {
    throw new ElbArgumentError("The URL to sign is not absolute: give it with its scheme and host.");
  }
}

function dateToSign(date: Date | undefined, handedIn: string | undefined): string {
  const text = date === undefined ? (handedIn ?? formatDate(new Date())) : formatDate(date);
  if (basicDate.test(text)) return text;
  throw new ElbArgumentError(
    `The time to sign is none: give \`date\` as a valid Date, or ${names.date} as 20200608T023900Z, in UTC.`,
  );
}

/**
 * Signs a request with an access key (`SDK-HMAC-SHA256`) and returns the headers to send: those handed in,
 * plus `X-Sdk-Date`, `Authorization` and, for temporary keys, `X-Security-Token`. Synchronous; sends nothing.
 *
 * Send the request within 15 minutes, with the same URL, and sign afresh for each attempt.
 *
 * @throws {ElbConfigurationError} if a key is missing or contains white space
 * @throws {ElbArgumentError} if the URL is not absolute, or something else of the request cannot be signed
 */
export function signRequest(
  request: SignableRequest,
  keys: AccessKeys,
  options: SignOptions = {},
): { headers: Record<string, string> } {
  checkAccessKeys(keys);
  checkNames("signRequest", "option", options, ["date"]);
  const { method, url: given, headers: sent = {}, body } = Object(request) as SignableRequest;
  if (!isToken(method)) throw new ElbArgumentError("`method` must be the name of an HTTP method.");
  const url = parseUrl(given);
  const headers = listHeaders(sent);
  const date = dateToSign(options.date, headers.get(names.date));
  headers.set(names.date, date);
  if (keys.securityToken !== undefined) headers.set(names.securityToken, keys.securityToken);

  const { text, signedHeaders } = canonicalRequest({
    method,
    url,
    headers: headers.toSign(url.host),
    payloadHash: headers.get(names.contentSha256)?.trim() ?? digest.sha256Hex(checkPayload(body)),
  });
  const { algorithm } = protocol.signature;
  const stringToSign = `${algorithm}\n${date}\n${digest.sha256Hex(text)}`;
  const signature = digest.hmacSha256Hex(keys.sk, stringToSign);
  headers.set(
    names.authorization,
    `${algorithm} Access=${keys.ak}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  );
  return { headers: headers.toRecord() };
}
