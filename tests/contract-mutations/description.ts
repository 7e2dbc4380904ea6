import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export type Schema = Readonly<Record<string, unknown>>;

interface MediaTypes {
  readonly $ref?: string;
  readonly content?: Readonly<
    Record<
      string,
      { readonly schema: Schema; readonly examples?: Record<string, { readonly value: unknown }> }
    >
  >;
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: MediaTypes;
  readonly responses: Readonly<Record<string, MediaTypes>>;
}

interface Description {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** A payload of an operation. */
export interface Target {
  readonly operationId: string;
  readonly method: string;
  /** Template of the path. */
  readonly path: string;
  /** Of an answer; `undefined` for a request. */
  readonly status?: number;
  readonly schema: Schema;
  readonly examples: readonly unknown[];
}

const file = createRequire(import.meta.url).resolve("@elb-classic/spec/elb.openapi.json");
export const description: Description = JSON.parse(readFileSync(file, "utf8"));

/** Follows a reference into the description. */
export function follow<T extends object>(node: T): T {
  let target: { readonly $ref?: string } = node;
  while (target.$ref !== undefined) target = at(target.$ref.slice(1)) as { readonly $ref?: string };
  return target as T;
}

export function at(pointer: string): unknown {
  const segments = decodeURIComponent(pointer).split("/").slice(1);
  return segments.reduce<unknown>((value, segment) => {
    return Object(value)[segment.replaceAll("~1", "/").replaceAll("~0", "~")];
  }, description);
}

/** The payloads of all operations: requests, answers of success, and one of the documented errors. */
export const targets: readonly Target[] = Object.entries(description.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, operation]) => {
    const base = { operationId: operation.operationId, method: method.toUpperCase(), path };
    const statuses = Object.keys(operation.responses).filter((status) => /^\d+$/.test(status));
    const chosen = [...statuses.filter((status) => status < "300"), "400"];
    return [
      ...(operation.requestBody === undefined ? [] : payloadOf(base, operation.requestBody)),
      ...chosen.flatMap((status) => {
        return payloadOf({ ...base, status: Number(status) }, operation.responses[status] ?? {});
      }),
    ];
  }),
);

function payloadOf(base: Omit<Target, "schema" | "examples">, media: MediaTypes): Target[] {
  return Object.values(follow(media).content ?? {}).map(({ schema, examples = {} }) => {
    return { ...base, schema, examples: Object.values(examples).map(({ value }) => value) };
  });
}
