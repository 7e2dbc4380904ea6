import type { OpenApiDocument, Schema } from "./document.ts";
import { openEnumerationOf } from "./types.ts";

/** A schema of OpenAPI 3.0, where null is a flag and a constant is an enumeration of one. */
interface OlderSchema extends Schema {
  nullable?: boolean;
  example?: unknown;
}

// What stands below these keys is data, and is taken over as it is.
const dataKeys = new Set(["value", "example", "default", "enum", "required", "mapping"]);

/**
 * The same description as OpenAPI 3.0.3, for tools that do not read 3.1. Open enumerations become plain strings whose
 * description names the known values, since older generators make closed types of them.
 */
export function downConvert(document: OpenApiDocument): unknown {
  const converted = convert(structuredClone(document)) as OpenApiDocument;
  const {
    summary: _,
    license,
    ...info
  } = converted.info as OpenApiDocument["info"] & {
    summary?: string;
    license?: { name: string };
  };
  const url = "https://www.apache.org/licenses/LICENSE-2.0";
  return { ...converted, openapi: "3.0.3", info: { ...info, license: { name: license?.name, url } } };
}

function convert(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(convert);
  if (typeof node !== "object" || node === null) return node;
  const children = Object.entries(convertSchema(node as Schema));
  return Object.fromEntries(
    children.map(([key, value]) => [key, dataKeys.has(key) ? value : convert(value)]),
  );
}

/** Applies each rule to an object; those that are no schema have none of the keys that the rules look for. */
function convertSchema(node: Schema): OlderSchema {
  return withoutSiblings(withExample(withoutConst(withoutNull(withoutOpenEnumeration(node)))));
}

function withoutOpenEnumeration(schema: Schema): Schema {
  const known = openEnumerationOf(schema);
  if (!known) return schema;
  const { anyOf: _, description = "", ...rest } = schema;
  const values = known.values.map((value) => `\`${value}\``).join(", ");
  const text = `${description.trim()} Known values: ${values}.`.trim();
  return { ...rest, type: known.nullable ? ["string", "null"] : "string", description: text };
}

const isNull = (schema: Schema): boolean => schema.type === "null";

function withoutNull(schema: Schema): OlderSchema {
  const { type, oneOf, anyOf, ...rest } = schema;
  const types = [type ?? []].flat();
  const [bareType] = types.filter((each) => each !== "null");
  return {
    ...(bareType ? { type: bareType } : {}),
    ...(types.includes("null") ? { nullable: true } : {}),
    ...rest,
    ...(oneOf ? { oneOf: branchesWithoutNull(oneOf) } : {}),
    ...(anyOf ? { anyOf: branchesWithoutNull(anyOf) } : {}),
  };
}

/** Null as a branch becomes a flag of the first branch that has a type, since the flag needs a type beside it. */
function branchesWithoutNull(branches: OlderSchema[]): OlderSchema[] {
  const others = branches.filter((branch) => !isNull(branch));
  const carrier = others.length < branches.length ? others.find((branch) => branch.type) : undefined;
  return others.map((branch) => (branch === carrier ? { ...branch, nullable: true } : branch));
}

function withoutConst(schema: OlderSchema): OlderSchema {
  if (!("const" in schema)) return schema;
  const { const: value, ...rest } = schema;
  return { ...rest, enum: [value] };
}

function withExample(schema: OlderSchema & { examples?: unknown }): OlderSchema {
  if (!Array.isArray(schema.examples)) return schema;
  const { examples, ...rest } = schema;
  return { ...rest, example: examples[0] };
}

// OpenAPI 3.0 ignores what stands beside a reference.
function withoutSiblings(schema: OlderSchema): OlderSchema {
  const { $ref, ...siblings } = schema;
  if ($ref === undefined || Object.keys(siblings).length === 0) return schema;
  return { allOf: [{ $ref }], ...siblings };
}
