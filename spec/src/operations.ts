import {
  componentName,
  type LocatedOperation,
  type OpenApiDocument,
  operationsOf,
  type Parameter,
  resolve,
  type Schema,
} from "./document.ts";
import type { OperationRow, Protocol } from "./operation-row.ts";

const json = "application/json";

/** One row per operation, in the order of the document. */
export function operationRows(document: OpenApiDocument): Record<string, OperationRow> {
  const rows: Record<string, OperationRow> = {};
  for (const located of operationsOf(document))
    rows[located.operation.operationId] = rowOf(document, located);
  return rows;
}

function rowOf(document: OpenApiDocument, { path, method, operation }: LocatedOperation): OperationRow {
  const statuses = Object.keys(operation.responses)
    .filter((status) => status !== "default")
    .map(Number);
  const success = statuses.find((status) => status < 300);
  if (success === undefined) throw new Error(`${operation.operationId} documents no status of success.`);
  const answer = answerSchema(document, operation.responses[success]);
  const read = marksIn(document, answer, "x-elb-read");
  const secrets = marksIn(document, answer, "x-elb-secret").map(([path]) => path);
  const bodySecrets = marksIn(document, payloadSchema(operation), "x-elb-secret").map(([path]) => path);
  return {
    method: method.toUpperCase() as OperationRow["method"],
    path,
    pathParameters: namesOf(document, operation.parameters, "path"),
    queryParameters: namesOf(document, operation.parameters, "query"),
    body: operation.requestBody !== undefined,
    success,
    statuses,
    repeat: operation["x-elb-repeat"],
    ...(operation["x-elb-job"] ? { job: operation["x-elb-job"] } : {}),
    ...(operation["x-elb-paging"] ? { paging: operation["x-elb-paging"] } : {}),
    ...(read.length > 0 ? { read } : {}),
    ...(secrets.length > 0 ? { secrets } : {}),
    ...(bodySecrets.length > 0 ? { bodySecrets } : {}),
  };
}

/** Parameters of one kind, resolved. */
export function parametersOf(
  document: OpenApiDocument,
  parameters: Parameter[] | undefined,
  place: Parameter["in"],
): Parameter[] {
  return (parameters ?? []).map((each) => resolve(document, each)).filter((each) => each.in === place);
}

const namesOf = (document: OpenApiDocument, parameters: Parameter[] | undefined, place: Parameter["in"]) =>
  parametersOf(document, parameters, place).map((each) => each.name);

/** Schema of a JSON answer, unresolved; undefined for an answer without body. */
export function answerSchema(
  document: OpenApiDocument,
  response: { $ref?: string; description: string; content?: Record<string, { schema: Schema }> } | undefined,
): Schema | undefined {
  return response && resolve(document, response).content?.[json]?.schema;
}

/** Schema of the JSON payload, unresolved. */
export const payloadSchema = (operation: LocatedOperation["operation"]): Schema | undefined =>
  operation.requestBody?.content[json]?.schema;

/** Where an extension stands inside a payload or an answer, and its values. A model that contains itself is followed once. */
function marksIn<Name extends "x-elb-read" | "x-elb-secret">(
  document: OpenApiDocument,
  schema: Schema | undefined,
  name: Name,
  path: readonly string[] = [],
  seen: readonly string[] = [],
): [string, NonNullable<Schema[Name]>][] {
  if (!schema || (schema.$ref && seen.includes(schema.$ref))) return [];
  const below = schema.$ref ? [...seen, schema.$ref] : seen;
  const target = resolve(document, schema);
  const parts: [Schema | undefined, readonly string[]][] = [
    ...Object.entries(target.properties ?? {}).map(([key, each]): [Schema, string[]] => [
      each,
      [...path, key],
    ]),
    [target.items, [...path, "*"]],
    ...[...(target.oneOf ?? []), ...(target.allOf ?? [])].map((each): [Schema, readonly string[]] => [
      each,
      path,
    ]),
  ];
  const mark = target[name];
  return [
    ...(mark ? [[path.join("."), mark] as [string, NonNullable<Schema[Name]>]] : []),
    ...parts.flatMap(([part, at]) => marksIn(document, part, name, at, below)),
  ];
}

/** The facts that are not of one operation. */
export function protocolOf(document: OpenApiDocument): Protocol {
  const { token, signature } = document.components.securitySchemes;
  const { algorithm, clockSkewSeconds, maxBodyBytes, failuresBeforeLock, lockSeconds, ...headers } =
    signature["x-elb-signature"];
  const [requestId] = Object.keys(document.components.headers);
  const jobStatuses = document.components.schemas.Job?.properties?.status?.["x-elb-job-status"];
  if (!requestId || !jobStatuses) {
    throw new Error("The description needs the request id header and x-elb-job-status on the job's status.");
  }
  return {
    contentType: json,
    headers: {
      token: token.name,
      authorization: signature.name,
      date: headers.dateHeader,
      projectId: headers.projectIdHeader,
      securityToken: headers.securityTokenHeader,
      contentSha256: headers.contentHashHeader,
      requestId,
    },
    signature: { algorithm, clockSkewSeconds, maxBodyBytes, failuresBeforeLock, lockSeconds },
    jobStatuses,
  };
}

