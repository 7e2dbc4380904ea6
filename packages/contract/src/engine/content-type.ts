import type { Finding } from "../finding.ts";
import type { Payload } from "../table.ts";
import { type HeadersLike, headerOf, isMediaType } from "./headers.ts";

/**
 * Checks that a payload is announced as what it is. A request has to announce it; an answer need not, but must not
 * announce it as something else.
 *
 * @param pointer Of the request body or the answer in the description.
 */
export function checkContentType(
  side: "request" | "response",
  pointer: string,
  { mediaType }: Payload,
  headers: HeadersLike,
  findings: Finding[],
): void {
  const found = headerOf(headers, "content-type");
  if (found === undefined ? side === "response" : isMediaType(found, mediaType)) return;
  const actual = found === undefined ? "missing" : JSON.stringify(found);
  findings.push({
    code: `${side}.header.content-type`,
    severity: side === "request" ? "error" : "warning",
    pointer: "header/content-type",
    schema: `${pointer}/content`,
    expected: mediaType,
    actual,
    message: `The ${side} header Content-Type must be ${mediaType}, but is ${actual}.`,
  });
}
