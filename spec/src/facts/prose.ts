import type { Prose } from "./ledger.ts";
import { hashOf } from "./text.ts";

/** Records a paragraph, list item or note by its hash. */
export function addProse(prose: Prose, section: string, text: string): void {
  prose[section] = [...(prose[section] ?? []), hashOf(text)];
}
