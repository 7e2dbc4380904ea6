import type { JsonType, Scalar } from "./ledger.ts";

const printedTypes: Readonly<Record<string, JsonType[]>> = {
  String: ["string"],
  Integer: ["integer"],
  "Integer/Boolean": ["integer", "boolean"],
  Boolean: ["boolean"],
  Array: ["array"],
  Object: ["object"],
  字典数据结构: ["object"],
};

/** JSON types of a type as printed, or undefined for a type that these pages did not use so far. */
export const typesOf = (printed: string): JsonType[] | undefined => printedTypes[printed];

/** JSON type of a value. */
export function typeOf(value: unknown): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value as JsonType;
}

/** Word as printed → value of the field's type. */
export function toScalar(word: string, types: readonly JsonType[]): Scalar {
  if (types.includes("boolean") && /^(?:true|false)$/.test(word)) return word === "true";
  if (types.includes("integer") && /^-?\d+$/.test(word)) return Number(word);
  return word;
}

/** Source of an expression that matches one value, which may itself contain blanks (`TLSv1.2 TLSv1.1`). */
export const word = "[A-Za-z0-9_.]+(?: [A-Za-z0-9_.]+)*";
const separator = "\\s*(?:[|、，,/]|以及|或|和)\\s*";

/** Source of an expression that matches one value or a list of values, as `HTTP、TCP或UDP`, `a|b`, `a, b`. */
export const wordList = `${word}(?:${separator}${word})*`;

/** The values of such a list. */
export const splitWords = (list: string): string[] => list.trim().split(new RegExp(separator));
