import description from "@elb-classic/spec/iam.openapi.json" with { type: "json" };
import type { operations } from "@elb-classic/spec/iam-types";
import type { Schema } from "./fits.ts";

/** The operations of IAM that the description has. */
export type IamOperationId = keyof operations;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
}

interface Content {
  readonly "application/json": {
    readonly schema: Schema;
    readonly examples: Readonly<Record<string, { readonly value: unknown }>>;
  };
}

interface Operation {
  readonly operationId: IamOperationId;
  readonly parameters?: readonly { readonly $ref: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, unknown>>;
}

const paths = description.paths as unknown as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
const components = description.components as unknown as {
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly responses: Readonly<Record<string, { readonly content: Content }>>;
  readonly schemas: Readonly<Record<string, Schema>>;
};

/** The operation of a method and a path, if IAM has it. */
export function iamOperation(method: string, path: string): IamOperationId | undefined {
  const item = Object.hasOwn(paths, path) ? paths[path] : undefined;
  const verb = method.toLowerCase();
  return item !== undefined && Object.hasOwn(item, verb) ? item[verb]?.operationId : undefined;
}

/** The status of success of an operation. */
export function successStatus(id: IamOperationId): number {
  return Number(Object.keys(operationOf(id).responses).find((status) => status.startsWith("2")));
}

/** The query parameters of an operation, by name. */
export function queryParameters(id: IamOperationId): ReadonlyMap<string, Schema> {
  const parameters = (operationOf(id).parameters ?? []).map(({ $ref }) =>
    resolve(components.parameters, $ref),
  );
  return new Map(parameters.filter((each) => each.in === "query").map(({ name, schema }) => [name, schema]));
}

/** What the payload of an operation has to be, undefined where it takes none. */
export function payloadSchema(id: IamOperationId): Schema | undefined {
  return operationOf(id).requestBody?.content["application/json"].schema;
}

/** A schema that others refer to. */
export function resolveSchema($ref: string): Schema {
  return resolve(components.schemas, $ref);
}

/** An example of an answer that refuses something. */
export function exampleRefusal(response: string, example: string): unknown {
  const found = components.responses[response]?.content["application/json"].examples[example];
  if (found === undefined)
    throw new Error(`The description of IAM has no example ${example} of ${response}.`);
  return found.value;
}

function operationOf(id: IamOperationId): Operation {
  const all = Object.values(paths).flatMap((item) => Object.values(item));
  const found = all.find(({ operationId }) => operationId === id);
  if (found === undefined) throw new Error(`The description of IAM has no operation ${id}.`);
  return found;
}

function resolve<T>(map: Readonly<Record<string, T>>, $ref: string): T {
  const name = $ref.slice($ref.lastIndexOf("/") + 1);
  const found = map[name];
  if (found === undefined) throw new Error(`The description of IAM has no ${name}.`);
  return found;
}