/** The module `generated/protocol.ts`. */
export function generateProtocol(document: OpenApiDocument): string {
  return `// Generated from the description by \`npm run build\`. Do not edit.

import type { Protocol } from "../src/operation-row.ts";

/** Facts of the description that belong to no single operation. */
export const protocol = ${JSON.stringify(protocolOf(document), null, 2)} as const satisfies Protocol;
`;
}

/** The module `generated/operations.ts`: the table, the types of each operation, and the protocol's facts. */
export function generateOperations(document: OpenApiDocument): string {
  const members = [...operationsOf(document)].map((located) => operationType(document, located));
  const rows = Object.entries(operationRows(document)).map(([id, row]) => `  ${id}: ${JSON.stringify(row)},`);
  const [server] = document.servers;
  if (!server) throw new Error("The description needs a server.");
  return `// Generated from the description by \`npm run build\`. Do not edit.

import type { OperationRow } from "../src/operation-row.ts";
import type { components } from "./types.ts";

type Schemas = components["schemas"];

/** What a job has worked on once it has succeeded, by its type. */
export interface JobTypes {
${jobTypes(document).join("\n")}
}

/**
 * Parameters, payload and answer of each operation, the answer with the quirks of the service absorbed; and, as
 * \`job\`, what the job that it launches has worked on.
 */
export interface OperationTypes {
${members.join("\n")}
}

/** Name of an operation. */
export type OperationId = keyof OperationTypes;

/** What a client needs to know of each operation at run time. */
export const operations: { readonly [Id in OperationId]: OperationRow } = {
${rows.join("\n")}
};

/** URL of the public cloud, with the region in braces. */
export const server = ${JSON.stringify(server.url)};

export type { OperationRow, Protocol, ReadKind } from "../src/operation-row.ts";
// A module of its own, so that a bundler can tell who needs it.
export { protocol } from "./protocol.ts";
`;
}

function operationType(document: OpenApiDocument, { operation }: LocatedOperation): string {
  const path = parametersOf(document, operation.parameters, "path");
  const query = parametersOf(document, operation.parameters, "query");
  const success = Object.keys(operation.responses).find((status) => Number(status) < 300) ?? "";
  const answer = answerSchema(document, operation.responses[success]);
  const payload = payloadSchema(operation);
  return `${comment(operationDoc(operation), 2)}
  ${operation.operationId}: {
    path: ${parameterType(document, path)};
    query: ${parameterType(document, query)};
    body: ${payload ? schemaType(payload) : "never"};
    result: ${answer ? schemaType(answer) : "void"};
    job: ${operation["x-elb-job"] ? `JobTypes["${operation["x-elb-job"]}"]` : "never"};
  };`;
}

/** One member per type of job. A type that an operation launches and that is not among them is refused. */
function jobTypes(document: OpenApiDocument): string[] {
  const entities = document.components.schemas.JobEntities;
  const fields = entities?.["x-elb-job-entities"] ?? {};
  for (const { operation } of operationsOf(document)) {
    const type = operation["x-elb-job"];
    if (type && !fields[type]) throw new Error(`x-elb-job-entities does not tell the entities of ${type}.`);
  }
  return Object.entries(fields).map(([type, names]) => {
    for (const name of names) {
      if (!entities?.properties?.[name])
        throw new Error(`x-elb-job-entities: JobEntities has no \`${name}\`.`);
    }
    const keys = names.map((name) => JSON.stringify(name)).join(" | ");
    return `  ${type}: Required<Pick<NonNullable<Schemas["JobEntities"]>, ${keys}>>;`;
  });
}

function operationDoc(operation: LocatedOperation["operation"]): string {
  return `${operation.summary}.\n\n${operation.description.trim()}\n\nSource: ${operation["x-elb-source"].join(", ")}`;
}

const schemaType = (schema: Schema): string => `Schemas["${componentName(schema.$ref ?? "")}"]`;

function parameterType(document: OpenApiDocument, parameters: Parameter[]): string {
  if (parameters.length === 0) return "Record<never, never>";
  const members = parameters.map((parameter) => {
    const type = resolve(document, parameter.schema).type === "integer" ? "number" : "string";
    return `${comment(parameter.description ?? "", 6)}\n      ${parameter.name}${parameter.required ? "" : "?"}: ${type};`;
  });
  return `{\n${members.join("\n")}\n    }`;
}

function comment(text: string, indent: number): string {
  const pad = " ".repeat(indent);
  const lines = text.trim().replaceAll("*/", "*\\/").split("\n");
  if (lines.length === 1) return `${pad}/** ${lines[0]} */`;
  return [`${pad}/**`, ...lines.map((line) => `${pad} * ${line}`.trimEnd()), `${pad} */`].join("\n");
}
