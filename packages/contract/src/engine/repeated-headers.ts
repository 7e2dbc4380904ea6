import { table } from "../../.build-validators/table.js";
import { say } from "../language/language.ts";
import { conflicting, type HeadersLike } from "./headers.ts";
import type { Origin } from "./places.ts";
import { add, type Report } from "./report.ts";
import type { KnownOperation } from "./route.ts";

/**
 * Warns of headers that the checks look at and that have several values: receivers differ in which one they take. The
 * values are not shown, since some are secret.
 */
export function checkRepeated(
  report: Report,
  side: "request" | "response",
  operation: KnownOperation,
  { id, status }: Origin,
  headers: HeadersLike,
): void {
  const names = side === "request" ? requestHeaders(operation) : ["content-type"];
  for (const name of conflicting(headers, names)) {
    const { language } = report;
    add(report, status === undefined ? id : `${id}.response.${status}`, {
      code: `${side}.header.repeated`,
      severity: "warning",
      pointer: `header/${name}`,
      schema: operation.pointer,
      expected: say(language, "query.repeated.expected"),
      actual: say(language, "query.repeated.actual"),
      message: say(language, `header.repeated.${side}`, { name }),
    });
  }
}

function requestHeaders({ authentication }: KnownOperation): string[] {
  const ways = table.authentication[authentication]!;
  return [
    "content-type",
    ...ways.flatMap(({ header, date }) => (date === undefined ? [header] : [header, date])),
  ];
}
