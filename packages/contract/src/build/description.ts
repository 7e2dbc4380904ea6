import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { childPointer, valueAt } from "../engine/values.ts";

export type Schema = Readonly<Record<string, unknown>>;

/** A part of the description together with where it stands there. */
export interface Located<T = Schema> {
  readonly node: T;
  readonly pointer: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

export interface MediaTypes {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

export interface RequestBody extends MediaTypes {
  readonly required?: boolean;
}

export interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: RequestBody | Reference;
  readonly responses: Readonly<Record<string, MediaTypes | Reference>>;
}

export interface Reference {
  readonly $ref: string;
}

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
}

const bundle = "@elb-classic/spec/elb.openapi.json";

/** Reads the bundled description that the spec package has built. */
export function readDescription(): Description {
  try {
    return JSON.parse(readFileSync(createRequire(import.meta.url).resolve(bundle), "utf8"));
  } catch (cause) {
    throw new Error(`The description ${bundle} cannot be read; build the package @elb-classic/spec first.`, {
      cause,
    });
  }
}

/** Adds path segments to a JSON pointer, escaped. */
export function join(pointer: string, ...segments: readonly (string | number)[]): string {
  return segments.reduce<string>((result, segment) => childPointer(result, String(segment)), pointer);
}

/** Follows references until something else stands there. Only local references exist in a bundle. */
export function follow<T>(description: Description, located: Located<T | Reference>): Located<T> {
  let { node, pointer } = located;
  while (isReference(node)) {
    pointer = node.$ref.slice(1);
    node = lookUp<T | Reference>(description, pointer);
  }
  return { node, pointer };
}

function isReference(node: unknown): node is Reference {
  return typeof (node as Reference).$ref === "string";
}

function lookUp<T>(description: Description, pointer: string): T {
  const node = valueAt(description, decodeURIComponent(pointer));
  if (node === undefined)
    throw new Error(`The description has nothing at ${pointer}, to which a reference points.`);
  return node as T;
}
