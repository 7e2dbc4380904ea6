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
  const operation = call.operationId ?? `${call.method} ${withoutIds(call.path)}`;
  return { operation, code, pointer: withoutIndices(pointer) };
}

/** The same text for the same finding. */
export function keyOf({ operation, code, pointer }: Identity): string {
  return `${operation} ${code} ${pointer}`;
}

export function withoutIndices(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, "/*");
}

function withoutIds(path: string): string {
  return path.replace(/[^/]+/g, (segment) => (/^[\da-f-]{8,}$|^\d+$/i.test(segment) ? "*" : segment));
}
