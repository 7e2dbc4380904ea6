import type { OperationModel } from "./model.data.ts";

/** The bundled description, as far as it is read here. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
}

interface OperationObject {
  readonly parameters?: readonly Reference[];
  readonly requestBody?: Reference;
  readonly responses: Readonly<Record<string, Reference>>;
}

interface Reference {
  readonly $ref?: string;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
}

interface Body {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface Schema extends Reference {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Properties and listed values of an operation. */
export function partsOf(
  description: Description,
  path: string,
  method: string,
): Pick<OperationModel, "request" | "response" | "values"> {
  const operation = description.paths[path]![method]!;
  const request = new Walk(description);
  const response = new Walk(description);
  const query = new Walk(description);
  const body = resolve<Body>(description, operation.requestBody ?? {});
  for (const { schema } of Object.values(body.content ?? {})) request.visit(schema, "");
  for (const [status, reference] of Object.entries(operation.responses)) {
    if (!status.startsWith("2")) continue;
    const { content = {} } = resolve<Body>(description, reference);
    for (const { schema } of Object.values(content)) response.visit(schema, "");
  }
  for (const reference of operation.parameters ?? []) {
    const { name, in: place, schema } = resolve<Parameter>(description, reference);
    if (place === "query") query.visit(schema, `/${name}`);
  }
  return {
    request: [...request.properties],
    response: [...response.properties],
    values: {
      ...query.valuesUnder("query"),
      ...request.valuesUnder("request"),
      ...response.valuesUnder("response"),
    },
  };
}

class Walk {
  readonly #description: Description;
  readonly #values = new Map<string, Set<string>>();
  /** References that are being followed: an object can hold objects like itself. */
  readonly #open = new Set<string>();
  readonly properties = new Set<string>();

  constructor(description: Description) {
    this.#description = description;
  }

  visit(schema: Schema, pointer: string): void {
    const { $ref } = schema;
    if ($ref !== undefined) {
      if (this.#open.has($ref)) return;
      this.#open.add($ref);
      this.visit(resolve<Schema>(this.#description, schema), pointer);
      this.#open.delete($ref);
      return;
    }
    for (const value of schema.enum ?? ("const" in schema ? [schema.const] : []))
      this.#addValue(pointer, value);
    for (const part of [schema.allOf, schema.anyOf, schema.oneOf].flat()) {
      if (part !== undefined) this.visit(part, pointer);
    }
    if (schema.items !== undefined) this.visit(schema.items, `${pointer}/*`);
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      this.properties.add(`${pointer}/${name}`);
      this.visit(property, `${pointer}/${name}`);
    }
  }

  #addValue(pointer: string, value: unknown): void {
    if (value === null) return;
    const values = this.#values.get(pointer) ?? new Set();
    this.#values.set(pointer, values.add(String(value)));
  }

  valuesUnder(part: string): Record<string, readonly string[]> {
    return Object.fromEntries([...this.#values].map(([pointer, values]) => [part + pointer, [...values]]));
  }
}

function resolve<T>(description: Description, reference: Reference): T {
  let node: unknown = reference;
  for (let { $ref } = reference; $ref !== undefined; $ref = (node as Reference).$ref) {
    node = $ref
      .slice(2)
      .split("/")
      .reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[unescapeName(name)], description);
  }
  return node as T;
}

function unescapeName(name: string): string {
  return decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~");
}
