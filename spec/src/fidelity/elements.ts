import {
  type LocatedOperation,
  type OpenApiDocument,
  operationsOf,
  type Parameter,
  type Response,
  resolve,
  type Schema,
} from "../document.ts";
import type { Condition } from "../facts/ledger.ts";
import { answerSchema, payloadSchema } from "../operations.ts";

/** One thing that the description states: an operation, a parameter, a field, a status, a header. */
export interface Element {
  /** `createListener.request.body.port`; `[]` is any element of an array. */
  key: string;
  kind: "operation" | "parameter" | "body" | "field" | "status" | "header";
  /** JSON types, without null. */
  types: string[];
  nullable: boolean;
  required: boolean;
  /** The schemas that speak of it, references resolved; several where alternatives do. */
  schemas: Schema[];
  /** What its text says. */
  text: string;
  conditions: Condition[];
}

/** Every element of a description by its key. */
export function elementsOf(document: OpenApiDocument): Map<string, Element> {
  const elements = new Map<string, Element>();
  for (const located of operationsOf(document)) {
    for (const element of operationElements(document, located)) elements.set(element.key, element);
  }
  return elements;
}

function* operationElements(document: OpenApiDocument, { operation }: LocatedOperation): Generator<Element> {
  const id = operation.operationId;
  yield bare(id, "operation", `${operation.summary} ${operation.description}`);
  for (const reference of operation.parameters ?? []) {
    const parameter = resolve(document, reference);
    yield parameterElement(document, `${id}.request.${parameter.in}.${parameter.name}`, parameter);
  }
  const payload = payloadSchema(operation);
  if (payload) yield* schemaElements(document, `${id}.request.body`, "body", [payload], true, []);
  for (const [status, reference] of Object.entries(operation.responses)) {
    yield* responseElements(document, `${id}.response.${status}`, status, resolve(document, reference));
  }
}

const bare = (key: string, kind: Element["kind"], text: string): Element => ({
  key,
  kind,
  types: [],
  nullable: false,
  required: true,
  schemas: [],
  text,
  conditions: [],
});

function parameterElement(document: OpenApiDocument, key: string, parameter: Parameter): Element {
  const schema = resolve(document, parameter.schema);
  const described = { description: parameter.description ?? "", ...schema };
  return { ...fieldElement(key, "parameter", [described]), required: parameter.required === true };
}

// The bodies of failures are the same everywhere; `errorElements` has them once.
function* responseElements(
  document: OpenApiDocument,
  key: string,
  status: string,
  response: Response & { headers?: Record<string, unknown> },
): Generator<Element> {
  yield bare(key, "status", response.description);
  for (const name of Object.keys(response.headers ?? {})) yield bare(`${key}.header.${name}`, "header", name);
  const schema = answerSchema(document, response);
  if (schema && Number(status) < 300)
    yield* schemaElements(document, `${key}.body`, "body", [schema], true, []);
}

/** The shapes of a failure's body, under `error.body`. */
export function errorElements(document: OpenApiDocument): Map<string, Element> {
  const schema: Schema = { $ref: "#/components/schemas/AnyError" };
  const all = [...schemaElements(document, "error.body", "body", [schema], true, [])];
  return new Map(all.map((element) => [element.key, element]));
}

function* schemaElements(
  document: OpenApiDocument,
  key: string,
  kind: Element["kind"],
  references: Schema[],
  required: boolean,
  seen: string[],
): Generator<Element> {
  const refs = references.flatMap((each) => each.$ref ?? []);
  if (refs.some((ref) => seen.includes(ref))) return;
  const below = [...seen, ...refs];
  const schemas = references.flatMap((each) => partsOf(document, each));
  yield { ...fieldElement(key, kind, schemas), required };
  for (const name of new Set(schemas.flatMap((schema) => Object.keys(schema.properties ?? {})))) {
    const properties = schemas.flatMap((schema) => schema.properties?.[name] ?? []);
    const must = references.some((each) => requires(document, each, name));
    yield* schemaElements(document, `${key}.${name}`, "field", properties, must, below);
  }
  const items = schemas.flatMap((schema) => schema.items ?? []);
  if (items.length > 0) yield* schemaElements(document, `${key}.[]`, "body", items, true, below);
}

/** A schema and all that it is composed of, references resolved. */
function partsOf(document: OpenApiDocument, reference: Schema): Schema[] {
  const schema = resolve(document, reference);
  const composed = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  return [schema, ...composed.flatMap((each) => partsOf(document, each))];
}

/** Whether a property has to be there, whichever alternatives apply. */
function requires(document: OpenApiDocument, reference: Schema, name: string): boolean {
  const { required, allOf = [], oneOf = [], anyOf = [] } = resolve(document, reference);
  const below = (each: Schema): boolean => requires(document, each, name);
  const inEach = (union: Schema[]): boolean => union.length > 0 && union.every(below);
  return required?.includes(name) === true || allOf.some(below) || inEach(oneOf) || inEach(anyOf);
}

function fieldElement(key: string, kind: Element["kind"], schemas: Schema[]): Element {
  const types = new Set(schemas.flatMap(typesOf));
  const nullable = types.delete("null");
  const text = schemas.flatMap((schema) => schema.description ?? []).join(" ");
  const conditions = schemas.flatMap((schema) => schema["x-elb-conditions"] ?? []);
  const distinct = [...new Map(conditions.map((each) => [JSON.stringify(each), each])).values()];
  return {
    key,
    kind,
    types: [...types].sort(),
    nullable,
    required: true,
    schemas,
    text,
    conditions: distinct,
  };
}

function typesOf(schema: Schema): string[] {
  if (schema.type) return [schema.type].flat();
  const values = "const" in schema ? [schema.const] : (schema.enum ?? []);
  return values.map((value) => (value === null ? "null" : typeof value));
}
