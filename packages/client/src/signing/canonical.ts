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

const decodeText = (text: string): string => text.replace(/%[\da-f]{2}/gi, decodeOctet);

const escapeText = (bytes: string): string => bytes.replace(/[^\w.~-]/g, escapeByte);

/** In a query, unlike in a path, a plus sign is a space: the vendor's clients send spaces so and sign `%20`. */
const settleText = (text: string): string => escapeText(decodeText(text.replaceAll("+", " ")));

/** Both parts of `name=value` decoded once and escaped again; the equals sign is there afterwards. */
function settlePair(pair: string): string {
  const [name = "", ...value] = pair.split("=");
  return `${settleText(name)}=${settleText(value.join("="))}`;
}

/** Text that settling leaves as it is: escaped are those bytes that have to be, in upper case. */
const settled = "[\\w.~-]*(?:%(?:[0189A-F][\\dA-F]|2[\\dA-CF]|3[A-F]|[46]0|5[B-E]|7[B-DF])[\\w.~-]*)*";
const settledQuery = new RegExp(`^\\?${settled}=${settled}(?:&${settled}=${settled})*$`);

/** Compares what two settled texts stand for: an escape sorts in front of everything, its byte mostly does not. */
function compare(a: string, b: string): number {
  const [x, y] = a.includes("%") || b.includes("%") ? [decodeText(a), decodeText(b)] : [a, b];
  return x < y ? -1 : Number(x > y);
}

/** By name, then by value. */
function comparePairs(a: string, b: string): number {
  const [ends, others] = [a.indexOf("="), b.indexOf("=")];
  return compare(a.slice(0, ends), b.slice(0, others)) || compare(a.slice(ends), b.slice(others));
}

/** `name=value` pairs sorted by name, then by value, both compared before escaping. */
export function canonicalQuery(search: string): string {
  if (search === "") return "";
  const pairs = search.slice(1).split("&");
  // Most queries are settled, and looking is much faster than writing them anew.
  const written = settledQuery.test(search) ? pairs : pairs.filter(Boolean).map(settlePair);
  return written.sort(comparePairs).join("&");
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
