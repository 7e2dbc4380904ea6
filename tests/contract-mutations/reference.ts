/** Validity as JSON Schema defines it, for the keywords that the description uses: slow, and short enough to be read. */
import { follow, type Schema } from "./description.ts";

type Test = (value: never, limit: never, schema: Schema) => boolean;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeOf(value) === "object";
const lengthOf = (text: string) => [...text].length;

export function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function hasType(value: unknown, type: string): boolean {
  return type === "integer" ? Number.isInteger(value) : typeOf(value) === type;
}

export const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What each keyword asks of a value of the type that it is about. */
const keywords: Readonly<Record<string, readonly [type: string, test: Test]>> = {
  minimum: ["number", (value: number, limit: number) => value >= limit],
  maximum: ["number", (value: number, limit: number) => value <= limit],
  minLength: ["string", (value: string, limit: number) => lengthOf(value) >= limit],
  maxLength: ["string", (value: string, limit: number) => lengthOf(value) <= limit],
  pattern: ["string", (value: string, pattern: string) => new RegExp(pattern, "u").test(value)],
  minItems: ["array", (value: unknown[], limit: number) => value.length >= limit],
  maxItems: ["array", (value: unknown[], limit: number) => value.length <= limit],
  maxProperties: ["object", (value: object, limit: number) => Object.keys(value).length <= limit],
  items: ["array", (value: unknown[], schema: Schema) => value.every((element) => isValid(schema, element))],
  required: ["object", (value: object, names: string[]) => names.every((name) => Object.hasOwn(value, name))],
  properties: [
    "object",
    (value: Record<string, unknown>, schemas: Record<string, Schema>) =>
      Object.entries(schemas).every(([name, schema]) => {
        return !Object.hasOwn(value, name) || isValid(schema, value[name]);
      }),
  ],
  type: [
    "",
    (value: unknown, types: string | string[]) => [types].flat().some((type) => hasType(value, type)),
  ],
  enum: ["", (value: unknown, values: unknown[]) => values.some((one) => isEqual(one, value))],
  const: ["", (value: unknown, only: unknown) => isEqual(value, only)],
  allOf: ["", (value: unknown, schemas: Schema[]) => schemas.every((schema) => isValid(schema, value))],
  anyOf: ["", (value: unknown, schemas: Schema[]) => schemas.some((schema) => isValid(schema, value))],
  oneOf: [
    "",
    (value: unknown, schemas: Schema[]) => schemas.filter((schema) => isValid(schema, value)).length === 1,
  ],
  $ref: ["", (value: unknown, _: string, schema: Schema) => isValid(follow(schema), value)],
};

/** Keywords without a say. `format` is an annotation in JSON Schema 2020-12. */
const silent = new Set([
  "title",
  "description",
  "example",
  "examples",
  "default",
  "deprecated",
  "discriminator",
  "format",
]);

/** @throws Error for a keyword that is not known here */
export function isValid(schema: Schema, value: unknown): boolean {
  return Object.entries(schema).every(([keyword, limit]) => {
    const known = keywords[keyword];
    if (known !== undefined) {
      const [type, test] = known;
      return (type !== "" && typeOf(value) !== type) || test(value as never, limit as never, schema);
    }
    if (silent.has(keyword) || keyword.startsWith("x-")) return true;
    throw new Error(`The reference does not know the keyword ${keyword}.`);
  });
}

/** Whether it is an object, for those who look into one. */
export { isObject };
