import type { OperationTypes } from "@elb-classic/spec/operations";
import type { Job } from "./job.ts";

export interface CallOptions {
  /** Ends the call. A change that was sent already may still be carried out. */
  signal?: AbortSignal;
  /** Milliseconds until the call is given up, its answer's body included. Default: 60,000. */
  timeout?: number;
}

/** Parameters, payload and answer of one operation. */
interface OperationShape {
  path: object;
  query: object;
  body: unknown;
  result: unknown;
}

/** One flat argument: path and query parameters by their wire names, the payload as `body`. */
export type Arguments<O extends OperationShape> = Omit<O["path"], "project_id"> & {
  /** Default: the client's project. The calls about the API itself have none. */
  project_id?: "project_id" extends keyof O["path"] ? string : never;
} & O["query"] &
  ([O["body"]] extends [never] ? unknown : { body: O["body"] });

/** What a method resolves to: the body, nothing for an empty answer, or the job that the call has launched. */
export type Answer<Result> = Result extends { uri: string; job_id: string } ? Job : Result;

/** A method takes its argument optionally where nothing in it is required. */
export type Method<O extends OperationShape> = (
  ...given: object extends Arguments<O>
    ? [args?: Arguments<O>, options?: CallOptions]
    : [args: Arguments<O>, options?: CallOptions]
) => Promise<Answer<O["result"]>>;

/** One method per operation of the description, documented where the operation is. */
export type ElbMethods = { [Id in keyof OperationTypes]: Method<OperationTypes[Id]> };
