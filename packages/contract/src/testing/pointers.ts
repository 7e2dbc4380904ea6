import { valueAt } from "../engine/values.ts";
import type { Finding } from "../finding.ts";
import { description } from "./description.ts";

/** The pointers of findings to rules that the bundled description does not have. */
export function unresolved(findings: readonly Finding[]): string[] {
  return findings
    .map(({ schema }) => schema)
    .filter((pointer) => valueAt(description, pointer) === undefined);
}
