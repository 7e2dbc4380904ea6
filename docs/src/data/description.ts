/** The description of the API in both languages, with references resolved on demand. */
import english from "@elb-classic/spec/elb.openapi.json" with { type: "json" };
import chinese from "@elb-classic/spec/elb.zh-CN.openapi.json" with { type: "json" };
import type { Language } from "../language.ts";

export interface Schema {
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  maxProperties?: number;
  pattern?: string;
  deprecated?: boolean;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  allOf?: readonly Schema[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  "x-elb-secret"?: boolean;
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: "path" | "query";
  required?: boolean;
  description: string;
  schema: Schema;
  example?: string;
}

export interface Example {
  summary?: string;
  value: unknown;
}

export interface Media {
  schema: Schema;
  examples?: Readonly<Record<string, Example>>;
}

export interface Answer {
  $ref?: string;
  description: string;
  content?: Readonly<Record<string, Media>>;
}

export interface OperationObject {
  operationId: string;
  tags: readonly string[];
  summary: string;
  description: string;
  "x-elb-source"?: readonly string[];
  "x-elb-repeat": "safe" | "never";
  "x-elb-job"?: string;
  parameters?: readonly Parameter[];
  requestBody?: { content: Readonly<Record<string, Media>> };
  responses: Readonly<Record<string, Answer>>;
}

/** An operation with the place where it is called. */
export interface Operation extends OperationObject {
  method: string;
  path: string;
}

interface Tag {
  name: string;
  "x-displayName": string;
  description: string;
}

interface Description {
  info: { title: string; summary: string; version: string };
  tags: readonly Tag[];
  paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  components: { securitySchemes: { token: { name: string } } } & Record<string, Record<string, unknown>>;
}

export const descriptions = { en: english, zh: chinese } as unknown as Record<Language, Description>;

/** Follows a reference; what stands beside it wins. */
export function resolve<T extends { $ref?: string }>(language: Language, part: T): T {
  if (part.$ref === undefined) return part;
  const [section, name] = part.$ref.split("/").slice(-2) as [string, string];
  const { $ref: _, ...beside } = part;
  const target = descriptions[language].components[section]?.[name];
  if (target === undefined) throw new Error(`The description has no ${part.$ref}.`);
  return { ...resolve(language, target as T), ...beside };
}

/** All operations, in the order of the description. */
export function operationsOf(language: Language): Operation[] {
  return Object.entries(descriptions[language].paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
    })),
  );
}

/** Parameters of an operation in one place, `path` or `query`. */
export function parametersOf(
  language: Language,
  operation: OperationObject,
  place: Parameter["in"],
): Parameter[] {
  return (operation.parameters ?? [])
    .map((part) => resolve(language, part))
    .filter((part) => part.in === place);
}

/** The JSON payload of a request or an answer. */
export const jsonOf = (part: { content?: Readonly<Record<string, Media>> } | undefined): Media | undefined =>
  part?.content?.["application/json"];

/** Name of the header that carries a token. */
export const tokenHeader = descriptions.en.components.securitySchemes.token.name;
