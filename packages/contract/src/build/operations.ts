import type {
  Authentication,
  Operation,
  ParameterType,
  Payload,
  PayloadRule,
  QueryParameter,
  RequestRule,
} from "../table.ts";
import type { Compilation } from "./compile.ts";
import { conditionsOf } from "./conditions.ts";
import {
  type Description,
  follow,
  join,
  type Located,
  lookUp,
  type MediaTypes,
  type OperationObject,
  type Parameter,
  type RequestBody,
  type Schema,
} from "./description.ts";
import { typesOf } from "./facts.ts";
import type { Interned } from "./interned.ts";
import type { Lowered } from "./lower.ts";
import { countOf, jobStatesOf } from "./meaning.ts";
import type { Provenance } from "./provenance.ts";
import { pathParameters } from "./routes.ts";
import { isSecret, secretPaths } from "./secrets.ts";

/** Reads what the engine needs to know of one operation, and orders its validators. */
export function readOperation(
  context: Context,
  located: Located<OperationObject>,
  template: string,
): Operation {
  const { node, pointer } = located;
  const { description, compilation, ways } = context;
  const parameters = parametersOf(description, located);
  const request = requestOf(context, located);
  const { statuses, responses, otherwise } = responsesOf(context, located);
  return {
    id: node.operationId,
    pointer,
    path: pathParameters(template),
    query: queryOf(description, parameters),
    parameters: compilation.addLowered(parametersSchema(compilation, parameters, template)),
    ...(request === undefined ? {} : { request }),
    authentication: ways.add(authenticationOf(description, node)),
    ...(node["x-elb-job"] === undefined ? {} : { job: node["x-elb-job"] }),
    statuses,
    responses,
    ...(otherwise === undefined ? {} : { otherwise }),
  };
}

export interface Context {
  readonly description: Description;
  readonly compilation: Compilation;
  readonly provenance: Provenance;
  readonly ways: Interned<readonly Authentication[]>;
}

function authenticationOf(
  { security = [], components }: Description,
  operation: OperationObject,
): Authentication[] {
  return (operation.security ?? security).flatMap((alternative) => {
    const names = Object.keys(alternative);
    if (names.length > 1)
      throw new Error(`${operation.operationId} needs two ways of authentication at once.`);
    return names.map((name) => {
      const pointer = join("/components/securitySchemes", name);
      const scheme = components?.securitySchemes?.[name];
      if (scheme?.in !== "header")
        throw new Error(`${pointer}: the engine knows authentication by headers only.`);
      const date = scheme["x-elb-signature"]?.dateHeader;
      return {
        header: scheme.name.toLowerCase(),
        title: scheme.name,
        pointer,
        ...(date === undefined ? {} : { date: date.toLowerCase(), dateTitle: date }),
      };
    });
  });
}

function parametersOf(
  description: Description,
  { node, pointer }: Located<OperationObject>,
): Located<Parameter>[] {
  return (node.parameters ?? []).map((parameter, index) =>
    follow<Parameter>(description, { node: parameter, pointer: join(pointer, "parameters", index) }),
  );
}

function parametersSchema(
  compilation: Compilation,
  parameters: readonly Located<Parameter>[],
  template: string,
): Lowered {
  const group = (place: string): Lowered => {
    const members = parameters.filter(({ node }) => node.in === place);
    const lowered = members.map(({ node, pointer }) => [
      node.name,
      compilation.lower({ node: node.schema, pointer: join(pointer, "schema") }),
    ]);
    const required = members.filter(({ node }) => node.required).map(({ node }) => node.name);
    return { properties: Object.fromEntries(lowered), required };
  };
  const path = group("path");
  for (const [name] of pathParameters(template)) {
    if (!(path.required as string[]).includes(name))
      throw new Error(`${template} does not describe its parameter "${name}".`);
  }
  return { properties: { path, query: group("query") } };
}

function queryOf(
  description: Description,
  parameters: readonly Located<Parameter>[],
): Record<string, QueryParameter> {
  const query = parameters.filter(({ node }) => node.in === "query");
  return Object.fromEntries(
    query.map(({ node, pointer }) => {
      const schema = { node: node.schema, pointer: join(pointer, "schema") };
      const types = typesOf(description, schema);
      if (types?.length !== 1 || !scalars.has(types[0]!)) {
        throw new Error(`${pointer}: the engine reads query parameters of one scalar type only.`);
      }
      const secret = isSecret(node.schema) ? { secret: true as const } : {};
      return [node.name, { type: types[0] as ParameterType, pointer, ...secret }];
    }),
  );
}

const scalars = new Set(["string", "integer", "number", "boolean"]);

function requestOf(context: Context, { node, pointer }: Located<OperationObject>): RequestRule | undefined {
  if (node.requestBody === undefined) return undefined;
  const body = follow<RequestBody>(context.description, {
    node: node.requestBody,
    pointer: join(pointer, "requestBody"),
  });
  const payload = payloadOf(context, body);
  if (payload === undefined) throw new Error(`${body.pointer} has no content.`);
  const schema = { node: lookUp<Schema>(context.description, payload.pointer), pointer: payload.pointer };
  const conditions = conditionsOf(context.description, context.provenance, node.operationId, schema);
  return {
    pointer: body.pointer,
    required: body.node.required ?? false,
    payload,
    ...(conditions.length === 0 ? {} : { conditions }),
  };
}

function responsesOf(
  context: Context,
  { node, pointer }: Located<OperationObject>,
): { statuses: number[]; responses: PayloadRule[]; otherwise?: PayloadRule } {
  const { default: otherwise, ...rules } = Object.fromEntries(
    Object.entries(node.responses).map(([status, response]) => {
      const found = follow<MediaTypes>(context.description, {
        node: response,
        pointer: join(pointer, "responses", status),
      });
      const payload = payloadOf(context, found);
      const meaning = payload === undefined ? {} : meaningOf(context, payload, status);
      return [
        status,
        { pointer: found.pointer, ...(payload === undefined ? {} : { payload: { ...payload, ...meaning } }) },
      ];
    }),
  );
  return {
    statuses: Object.keys(rules).map(Number),
    responses: Object.values(rules),
    ...(otherwise === undefined ? {} : { otherwise }),
  };
}

/** What an answer can contradict itself in. */
function meaningOf({ description }: Context, { pointer }: Payload, status: string): Partial<Payload> {
  if (!status.startsWith("2")) return { errors: pointer };
  const schema = { node: lookUp<Schema>(description, pointer), pointer };
  const count = countOf(description, schema);
  const job = jobStatesOf(description, schema);
  return { ...(count === undefined ? {} : { count }), ...(job === undefined ? {} : { job }) };
}

function payloadOf(
  { description, compilation }: Context,
  { node, pointer }: Located<MediaTypes>,
): Payload | undefined {
  const content = Object.entries(node.content ?? {});
  if (content.length === 0) return undefined;
  const [mediaType, media] = content[0]!;
  if (content.length > 1 || media.schema === undefined) {
    throw new Error(`${pointer}: the engine expects one media type with a schema.`);
  }
  const schema = follow<Schema>(description, {
    node: media.schema,
    pointer: join(pointer, "content", mediaType, "schema"),
  });
  return {
    pointer: schema.pointer,
    mediaType,
    validator: compilation.add(schema),
    secrets: secretPaths(description, schema),
  };
}
