import openapiTS, { astToString, type SchemaObject } from "openapi-typescript";
import ts from "typescript";
import { componentName, type OpenApiDocument, operationsOf, type Schema } from "./document.ts";
import type { ReadKind } from "./operation-row.ts";

const banner = "// Generated from the description by `npm run build`. Do not edit.\n\n";

/** TypeScript types of every path, operation and model, exactly as they travel. */
export async function generateWireTypes(document: OpenApiDocument): Promise<string> {
  const nodes = await openapiTS(withoutDiscriminators(document) as never, {
    transform: (schema) => openEnumeration(schema),
    defaultNonNullable: false,
  });
  return banner + astToString(nodes);
}

/** The same types after a reader has absorbed the quirks that `x-elb-read` marks. */
export async function generateTypes(document: OpenApiDocument): Promise<string> {
  return generateWireTypes(absorbQuirks(structuredClone(document)));
}

// The branches already hold the constant that tells them apart; openapi-typescript would add it a second time.
const withoutDiscriminators = (document: OpenApiDocument): unknown =>
  JSON.parse(JSON.stringify(document, (key, value) => (key === "discriminator" ? undefined : value)));

/**
 * `"ACTIVE" | "ERROR" | (string & {})` for an enumeration that the service may extend: editors offer the known
 * values, and an unknown one still type-checks.
 */
function openEnumeration(schema: SchemaObject): ts.TypeNode | undefined {
  const known = openEnumerationOf(schema as Schema);
  if (!known) return undefined;
  const { factory } = ts;
  const literals = known.values.map((value) =>
    factory.createLiteralTypeNode(factory.createStringLiteral(String(value))),
  );
  const anyString = factory.createParenthesizedType(
    factory.createIntersectionTypeNode([
      factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      factory.createTypeLiteralNode([]),
    ]),
  );
  const nothing = known.nullable ? [factory.createLiteralTypeNode(factory.createNull())] : [];
  return factory.createUnionTypeNode([...literals, anyString, ...nothing]);
}

/** The known values of `anyOf: [{enum}, {type: string}, {type: "null"}?]`; undefined for any other schema. */
export function openEnumerationOf(schema: Schema): { values: unknown[]; nullable: boolean } | undefined {
  const [known, any, nothing, ...more] = schema.anyOf ?? [];
  if (!known?.enum || any?.type !== "string" || any.enum || more.length > 0) return undefined;
  if (nothing && nothing.type !== "null") return undefined;
  return { values: known.enum, nullable: nothing !== undefined };
}

const absorbed: Record<ReadKind, (schema: Schema) => Schema> = {
  list: (schema) => schema.oneOf?.find((branch) => branch.type === "array") ?? schema,
  boolean: () => ({ type: "boolean" }),
  integer: () => ({ type: "integer" }),
  absent: (schema) => ({ ...schema, ...(schema.oneOf ? { oneOf: schema.oneOf.map(emptyToNull) } : {}) }),
};

const emptyToNull = (branch: Schema): Schema => (branch.enum?.join() === "" ? { type: "null" } : branch);

/** The description for a reader that drops secret fields: optional in every model that is no part of a payload. */
export function withOptionalSecrets(document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document);
  const sent = sentModels(copy);
  for (const [name, schema] of Object.entries(copy.components.schemas)) {
    if (sent.has(name) || !schema.required) continue;
    schema.required = schema.required.filter((key) => !schema.properties?.[key]?.["x-elb-secret"]);
  }
  return copy;
}

/** Names of the models that payloads consist of. */
function sentModels(document: OpenApiDocument): Set<string> {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { $ref } = node as Schema;
    const name = typeof $ref === "string" ? componentName($ref) : undefined;
    if (name !== undefined && !names.has(name)) {
      names.add(name);
      visit(document.components.schemas[name]);
    }
    Object.values(node).forEach(visit);
  };
  for (const { operation } of operationsOf(document)) visit(operation.requestBody);
  return names;
}

/** Replaces each marked schema by what a reader gets, in place. */
export function absorbQuirks<T>(node: T): T {
  if (typeof node !== "object" || node === null) return node;
  for (const [key, value] of Object.entries(node)) {
    const kind = (value as Schema | null)?.["x-elb-read"];
    if (kind) {
      const { title, description } = value as Schema;
      const described = Object.entries({ title, description }).filter(([, text]) => text !== undefined);
      (node as Record<string, unknown>)[key] = { ...absorbed[kind](value), ...Object.fromEntries(described) };
    }
    absorbQuirks((node as Record<string, unknown>)[key]);
  }
  return node;
}
