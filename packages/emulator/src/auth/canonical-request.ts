import { decodeToBytes, escapeBytes } from "./escape.ts";

/** What a signature covers. */
export interface SignedParts {
  readonly method: string;
  readonly url: URL;
  /** The value of a request header by its lower-case name, trimmed; empty where the request has none. */
  readonly header: (name: string) => string;
  readonly signedHeaders: readonly string[];
  readonly payloadHash: string;
}

/** The six lines of the canonical request (auth-and-gateway.md, section 3). */
export function canonicalRequest(parts: SignedParts): string {
  const names = [...parts.signedHeaders].sort();
  const headers = names.map((name) => `${name}:${parts.header(name)}\n`).join("");
  return [
    parts.method.toUpperCase(),
    canonicalPath(parts.url.pathname),
    canonicalQuery(parts.url.search),
    headers,
    names.join(";"),
    parts.payloadHash,
  ].join("\n");
}

/** Paths that escaping leaves as they are, which is nearly all. */
const UNRESERVED = /^[A-Za-z0-9\-._~/]*$/;

/** Line 2: each segment decoded once and escaped again, with a slash at the end. */
export function canonicalPath(path: string): string {
  const escaped = UNRESERVED.test(path)
    ? path
    : path
        .split("/")
        .map((segment) => escapeBytes(decodeToBytes(segment)))
        .join("/");
  return escaped.endsWith("/") ? escaped : `${escaped}/`;
}

/**
 * Line 3: sorted by name, then by value, before escaping; a bare name counts as an empty value. A plus sign stands for
 * a space, as in forms: what the vendor's SDKs sign is the value that they were given, and what axios and Go's
 * `net/url` then send for a space in it is `+`.
 */
export function canonicalQuery(search: string): string {
  if (search === "") return "";
  const pairs = search
    .replace(/^\?/, "")
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [name = "", ...rest] = pair.split("=");
      return [decodeFormText(name), decodeFormText(rest.join("="))] as const;
    });
  pairs.sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]));
  return pairs.map(([name, value]) => `${escapeBytes(name)}=${escapeBytes(value)}`).join("&");
}

function decodeFormText(text: string): string {
  return decodeToBytes(text.replaceAll("+", " "));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
