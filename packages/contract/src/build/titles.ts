import { valueAt } from "../engine/values.ts";
import type { Description, Located, Schema } from "./description.ts";
import { join } from "./description.ts";

/** The titles of alternatives in Chinese, by the English ones. Findings name alternatives by their titles. */
export function titlesOf(description: Description, chinese: Description): Record<string, string> {
  const titles: Record<string, string> = {};
  for (const { node, pointer } of alternatives(description)) {
    const target = typeof node.$ref === "string" ? node.$ref.slice(1) : pointer;
    const title = valueAt(description, join(target, "title"));
    const translation = valueAt(chinese, join(target, "title"));
    if (typeof title !== "string") continue;
    if (typeof translation !== "string") throw new Error(`${target}: the title has no Chinese.`);
    titles[title] = translation;
  }
  return titles;
}

function alternatives(root: unknown, pointer = ""): Located[] {
  if (typeof root !== "object" || root === null) return [];
  return Object.entries(root).flatMap(([key, value]) => {
    const below = alternatives(value, join(pointer, key));
    if ((key !== "oneOf" && key !== "anyOf") || !Array.isArray(value)) return below;
    const own = value.map((node: Schema, index) => ({ node, pointer: join(pointer, key, index) }));
    return [...own, ...below];
  });
}
