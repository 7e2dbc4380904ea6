import { describe } from "../language/describe.ts";
import { say } from "../language/language.ts";
import type { Payload } from "../table.ts";
import { type HeadersLike, headerOf, isMediaType } from "./headers.ts";
import type { Origin } from "./places.ts";
import { add, type Report } from "./report.ts";

/**
 * Checks that a payload is announced as what it is. A request has to announce it; an answer need not, but must not
 * announce it as something else.
 *
 * @param pointer Of the request body or the answer in the description.
 */
export function checkContentType(
  report: Report,
  side: "request" | "response",
  { id, status }: Origin,
  pointer: string,
  { mediaType }: Payload,
  headers: HeadersLike,
): void {
  const found = headerOf(headers, "content-type");
  if (found === undefined ? side === "response" : isMediaType(found, mediaType)) return;
  const element = status === undefined ? id : `${id}.response.${status}`;
  const severity = side === "request" ? "error" : "warning";
  addContentType(report, { side, element, schema: `${pointer}/content`, severity }, mediaType, found);
}

interface Where {
  readonly side: "request" | "response";
  readonly element: string;
  readonly schema: string;
  readonly severity: "error" | "warning" | "note";
}

export function addContentType(
  report: Report,
  { side, element, schema, severity }: Where,
  expected: string,
  found: string | undefined,
): void {
  const { language } = report;
  const actual = found === undefined ? say(language, "header.missing") : describe(found, language);
  add(report, element, {
    code: `${side}.header.content-type`,
    severity,
    pointer: "header/content-type",
    schema,
    expected,
    actual,
    message: say(language, `header.${side}.contentType`, { expected, actual }),
  });
}
