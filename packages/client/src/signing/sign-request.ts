import { protocol } from "@elb-classic/spec/operations";
import { type AccessKeys, checkAccessKeys } from "../credentials.ts";
import { ElbArgumentError } from "../errors/base.ts";
import { canonicalRequest } from "./canonical.ts";
import { digest } from "./digest.ts";

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

/** Never signed: they belong to one connection (RFC 9110, 7.6.1), or are what signing writes. */
const unsigned = new Set(
  "connection keep-alive proxy-authenticate proxy-authorization proxy-connection te trailer transfer-encoding upgrade authorization".split(
    " ",
  ),
);

const names = protocol.headers;
const basicDate = /^\d{8}T\d{6}Z$/;

/** `2020-06-08T02:39:00.000Z` as `20200608T023900Z`; slices, since a regular expression costs thrice as much. */
const formatDate = (date: Date): string => {
  const iso = date.toISOString();
  const day = iso.slice(0, 4) + iso.slice(5, 7) + iso.slice(8, 10);
  return `${day}T${iso.slice(11, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}Z`;
};

/** Headers as they will be sent, in the spelling of whoever gave them, to be found whatever the case. */
class HeaderList {
  readonly record: Record<string, string> = {};
  private readonly spellings = new Map<string, string>();

  add(name: string, value: string): void {
    if (!/^[!#$%&'*+.^`|~\w-]+$/.test(name) || !/^[\t\x20-\x7e]*$/.test(value)) {
      throw new ElbArgumentError(
        `Header ${JSON.stringify(name)} holds a character that cannot be signed reliably: use printable ASCII only.`,
      );
    }
    const known = this.get(name);
    if (known === undefined) this.set(name, value);
    else this.record[this.spellings.get(name.toLowerCase())!] = `${known}, ${value}`;
  }

  /** Replaces whatever stood under this name, its spelling included. */
  set(name: string, value: string): void {
    const key = name.toLowerCase();
    const replaced = this.spellings.get(key);
    if (replaced !== undefined) delete this.record[replaced];
    this.spellings.set(key, name);
    this.record[name] = value;
  }

  get(name: string): string | undefined {
    const spelling = this.spellings.get(name.toLowerCase());
    return spelling === undefined ? undefined : this.record[spelling];
  }

  /** What is signed, by lower-case name; `host` is, even if nobody hands it in. */
  toSign(host: string): Map<string, string> {
    const signed = new Map([["host", host]]);
    for (const [key, spelling] of this.spellings) {
      if (!unsigned.has(key)) signed.set(key, this.record[spelling]!);
    }
    return signed;
  }
}

function parseUrl(url: string | URL): URL {
  try {
    return new URL(url);
  } catch {
    throw new ElbArgumentError("The URL to sign is not absolute: give it with its scheme and host.");
  }
}

function dateToSign(date: Date | undefined, handedIn: string | undefined): string {
  if (date) return formatDate(date);
  if (handedIn === undefined) return formatDate(new Date());
  if (basicDate.test(handedIn)) return handedIn;
  throw new ElbArgumentError(`Header ${names.date} must have the form 20200608T023900Z, in UTC.`);
}

/**
 * Signs a request with an access key (`SDK-HMAC-SHA256`) and returns the headers to send: those handed in,
 * plus `X-Sdk-Date`, `Authorization` and, for temporary keys, `X-Security-Token`. Synchronous; sends nothing.
 *
 * Send the request within 15 minutes, with the same URL, and sign afresh for each attempt.
 *
 * @throws {ElbConfigurationError} if a key is missing or contains white space
 * @throws {ElbArgumentError} if the URL is not absolute, or a header cannot be signed
 */
export function signRequest(
  request: SignableRequest,
  keys: AccessKeys,
  options: SignOptions = {},
): { headers: Record<string, string> } {
  checkAccessKeys(keys);
  const url = parseUrl(request.url);
  const headers = new HeaderList();
  const given = request.headers ?? {};
  for (const [name, value] of Symbol.iterator in given ? given : Object.entries(given))
    headers.add(name, value);
  const date = dateToSign(options.date, headers.get(names.date));
  headers.set(names.date, date);
  if (keys.securityToken !== undefined) headers.set(names.securityToken, keys.securityToken);

  const { text, signedHeaders } = canonicalRequest({
    method: request.method,
    url,
    headers: headers.toSign(url.host),
    payloadHash: headers.get(names.contentSha256)?.trim() ?? digest.sha256Hex(request.body ?? ""),
  });
  const { algorithm } = protocol.signature;
  const stringToSign = `${algorithm}\n${date}\n${digest.sha256Hex(text)}`;
  const signature = digest.hmacSha256Hex(keys.sk, stringToSign);
  headers.set(
    names.authorization,
    `${algorithm} Access=${keys.ak}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  );
  return { headers: headers.record };
}
