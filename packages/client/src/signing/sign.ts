import { protocol } from "@elb-classic/spec/operations";
import type { AccessKeys } from "../credentials.ts";
import { ElbArgumentError } from "../errors/base.ts";
import { basicDate } from "./basic-date.ts";
import { canonicalRequest } from "./canonical.ts";
import type { Digest } from "./digest.ts";
import { isToken, listHeaders } from "./header-list.ts";
import { isHost } from "./host.ts";
import { urlParts } from "./url-parts.ts";

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

/** Another algorithm than `SDK-HMAC-SHA256` with the plain secret: made by `derivedKey()` or `credentialScope()`. */
export interface SigningAlgorithm {
  /** First word of `Authorization`, and first line of what is signed. */
  readonly name: string;
  /** The access key as `Authorization` names it, and the signature. */
  sign(
    digest: Digest,
    keys: AccessKeys,
    date: string,
    requestHash: string,
  ): { credential: string; signature: string };
}

export interface SignOptions {
  /** Time of signing. Default: the `X-Sdk-Date` header handed in, else now. */
  date?: Date;
  /** Default: that of the keys, else `SDK-HMAC-SHA256` with the plain secret. */
  algorithm?: SigningAlgorithm;
  /**
   * Host, with its port where it is not the scheme's own, that the gateway sees where a proxy stands in between.
   * It is signed, but not among the headers to send. Default: the `Host` header handed in, else that of the URL.
   */
  signingHost?: string;
}

const names = protocol.headers;
const { algorithm: plainName, maxBodyBytes } = protocol.signature;

/** `SDK-HMAC-SHA256` with the secret as it is. */
const plain: SigningAlgorithm = {
  name: plainName,
  sign: (digest, { ak, sk }, date, requestHash) => ({
    credential: `Access=${ak}`,
    signature: digest.hmacSha256Hex(sk, `${plainName}\n${date}\n${requestHash}`),
  }),
};

const emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** Whether a payload is longer than a gateway takes with a signature; counted only where it may be. */
const isTooLong = (body: string | Uint8Array): boolean =>
  body.length * 3 > maxBodyBytes &&
  (typeof body === "string" ? new TextEncoder().encode(body) : body).length > maxBodyBytes;

/** The bytes to hash, unless they are too many or of a kind that a runtime would send in a way of its own. */
function checkPayload(body: unknown = ""): string | Uint8Array {
  if (typeof body !== "string" && !(body instanceof Uint8Array)) {
    throw new ElbArgumentError("`body` must be text or a Uint8Array: exactly what is sent.");
  }
  if (isTooLong(body)) {
    throw new ElbArgumentError(
      `The payload is longer than ${maxBodyBytes >> 20} MB, which no request signed with an access key may be: use a token.`,
    );
  }
  return body;
}

function dateToSign(date: Date | undefined, handedIn: string | undefined): string {
  if (date === undefined && handedIn === undefined) return basicDate(Date.now());
  const text = date === undefined ? handedIn : basicDate(date instanceof Date ? date.getTime() : Number.NaN);
  if (text && /^\d{8}T\d{6}Z$/.test(text)) return text;
  throw new ElbArgumentError(
    `The time to sign is none: give \`date\` as a valid Date, or ${names.date} as 20200608T023900Z, in UTC.`,
  );
}

function checkHost(signingHost: string): string {
  if (isHost(signingHost)) return signingHost;
  throw new ElbArgumentError("`signingHost` must be a host, with a port if need be, and nothing else.");
}

function checkAlgorithm(algorithm: SigningAlgorithm): void {
  if (typeof algorithm?.sign !== "function") {
    throw new ElbArgumentError("`algorithm` must come from derivedKey() or credentialScope().");
  }
}

/**
 * What `signRequest` does, with the digests of the caller's choice and keys and options that were checked; tells the
 * canonical request besides.
 */
export function sign(
  digest: Digest,
  request: SignableRequest,
  keys: AccessKeys,
  options: SignOptions = {},
): { headers: Record<string, string>; canonical: string } {
  const { method, url: given, headers: sent = {}, body } = Object(request) as SignableRequest;
  if (!isToken(method)) throw new ElbArgumentError("`method` must be the name of an HTTP method.");
  const url = urlParts(given);
  const headers = listHeaders(sent);
  const date = dateToSign(options.date, headers.get(names.date));
  headers.set(names.date, date);
  if (keys.securityToken !== undefined) headers.set(names.securityToken, keys.securityToken);

  const payload = checkPayload(body);
  const toSign = headers.toSign(url.host);
  if (options.signingHost !== undefined) toSign.set("host", checkHost(options.signingHost));
  const { text, signedHeaders } = canonicalRequest({
    method,
    url,
    headers: toSign,
    payloadHash:
      headers.get(names.contentSha256)?.trim() ?? (payload === "" ? emptyHash : digest.sha256Hex(payload)),
  });
  const { algorithm = keys.algorithm ?? plain } = options;
  checkAlgorithm(algorithm);
  const { credential, signature } = algorithm.sign(digest, keys, date, digest.sha256Hex(text));
  headers.set(
    names.authorization,
    `${algorithm.name} ${credential}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  );
  return { headers: headers.toRecord(), canonical: text };
}
