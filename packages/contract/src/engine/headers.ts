/** Headers of a message: a `Headers` object, name–value pairs, or an object by name. Names are not case-sensitive. */
export type HeadersLike =
  | Iterable<readonly [name: string, value: string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** @param name In lower case. */
export function headerOf(headers: HeadersLike, name: string): string | undefined {
  if (!(Symbol.iterator in headers)) return inObject(headers, name);
  // Asked last, since Node loads all of its fetch where the class is named.
  if (!Array.isArray(headers) && headers instanceof Headers) return headers.get(name) ?? undefined;
  return inPairs(headers as Iterable<readonly [string, string]>, name);
}

function inObject(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  name: string,
): string | undefined {
  for (const key of Object.keys(headers)) {
    const value = headers[key];
    if (value !== undefined && isName(key, name)) return typeof value === "string" ? value : value.join(", ");
  }
  return undefined;
}

function inPairs(pairs: Iterable<readonly [string, string]>, name: string): string | undefined {
  for (const [key, value] of pairs) {
    if (isName(key, name)) return value;
  }
  return undefined;
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
