import { type OperationId, table } from "../../.build-validators/table.js";
import { say } from "../language/language.ts";
import type { Operation, RoutePath } from "../table.ts";
import { add, type Report } from "./report.ts";
import { childPointer } from "./values.ts";
import { findPath } from "./walk.ts";

export type KnownOperation = Operation<OperationId>;

/** The operation that a message is about. Where there is none, that is a finding. */
export function findOperation(method: string, url: string, report: Report): KnownOperation | undefined {
  const path = pathOf(url);
  const route = findPath(table.routes, path);
  if (route === undefined) return addUnknownPath(report, method, path);
  let index = route.methods.indexOf(method);
  if (index < 0) index = route.methods.indexOf(method.toUpperCase());
  if (index < 0) return addUnknownMethod(report, method, route);
  return table.operations[route.operations[index]!]!;
}

/** The path of a URL, absolute or not, as it stands there. Nothing of a user and a password is in it. */
export function pathOf(given: string): string {
  const url = given.trim();
  const end = endOfPath(url);
  const scheme = url.startsWith("/") ? -1 : url.lastIndexOf("://", end);
  if (scheme < 0) return withoutUser(end === url.length ? url : url.slice(0, end));
  const start = url.indexOf("/", scheme + 3);
  return start < 0 || start > end ? "/" : url.slice(start, end);
}

/** Without a host that a user stands before. Such a URL has lost its scheme, or part of it. */
function withoutUser(path: string): string {
  if (!path.includes("@") || /^\/[^/\\]/.test(path)) return path;
  return path.replace(/^(?:[a-z][a-z\d+.-]*:)?[/\\]*[^/\\]*@[^/\\]*/i, "") || "/";
}

/** The text between `?` and `#`, empty where there is none. */
export function queryOf(url: string): string {
  const mark = endOfPath(url);
  if (url[mark] !== "?") return "";
  const end = url.indexOf("#", mark);
  return url.slice(mark + 1, end < 0 ? url.length : end);
}

function endOfPath(url: string): number {
  const end = url.search(/[?#]/);
  return end < 0 ? url.length : end;
}

function addUnknownPath(report: Report, method: string, path: string): undefined {
  add(report, "", {
    code: "operation.unknown",
    severity: "error",
    pointer: "url",
    schema: "/paths",
    expected: say(report.language, "operation.unknown.expected"),
    actual: path,
    message: say(report.language, "operation.unknown", { path, method }),
  });
}

function addUnknownMethod(
  report: Report,
  method: string,
  { template, methods, operations }: RoutePath,
): undefined {
  const offered = methods.join(", ");
  add(report, table.operations[operations[0]!]!.id, {
    code: "operation.method",
    severity: "error",
    pointer: "method",
    schema: childPointer("/paths", template),
    expected: offered,
    actual: method,
    message: say(report.language, "operation.method", { method, template, methods: offered }),
  });
}
