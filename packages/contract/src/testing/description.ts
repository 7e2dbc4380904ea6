import {
  type Description,
  follow,
  type MediaTypes,
  type OperationObject,
  type RequestBody,
  readDescription,
  type Schema,
} from "../build/description.ts";

/** An example of the description, as a message of its operation. */
export interface Sample {
  readonly operationId: string;
  readonly name: string;
  readonly method: string;
  readonly url: string;
  readonly schema: Schema;
  readonly body: unknown;
}

export interface ResponseSample extends Sample {
  readonly status: number;
}

export const description: Description = readDescription();

interface WithExamples extends MediaTypes {
  readonly content?: Readonly<
    Record<
      string,
      { readonly schema: Schema; readonly examples?: Record<string, { readonly value: unknown }> }
    >
  >;
}

/** Every request example. */
export const requestSamples: readonly Sample[] = operations().flatMap(({ base, operation }) =>
  operation.requestBody === undefined ? [] : samplesOf(base, operation.requestBody as RequestBody, ""),
);

/** Every answer example of a documented status. */
export const responseSamples: readonly ResponseSample[] = operations().flatMap(({ base, operation }) =>
  Object.entries(operation.responses).flatMap(([status, response]) =>
    status === "default"
      ? []
      : samplesOf(base, response as MediaTypes, `${status} `).map((sample) => ({
          ...sample,
          status: Number(status),
        })),
  ),
);

type Base = Pick<Sample, "operationId" | "method" | "url">;

function operations(): { base: Base; operation: OperationObject }[] {
  return Object.entries(description.paths).flatMap(([template, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      base: {
        operationId: operation.operationId,
        method: method.toUpperCase(),
        url: `https://elb.example.com${template.replaceAll(/\{(\w+)\}/g, "$1-1")}`,
      },
      operation,
    })),
  );
}

function samplesOf(base: Base, media: MediaTypes, prefix: string): Sample[] {
  const { node } = follow<WithExamples>(description, { node: media as WithExamples, pointer: "" });
  return Object.values(node.content ?? {}).flatMap(({ schema, examples = {} }) =>
    Object.entries(examples).map(([name, { value }]) => ({
      ...base,
      name: prefix + name,
      schema,
      body: value,
    })),
  );
}
