/**
 * Headers of a message: a `Headers` object, name–value pairs, or an object by name. Names are not case-sensitive. What is
 * null or undefined is not there.
 */
export type HeadersLike =
  | Iterable<readonly [name: string, value: string]>
  | Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

/** The headers of a message, `undefined` where it has none: a log can say `null` or more of that kind. */
export function headersIn(headers: HeadersLike | undefined): HeadersLike | undefined {
  return typeof headers === "object" && headers !== null ? headers : undefined;
}

/** @param name In lower case. */
export function headerOf(headers: HeadersLike, name: string): string | undefined {
  const [first] = valuesOf(headers, name);
  return first;
}

/** Names of those that have several values that differ. A `Headers` object has joined them, and has none. */
export function conflicting(headers: HeadersLike, names: readonly string[]): string[] {
  return names.filter((name) => new Set(valuesOf(headers, name)).size > 1);
}

function valuesOf(headers: HeadersLike, name: string): string[] {
  if (!(Symbol.iterator in headers)) return inObject(headers, name);
  // Asked last, since Node loads all of its fetch where the class is named.
  if (!Array.isArray(headers) && headers instanceof Headers) return textsOf(headers.get(name));
  return inPairs(headers as Iterable<readonly [string, string]>, name);
}

function inObject(headers: Exclude<HeadersLike, Iterable<unknown>>, name: string): string[] {
  const values: string[] = [];
  for (const key of Object.keys(headers)) {
    if (isName(key, name)) values.push(...textsOf(headers[key]));
  }
  return values;
}

function inPairs(pairs: Iterable<readonly [string, string]>, name: string): string[] {
  const values: string[] = [];
  for (const [key, value] of pairs) {
    if (isName(key, name)) values.push(...textsOf(value));
  }
  return values;
}

/** Logs can hold anything, whatever the types say. */
function textsOf(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function isName(key: string, name: string): boolean {
  return key.length === name.length && (key === name || key.toLowerCase() === name);
}

/** Whether a `Content-Type` is that media type; parameters such as `charset` do not matter. */
export function isMediaType(contentType: string, mediaType: string): boolean {
  if (contentType === mediaType) return true;
  const end = contentType.indexOf(";");
  return (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase() === mediaType;
}
