/** Valid payloads to begin with: the examples of the description, and the smallest and the largest that it allows. */
import { follow, type Schema, type Target } from "./description.ts";
import { isEqual, isValid } from "./reference.ts";

type Size = "minimal" | "maximal";

/** Texts of which one fits wherever a text has to have a form. */
const texts = [
  "web-1",
  "/check",
  "-----BEGIN CERTIFICATE-----\nplaceholder\n-----END CERTIFICATE-----",
  "-----BEGIN RSA PRIVATE KEY-----\nplaceholder\n-----END RSA PRIVATE KEY-----",
  "",
];

export function payloadsOf({ schema, examples }: Target): unknown[] {
  const made = (["minimal", "maximal"] as const).flatMap((size) => make(schema, size, 0));
  const valid = [...examples, ...made].filter((body) => isValid(schema, body));
  return valid.filter((body, index) => valid.findIndex((other) => isEqual(other, body)) === index);
}

/** One value of each alternative that a schema has; some of them may not be valid as a whole. */
function make(given: Schema, size: Size, depth: number): unknown[] {
  const { oneOf, anyOf, ...schema } = flatten(given);
  const branches = (oneOf ?? anyOf) as readonly Schema[] | undefined;
  if (branches === undefined) return makeOne(schema, size, depth);
  // A job can hold jobs.
  return depth > 5 ? [] : branches.flatMap((branch) => make({ allOf: [schema, branch] }, size, depth + 1));
}

function makeOne(schema: Schema, size: Size, depth: number): unknown[] {
  if (schema.const !== undefined) return [schema.const];
  if (Array.isArray(schema.enum)) return [schema.enum[0]];
  const type = [schema.type].flat()[0] ?? (schema.properties === undefined ? "string" : "object");
  switch (type) {
    case "object":
      return objects(schema, size, depth);
    case "array":
      return arrays(schema, size, depth);
    case "integer":
      return [(size === "minimal" ? schema.minimum : (schema.maximum ?? schema.example)) ?? 1];
    case "boolean":
      return [size === "maximal"];
    case "null":
      return [null];
    default:
      return [textOf(schema, size)];
  }
}

/** All that is said in one place: the target of a reference and the parts of `allOf` put into it. */
function flatten(schema: Schema): Schema {
  const { allOf = [], $ref, ...own } = schema;
  const parts = [
    ...(allOf as readonly Schema[]),
    ...($ref === undefined ? [] : [follow({ $ref } as Schema)]),
  ];
  return parts.map(flatten).reduce(merge, own);
}

function merge(a: Schema, b: Schema): Schema {
  return {
    ...a,
    ...b,
    ...(a.required || b.required
      ? { required: [...new Set([...((a.required as string[]) ?? []), ...((b.required as string[]) ?? [])])] }
      : {}),
    ...(a.properties || b.properties ? { properties: mergeProperties(a.properties, b.properties) } : {}),
  };
}

function mergeProperties(a: unknown, b: unknown): Record<string, Schema> {
  const result = { ...(a as Record<string, Schema>) };
  for (const [name, schema] of Object.entries((b ?? {}) as Record<string, Schema>)) {
    result[name] = result[name] === undefined ? schema : { allOf: [result[name], schema] };
  }
  return result;
}

function objects(schema: Schema, size: Size, depth: number): unknown[] {
  const required = (schema.required ?? []) as readonly string[];
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const chosen =
    size === "maximal" && depth < 6 ? properties : properties.filter(([name]) => required.includes(name));
  const made = chosen.map(([name, inner]) => [name, make(inner, size, depth + 1)] as const);
  const width = Math.max(1, ...made.map(([, values]) => values.length));
  return Array.from({ length: width }, (_, index) => {
    const entries = made.flatMap(([name, values]) => {
      return values.length === 0 ? [] : [[name, values[Math.min(index, values.length - 1)]]];
    });
    return Object.fromEntries(entries);
  });
}

function arrays(schema: Schema, size: Size, depth: number): unknown[] {
  const elements = depth > 6 ? [] : make(schema.items as Schema, size, depth + 1);
  if (size === "maximal") return [elements];
  return [elements.slice(0, Number(schema.minItems ?? 0))];
}

function textOf(schema: Schema, size: Size): string {
  const longest = "a".repeat(Number(schema.maxLength ?? 20));
  const candidates = [
    ...(size === "maximal" ? [longest, `/${longest.slice(1)}`] : []),
    schema.example,
    ...texts,
  ];
  const { type: _, ...rules } = schema;
  return candidates.find((text) => typeof text === "string" && isValid(rules, text)) as string;
}
