import { type OperationId, table } from "../../.build-validators/table.js";
import type { Finding } from "../finding.ts";
import type { Operation, RoutePath } from "../table.ts";
import { childPointer } from "./values.ts";
import { findPath } from "./walk.ts";

export type KnownOperation = Operation<OperationId>;

/** The operation that a message is about, or the finding that there is none. */
export function findOperation(method: string, url: string): KnownOperation | Finding {
  const path = pathOf(url);
  const route = findPath(table.routes, path);
  if (route === undefined) return unknownPath(method, path);
  let index = route.methods.indexOf(method);
  if (index < 0) index = route.methods.indexOf(method.toUpperCase());
  return index < 0 ? unknownMethod(method, route) : table.operations[route.operations[index]!]!;
}

export function isFinding(result: KnownOperation | Finding): result is Finding {
  return "code" in result;
}

/** The path of a URL, absolute or not, as it stands there. */
export function pathOf(url: string): string {
  const end = endOfPath(url);
  const scheme = url.startsWith("/") ? -1 : url.lastIndexOf("://", end);
  if (scheme < 0) return end === url.length ? url : url.slice(0, end);
  const start = url.indexOf("/", scheme + 3);
  return start < 0 || start > end ? "/" : url.slice(start, end);
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

function unknownPath(method: string, path: string): Finding {
  return {
    code: "operation.unknown",
    severity: "error",
    pointer: "url",
    schema: "/paths",
    expected: "a path of the description",
    actual: path,
    message: `The description has no operation at ${path}, so ${method} there cannot be checked.`,
  };
}

function unknownMethod(method: string, { template, methods }: RoutePath): Finding {
  const offered = methods.join(", ");
  return {
    code: "operation.method",
    severity: "error",
    pointer: "method",
    schema: childPointer("/paths", template),
    expected: offered,
    actual: method,
    message: `${method} is not an operation of ${template}, which has ${offered}.`,
  };
}
