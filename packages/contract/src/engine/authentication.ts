import { table } from "../../.build-validators/table.js";
import { orList } from "../language/describe.ts";
import { say } from "../language/language.ts";
import type { Authentication } from "../table.ts";
import { type HeadersLike, headerOf } from "./headers.ts";
import { add, type Report } from "./report.ts";
import type { KnownOperation } from "./route.ts";

/**
 * Notes that a request does not say who calls. That is no breach of its form: headers may be added on the way, and logs
 * often lack just these.
 */
export function checkAuthentication(
  report: Report,
  { id, authentication }: KnownOperation,
  headers: HeadersLike,
): void {
  const ways = table.authentication[authentication]!;
  if (ways.length === 0) return;
  const way = ways.find(({ header }) => headerOf(headers, header) !== undefined);
  if (way === undefined) addMissing(report, id, ways);
  else if (way.date !== undefined && headerOf(headers, way.date) === undefined) {
    addMissingDate(report, id, way, way.date);
  }
}

function addMissing(report: Report, id: string, ways: readonly Authentication[]): void {
  const { language } = report;
  const names = ways.map(({ title }) => title);
  const expected = orList(language, names);
  add(report, id, {
    code: "request.header.authentication",
    severity: "note",
    pointer: `header/${ways[0]!.header}`,
    schema: ways[0]!.pointer,
    expected,
    actual: say(language, "header.missing"),
    message: say(language, "header.authentication", { expected }),
  });
}

function addMissingDate(report: Report, id: string, way: Authentication, date: string): void {
  const { pointer, dateTitle: expected = date } = way;
  add(report, id, {
    code: "request.header.date",
    severity: "warning",
    pointer: `header/${date}`,
    schema: pointer,
    expected,
    actual: say(report.language, "header.missing"),
    message: say(report.language, "header.date", { expected }),
  });
}
