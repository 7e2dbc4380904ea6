/**
 * The canonical request of the `SDK-HMAC-SHA256` signature: one spelling of a request that client and gateway
 * both arrive at, whatever spelling went over the wire.
 *
 * Paths and queries are taken from a parsed `URL`, so they are plain ASCII, their dot segments are resolved and
 * everything else that had to be is percent-encoded. One decoding therefore gives one character per byte of
 * UTF-8: comparing such strings compares code points, and a byte sequence that is not UTF-8 survives.
 */

const unreserved = /[\w.~-]/;

const escapeByte = (byte: string): string =>
  unreserved.test(byte) ? byte : `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;

const decodeOctet = (octet: string): string => String.fromCharCode(Number.parseInt(octet.slice(1), 16));

/** Each segment decoded once and escaped again, so an escaped slash stays escaped; always ends in a slash. */
export function canonicalPath(pathname: string): string {
  // Most paths need nothing of it, and looking is much faster than replacing.
  const path = /^[\w.~/-]*$/.test(pathname) ? pathname : escapePath(pathname);
  return path.endsWith("/") ? path : `${path}/`;
}

const escapePath = (pathname: string): string =>
  pathname.replace(/%[\da-f]{2}|[^\w.~/-]/gi, (spelt) =>
    escapeByte(spelt.length === 3 ? decodeOctet(spelt) : spelt),
  );

/** In a query, unlike in a path, a plus sign is a space: the vendor's clients send spaces so and sign `%20`. */
const decodeText = (text: string): string => text.replaceAll("+", " ").replace(/%[\da-f]{2}/gi, decodeOctet);

const escapeText = (bytes: string): string => bytes.replace(/[^\w.~-]/g, escapeByte);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** `name=value` pairs sorted by name, then by value, both compared before escaping. */
export function canonicalQuery(search: string): string {
  // Nothing, or one pair that needs no escape.
  if (/^$|^\?[\w.~-]+=[\w.~-]*$/.test(search)) return search.slice(1);
  const pairs: [name: string, value: string][] = [];
  for (const part of search.slice(1).split("&")) {
    if (part === "") continue;
    const end = part.indexOf("=");
    const name = end < 0 ? part : part.slice(0, end);
    const value = end < 0 ? "" : part.slice(end + 1);
    pairs.push([decodeText(name), decodeText(value)]);
  }
  pairs.sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]));
  return pairs.map(([name, value]) => `${escapeText(name)}=${escapeText(value)}`).join("&");
}

/** What the canonical request is made of; header names in lower case, values as they will be sent. */
export interface CanonicalParts {
  method: string;
  url: Pick<URL, "pathname" | "search">;
  headers: ReadonlyMap<string, string>;
  payloadHash: string;
}

/** The canonical request, and the names of the headers that it covers as they stand in `Authorization`. */
export function canonicalRequest({ method, url, headers, payloadHash }: CanonicalParts): {
  text: string;
  signedHeaders: string;
} {
  const names = [...headers.keys()].sort();
  const signedHeaders = names.join(";");
  let block = "";
  for (const name of names) block += `${name}:${headers.get(name)?.trim()}\n`;
  const path = canonicalPath(url.pathname);
  const query = canonicalQuery(url.search);
  const text = `${method.toUpperCase()}\n${path}\n${query}\n${block}\n${signedHeaders}\n${payloadHash}`;
  return { text, signedHeaders };
}
