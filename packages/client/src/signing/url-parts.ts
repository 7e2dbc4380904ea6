import { ElbArgumentError } from "../errors/base.ts";

export type UrlParts = Pick<URL, "host" | "pathname" | "search">;

/**
 * A URL that parsing leaves as it is: a lower-case name of letters (no number as its last label, which could be
 * an address in another spelling, no punycode to be checked), perhaps a port that is not the scheme's own, no escape
 * and no dot segment in its path, and nothing in its query that would have to be escaped.
 */
const ordinary =
  /^https:\/\/((?:(?!xn--)[a-z\d][a-z\d-]*\.)+(?!xn--)[a-z][a-z\d-]*(?::(?!443(?!\d))[1-9]\d{1,3})?)((?:\/(?!\.)[\w.~-]*)+)(\?[\w.~=&%+-]+)?$/;

/**
 * Host, path and query as they are sent. Parsing takes longer than hashing, so ordinary URLs are only matched.
 *
 * @throws {ElbArgumentError} unless `url` is absolute
 */
export function urlParts(url: string | URL): UrlParts {
  const match = typeof url === "string" && ordinary.exec(url);
  if (match) return { host: match[1] ?? "", pathname: match[2] ?? "", search: match[3] ?? "" };
  try {
    return new URL(url);
  } catch {
    throw new ElbArgumentError("The URL to sign is not absolute: give it with its scheme and host.");
  }
}
