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

/** Alternatives, each with the schemes that it needs all of. */
export type Security = readonly Readonly<Record<string, readonly string[]>>[];

export interface OperationObject {
  readonly operationId: string;
  readonly security?: Security;
  readonly "x-elb-job"?: string;
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: RequestBody | Reference;
  readonly responses: Readonly<Record<string, MediaTypes | Reference>>;
}

export interface Reference {
  readonly $ref: string;
}

export interface SecurityScheme {
  readonly in: string;
  readonly name: string;
  readonly "x-elb-signature"?: { readonly dateHeader: string };
}

export interface Description {
  readonly security?: Security;
  readonly components?: { readonly securitySchemes?: Readonly<Record<string, SecurityScheme>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
}

/** Reads the bundled description that the spec package has built. */
export function readDescription(): Description {
  return readSpec("elb.openapi.json");
}

/** Reads one of the files that the spec package has built. */
export function readSpec<T>(name: string): T {
  const file = `@elb-classic/spec/${name}`;
  try {
    return JSON.parse(readFileSync(createRequire(import.meta.url).resolve(file), "utf8"));
  } catch (cause) {
    throw new Error(`${file} cannot be read; build the package @elb-classic/spec first.`, { cause });
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

export function lookUp<T>(description: Description, pointer: string): T {
  const node = valueAt(description, decodeURIComponent(pointer));
  if (node === undefined)
    throw new Error(`The description has nothing at ${pointer}, to which a reference points.`);
  return node as T;
}
