import { type OperationId, operations } from "@elb-classic/spec/operations";

/** What the operation table says of a call that changes nothing. */
export interface Read {
  readonly id: OperationId;
  readonly path: string;
  /** Names of the ids in the path, without that of the project. */
  readonly ids: readonly string[];
  readonly query: readonly string[];
  readonly paging?: { readonly marker: string; readonly limit: string; readonly id: string } | undefined;
}

interface Row {
  readonly method: string;
  readonly path: string;
  readonly pathParameters: readonly string[];
  readonly queryParameters: readonly string[];
  readonly repeat: string;
  readonly paging?: Read["paging"];
}

export const PROJECT = "project_id";

const rows = Object.entries(operations) as unknown as [OperationId, Row][];

/** The operations that the table calls safe to repeat. Nothing else has a way to be sent. */
export const reads: readonly Read[] = rows
  .filter(([, { repeat, method }]) => repeat === "safe" && method === "GET")
  .map(([id, { path, pathParameters, queryParameters, paging }]) => ({
    id,
    path,
    ids: pathParameters.filter((name) => name !== PROJECT),
    query: queryParameters,
    paging,
  }));

/** A read to send. */
export interface Call {
  readonly read: Read;
  readonly ids: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** What came back: the wire's own words, and what they hold where that is JSON. */
export interface Answer {
  readonly call: Call;
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `undefined` where the text is no JSON. */
  readonly body: unknown;
}

/** The elements of the list that an answer holds, be it bare or in an object. */
export function elementsOf(body: unknown): readonly unknown[] {
  if (Array.isArray(body)) return body;
  return Object.values(Object(body)).find(Array.isArray) ?? [];
}

/** The id of a resource, empty where there is none. */
export function idOf(resource: unknown): string {
  const { id } = Object(resource) as { readonly id?: unknown };
  return typeof id === "string" ? id : "";
}
