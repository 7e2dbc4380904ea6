/** Headers of a message: a `Headers` object, name–value pairs, or an object by name. Names are not case-sensitive. */
export type HeadersLike =
  | Iterable<readonly [name: string, value: string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** @param name In lower case. */
export function headerOf(headers: HeadersLike, name: string): string | undefined {
  const entries =
    Symbol.iterator in headers ? (headers as Iterable<readonly [string, string]>) : Object.entries(headers);
  for (const [key, value] of entries) {
    if (key.toLowerCase() === name && value !== undefined)
      return typeof value === "string" ? value : value.join(", ");
  }
  return undefined;
}

/** Whether a `Content-Type` is that media type; parameters such as `charset` do not matter. */
export function isMediaType(contentType: string, mediaType: string): boolean {
  const end = contentType.indexOf(";");
  return (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase() === mediaType;
}
