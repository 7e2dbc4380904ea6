import type { Finding } from "../../finding.ts";

/** What makes findings the same one from run to run. */
export interface Identity {
  /** Id of the operation, or method and path where there is none, with `*` in place of what looks like an id. */
  readonly operation: string;
  readonly code: string;
  /** As in a finding, with `*` in place of every index of a list. */
  readonly pointer: string;
}

export function identityOf(
  { code, pointer }: Pick<Finding, "code" | "pointer">,
  call: { readonly operationId: string | undefined; readonly method: string; readonly path: string },
): Identity {
  const operation = call.operationId ?? `${methodOf(call.method)} ${withoutIds(call.path)}`;
  return { operation, code, pointer: withoutIndices(pointer) };
}

/** The same text for the same finding. */
export function keyOf({ operation, code, pointer }: Identity): string {
  return `${operation} ${code} ${pointer}`;
}

export function withoutIndices(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, "/*");
}

/** Anything can stand where a method does. */
function methodOf(method: string): string {
  return /^[A-Z]{1,10}$/i.test(method) ? method.toUpperCase() : "*";
}

/** Longer paths, and longer names in them, are no resources. */
const DEEPEST = 10;
const LONGEST_NAME = 40;

/** Names of resources have no digits, and ids of any kind nearly always do. */
function withoutIds(path: string): string {
  const segments = path.split("/");
  const named = segments.slice(0, DEEPEST).map((segment) => (isName(segment) ? segment : "*"));
  return `${named.join("/")}${segments.length > DEEPEST ? "/…" : ""}`;
}

function isName(segment: string): boolean {
  if (/^v\d{1,2}(?:\.\d{1,2})?$/i.test(segment)) return true;
  return segment.length <= LONGEST_NAME && !/\d|^[a-f-]{8,}$/i.test(segment);
}
