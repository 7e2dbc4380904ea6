import type { PreparedRequest } from "../request.ts";
import { printable } from "./error-body.ts";

/** What a request is about, as words for an error message. */
export function named(request: PreparedRequest & { ids?: Readonly<Record<string, string>> }): string {
  const ids = Object.entries(request.ids ?? {}).map((pair) => pair.join(" "));
  return ids.length > 0 ? `${request.operationId} (${printable(ids.join(", "))})` : `${request.operationId}`;
}
