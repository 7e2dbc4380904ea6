import type { Condition } from "./facts/ledger.ts";
import type { JobStatuses, ReadKind } from "./operation-row.ts";

/** The parts of an OpenAPI document that the generators read. */
export interface Schema {
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  pattern?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  maxProperties?: number;
  "x-elb-read"?: ReadKind;
  "x-elb-secret"?: boolean;
  "x-elb-job-status"?: JobStatuses;
  "x-elb-job-entities"?: Record<string, string[]>;
  "x-elb-conditions"?: Condition[];
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  description?: string;
  schema: Schema;
}

export interface Media {
  schema: Schema;
  examples?: Record<string, { summary?: string; value: unknown }>;
}

export interface Response {
  $ref?: string;
  description: string;
  content?: Record<string, Media>;
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, Media> };
  responses: Record<string, Response>;
  "x-elb-source": string[];
  "x-elb-repeat": "safe" | "never";
  "x-elb-job"?: string;
  "x-elb-paging"?: { marker: string; limit: string; id: string };
}

export interface SignatureScheme {
  type: string;
  in: string;
  name: string;
  "x-elb-signature": {
    algorithm: string;
    dateHeader: string;
    securityTokenHeader: string;
    projectIdHeader: string;
    contentHashHeader: string;
    clockSkewSeconds: number;
    maxBodyBytes: number;
    failuresBeforeLock: number;
    lockSeconds: number;
  };
}

export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: { url: string; variables?: Record<string, { default: string }> }[];
  paths: Record<string, Partial<Record<Method, Operation>>>;
  components: {
    schemas: Record<string, Schema>;
    parameters: Record<string, Parameter>;
    responses: Record<string, Response>;
    headers: Record<string, unknown>;
    securitySchemes: {
      token: { name: string };
      signature: SignatureScheme;
    };
  };
}

export const methods = ["get", "post", "put", "delete"] as const;
export type Method = (typeof methods)[number];

/** One operation and where it stands. */
export interface LocatedOperation {
  path: string;
  method: Method;
  operation: Operation;
}

/** Every operation, in the order of the document. */
export function* operationsOf(document: OpenApiDocument): Generator<LocatedOperation> {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (operation) yield { path, method, operation };
    }
  }
}

/** Follows a local reference (`#/components/…`); returns what is not a reference as it is. */
export function resolve<T extends { $ref?: string }>(document: OpenApiDocument, node: T): T {
  if (!node.$ref) return node;
  const target = node.$ref
    .slice(2)
    .split("/")
    .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], document);
  const { $ref: _, ...siblings } = node;
  return { ...(target as T), ...siblings };
}

/** Name of the component that a reference points to, `Listener` for `#/components/schemas/Listener`. */
export const componentName = (ref: string): string => ref.slice(ref.lastIndexOf("/") + 1);
