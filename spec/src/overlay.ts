import type { OpenApiDocument } from "./document.ts";
import { escapePointer, holderOf, textsOf } from "./texts.ts";

/** An OpenAPI Overlay 1.0.0 document that only updates. */
export interface Overlay {
  overlay: "1.0.0";
  info: { title: string; version: string };
  extends: string;
  actions: { target: string; update: Record<string, string> }[];
}

/** JSONPath (RFC 9535) of the place that a JSON pointer names, in bracket form, which every tool reads alike. */
export function jsonPath(document: unknown, pointer: string): string {
  let node = document;
  let path = "$";
  for (const raw of pointer.split("/").slice(1)) {
    const key = raw.replaceAll("~1", "/").replaceAll("~0", "~");
    path += Array.isArray(node) ? `[${key}]` : `['${key.replaceAll("'", "\\'")}']`;
    node = (node as Record<string, unknown>)[key];
  }
  return path;
}

/**
 * The overlay that turns one bundle into its translation. Both have the same structure, so the difference is a list of
 * texts; an action updates the object that holds them, since not every tool can update a bare string.
 */
export function overlayBetween(root: string, english: OpenApiDocument, translated: OpenApiDocument): Overlay {
  const updates = new Map<string, Record<string, string>>();
  for (const { pointer, text } of textsOf(english)) {
    const { holder, key } = holderOf(translated, pointer);
    const translation = holder[key];
    if (typeof translation !== "string" || translation === text) continue;
    const parent = pointer.slice(0, -escapePointer(key).length - 1);
    updates.set(parent, { ...updates.get(parent), [key]: translation });
  }
  return {
    overlay: "1.0.0",
    info: { title: translated.info.title, version: english.info.version },
    extends: `./${root}.openapi.json`,
    actions: [...updates].map(([parent, update]) => ({ target: jsonPath(english, parent), update })),
  };
}
