import { english, type Language, say, type Words } from "./language.ts";

const shown = 60;
/** What a key looks like without its frame: the first bytes of one in base64, or a run of that longer than any id. */
const keyMaterial = /\bM(?:II|I[GH]|C4|H[cQ]|FE)[A-Za-z\d+/]{8}|[A-Za-z\d+/]{40}/;

/**
 * A value in a few words. Of a composite only the kind, as what is in it may be secret, and nothing of a private key,
 * which can stand where a certificate belongs: text is cut off before what looks like one.
 */
export function describe(value: unknown, language: Language = english): string {
  if (typeof value === "string") {
    if (/PRIVATE KEY/i.test(value)) return say(language, "value.privateKey");
    const key = value.slice(0, 2 * shown).search(keyMaterial);
    const end = key < 0 ? shown : Math.min(key, shown);
    return JSON.stringify(value.length > end ? `${value.slice(0, end)}…` : value);
  }
  if (Array.isArray(value))
    return say(language, "value.array", { count: units(language, value.length, "element") });
  return typeof value === "object" && value !== null ? say(language, "type.object") : String(value);
}

/** JSON types in words. */
export function describeTypes(language: Language, types: string | readonly string[]): string {
  const name = (type: string): string => say(language, `type.${type}` as keyof Words);
  return typeof types === "string" ? name(types) : orList(language, types.map(name));
}

/** A number of things. */
export function units(
  language: Language,
  number: number,
  unit: "element" | "character" | "property",
): string {
  return say(language, `count.${unit}.${number === 1 ? "one" : "many"}`, { number });
}

export function orList(language: Language, words: readonly string[]): string {
  return list(language, words, "list.or");
}

export function andList(language: Language, words: readonly string[]): string {
  return list(language, words, "list.and");
}

function list(language: Language, words: readonly string[], last: "list.or" | "list.and"): string {
  if (words.length < 2) return words.join();
  return words.slice(0, -1).join(say(language, "list.comma")) + say(language, last) + words.at(-1);
}
