import { describe } from "../language/describe.ts";
import { say } from "../language/language.ts";
import type { Count } from "../table.ts";
import { type Origin, responseBody } from "./places.ts";
import { add, type Report } from "./report.ts";
import { queryOf } from "./route.ts";
import { childPointer, isObject } from "./values.ts";

/**
 * Checks that a list is as long as the answer says. With a query it may count more than it shows: whether that is so,
 * nobody has recorded.
 */
export function checkCount(
  report: Report,
  origin: Origin,
  { name, list, pointer }: Count,
  url: string,
  body: unknown,
): void {
  if (!isObject(body)) return;
  const count = body[name];
  const elements = body[list];
  const length = lengthOf(elements);
  if (typeof count !== "string" || length === undefined) return;
  if (/^\d+$/.test(count) && Number(count) === length) return;
  const { language } = report;
  const path = childPointer("", name);
  const expected = String(length);
  const actual = describe(count, language);
  const subject = responseBody.subject(language, path);
  add(report, responseBody.element(origin, path), {
    code: "response.count",
    severity: queryOf(url) === "" ? "warning" : "note",
    pointer: path,
    schema: pointer,
    expected,
    actual,
    message: say(language, "count", { subject, list: childPointer("", list), expected, actual }),
  });
}

/** An empty object stands for an empty list. */
function lengthOf(list: unknown): number | undefined {
  if (Array.isArray(list)) return list.length;
  return isObject(list) ? 0 : undefined;
}
