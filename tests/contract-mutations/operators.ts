/** Ways to change a payload in one place. */
import { follow, type Schema } from "./description.ts";
import { isObject, typeOf } from "./reference.ts";

export type Operator =
  | "type"
  | "null"
  | "enum"
  | "variant"
  | "range"
  | "length"
  | "pattern"
  | "required"
  | "items"
  | "name"
  | "extra property";

export interface Mutation {
  readonly operator: Operator;
  /** JSON pointer to what was changed. */
  readonly pointer: string;
  readonly body: unknown;
  /** Whether it can be several faults at once: an object without any of its properties. */
  readonly several: boolean;
}

/** All changes of one place in a payload. The schemas are all that can apply to it. */
export function* mutate(schemas: readonly Schema[], body: unknown, pointer = ""): Generator<Mutation> {
  const all = schemas.flatMap(inPlace);
  for (const [operator, changed] of replacements(all, body)) {
    yield { operator, pointer, body: changed, several: isObject([changed].flat()[0]) };
  }
  if (Array.isArray(body)) yield* mutateElements(all, body, pointer);
  else if (isObject(body)) yield* mutateProperties(all, body, pointer);
}

/** A schema with all that it refers to and all its alternatives. */
function inPlace(schema: Schema): Schema[] {
  const target = follow(schema);
  const inner = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => (target[keyword] ?? []) as Schema[]);
  return [...(target === schema ? [] : [schema]), target, ...inner.flatMap(inPlace)];
}

function* replacements(all: readonly Schema[], value: unknown): Generator<readonly [Operator, unknown]> {
  if (value !== null) yield ["null", null];
  for (const other of otherTypes(value)) yield ["type", other];
  for (const other of new Set(all.flatMap(({ enum: values = [] }) => values as unknown[]))) {
    if (other !== value) yield ["enum", other];
  }
  if (typeof value === "number") yield* numbers(all);
  if (typeof value === "string") yield* strings(all, value);
}

function otherTypes(value: unknown): unknown[] {
  const samples = [true, 7, 1.5, "text", [], {}].filter((sample) => {
    return typeOf(sample) !== typeOf(value) || (sample === 1.5 && Number.isInteger(value));
  });
  if (typeof value === "string") return [...samples, [value], Number(value) || 0];
  if (typeof value === "number" || typeof value === "boolean") return [...samples, String(value), [value]];
  return isObject(value) ? [...samples, [value]] : samples;
}

function* numbers(all: readonly Schema[]): Generator<readonly [Operator, unknown]> {
  for (const limit of limitsOf(all, "minimum")) for (const by of [-1, 0]) yield ["range", limit + by];
  for (const limit of limitsOf(all, "maximum")) for (const by of [0, 1]) yield ["range", limit + by];
  yield ["range", -1];
  yield ["range", 2 ** 31];
}

function* strings(all: readonly Schema[], value: string): Generator<readonly [Operator, unknown]> {
  const longer = (length: number) => value.slice(0, length) + "a".repeat(Math.max(0, length - value.length));
  for (const limit of limitsOf(all, "minLength"))
    for (const by of [-1, 0]) yield ["length", longer(limit + by)];
  for (const limit of limitsOf(all, "maxLength"))
    for (const by of [0, 1]) yield ["length", longer(limit + by)];
  yield ["enum", value.toLowerCase() === value ? value.toUpperCase() : value.toLowerCase()];
  yield ["enum", "NO_SUCH_VALUE"];
  yield ["length", ""];
  if (all.some(({ pattern }) => pattern !== undefined)) {
    for (const text of [`${value}<b>`, `${value} `, `${value}.`, `负载${value}`, `${value}_%`])
      yield ["pattern", text];
  }
}

function limitsOf(all: readonly Schema[], keyword: string): number[] {
  return [
    ...new Set(all.flatMap((schema) => (typeof schema[keyword] === "number" ? [schema[keyword]] : []))),
  ];
}

function* mutateElements(
  all: readonly Schema[],
  body: readonly unknown[],
  pointer: string,
): Generator<Mutation> {
  const several = false;
  if (body.length > 0) yield { operator: "items", pointer, several, body: [] };
  if (body.length > 0) yield { operator: "items", pointer, several, body: [...body, body[0]] };
  const inner = all.flatMap(({ items }) => (items === undefined ? [] : [items as Schema]));
  for (const [index, element] of body.entries()) {
    for (const one of mutate(inner, element, `${pointer}/${index}`))
      yield { ...one, body: body.with(index, one.body) };
  }
}

function* mutateProperties(
  all: readonly Schema[],
  body: Readonly<Record<string, unknown>>,
  pointer: string,
): Generator<Mutation> {
  const several = false;
  yield {
    operator: "extra property",
    pointer: `${pointer}/undocumented`,
    several,
    body: { ...body, undocumented: 1 },
  };
  const tags = new Set(all.map(({ discriminator }) => Object(discriminator).propertyName as unknown));
  for (const [name, value] of Object.entries(body)) {
    const { [name]: _, ...rest } = body;
    const at = `${pointer}/${name}`;
    yield { operator: "required", pointer: at, several, body: rest };
    yield { operator: "name", pointer: at, several, body: { ...rest, [otherCase(name)]: value } };
    const inner = all.flatMap((schema): Schema[] => {
      const own = (schema.properties as Record<string, Schema> | undefined)?.[name];
      return own === undefined ? [] : [own];
    });
    for (const one of mutate(inner, value, at)) {
      const operator = tags.has(name) && one.operator === "enum" ? "variant" : one.operator;
      yield { ...one, operator, body: { ...body, [name]: one.body } };
    }
  }
  yield* others(all, body, pointer);
}

/** Adds what another variant, or more of this one, would have. */
function* others(
  all: readonly Schema[],
  body: Readonly<Record<string, unknown>>,
  pointer: string,
): Generator<Mutation> {
  const known = Object.assign({}, ...all.map(({ properties }) => properties ?? {})) as Record<string, Schema>;
  for (const name of Object.keys(known)) {
    if (Object.hasOwn(body, name)) continue;
    for (const value of [1, "text", null]) {
      const changed = { ...body, [name]: value };
      yield { operator: "extra property", pointer: `${pointer}/${name}`, several: false, body: changed };
    }
  }
}

function otherCase(name: string): string {
  return name.includes("_") ? name.replace(/_(\w)/, (_, letter: string) => letter.toUpperCase()) : `${name}_`;
}
