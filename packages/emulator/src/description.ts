import description from "@elb-classic/spec/elb.openapi.json" with { type: "json" };
import { type OperationId, operations, protocol } from "@elb-classic/spec/operations";

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly example?: unknown;
  readonly "x-elb-conditions"?: readonly Condition[];
}

/** What the description says of a property that depends on others. */
interface Condition {
  readonly when: Readonly<Record<string, unknown>>;
  /** Whether the property has a meaning only then. */
  readonly effective?: boolean;
  readonly default?: unknown;
}

const schemas = description.components.schemas as unknown as Readonly<Record<string, Schema>>;

/** The names of all properties that a model of the description has, in any of its variants. */
export function propertyNames(model: string): ReadonlySet<string> {
  return new Set(propertiesOf(model).map(([name]) => name));
}

/** The names of the properties of a model that may be null. */
export function nullableNames(model: string): ReadonlySet<string> {
  return new Set(propertiesOf(model).flatMap(([name, schema]) => (allowsNull(schema) ? [name] : [])));
}

/**
 * What the description says that the service fills in: the defaults of the properties of a model, as far as they mean
 * something beside the values that were chosen.
 */
export function statedDefaults(
  model: string,
  chosen: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const defaults = propertiesOf(model).map(([name, schema]) => [name, defaultOf(resolve(schema), chosen)]);
  return Object.fromEntries(defaults.filter(([, value]) => value !== undefined));
}

function defaultOf(schema: Schema, chosen: Readonly<Record<string, unknown>>): unknown {
  const conditions = (schema["x-elb-conditions"] ?? []).filter(({ effective }) => effective === true);
  if (conditions.length === 0) return schema.default;
  const condition = conditions.find(({ when }) => holds(when, chosen));
  return condition && (condition.default ?? schema.default);
}

function holds(when: Condition["when"], chosen: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(when).every(([name, wanted]) => [wanted].flat().includes(chosen[name]));
}

/** The values that a model allows, in the order of the description. */
export function valuesOf(model: string): readonly unknown[] {
  return modelOf(model).enum ?? [];
}

/** The example of a text property of a model. */
export function propertyExample(model: string, name: string): string {
  const example = propertiesOf(model).find(([property]) => property === name)?.[1].example;
  if (typeof example !== "string") throw new Error(`The description has no example of ${name} in ${model}.`);
  return example;
}

interface Examples {
  readonly content?: Readonly<
    Record<string, { readonly examples?: Readonly<Record<string, { value: unknown }>> }>
  >;
}

type Paths = Record<string, Record<string, { readonly responses: Readonly<Record<string, Examples>> }>>;

/** An answer of success that the description gives as an example. */
export function exampleAnswer(operationId: OperationId, name: string): unknown {
  const { path, method, success } = operations[operationId];
  const operation = (description.paths as unknown as Paths)[path]?.[method.toLowerCase()];
  const example = operation?.responses[success]?.content?.[protocol.contentType]?.examples?.[name];
  if (example === undefined) throw new Error(`The description has no example ${name} of ${operationId}.`);
  return example.value;
}

function propertiesOf(model: string): [string, Schema][] {
  return collect(modelOf(model));
}

function modelOf(name: string): Schema {
  return resolve({ $ref: `#/components/schemas/${name}` });
}

function collect(schema: Schema): [string, Schema][] {
  const variants = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  return [
    ...Object.entries(schema.properties ?? {}),
    ...variants.flatMap((variant) => collect(resolve(variant))),
  ];
}

function allowsNull(schema: Schema): boolean {
  const { type, oneOf = [], anyOf = [] } = resolve(schema);
  return [type].flat().includes("null") || [...oneOf, ...anyOf].some(allowsNull);
}

function resolve(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
  const target = schemas[name];
  if (target === undefined) throw new Error(`The description has no model ${name}.`);
  return resolve(target);
}
