import type { JobTypes, OperationTypes } from "@elb-classic/spec/operations";
import type { Job } from "./job.ts";

export interface CallOptions {
  /** Ends the call. A change that was sent already may still be carried out. */
  signal?: AbortSignal;
  /** Milliseconds until the call is given up, waiting and repetitions and the answer's body included. Default: 60,000. */
  timeout?: number;
  /** Whether private keys stay in the answer; they are dropped from it otherwise. Default: false. */
  privateKeys?: boolean;
  /** Whether the call waits for others while the budget runs low, as questions about jobs do. Default: false. */
  background?: boolean;
}

/** What a call resolves to, and how the answer came. */
export interface WithResponse<T> {
  data: T;
  /** HTTP status. */
  status: number;
  /** The gateway's id of the request, to quote to support. */
  requestId: string | undefined;
  /** How often the request was sent. */
  attempts: number;
  headers: Headers;
}

/** The promise of a call. */
export interface ElbPromise<T> extends Promise<T> {
  /** The same answer, with its status, request id and headers and the number of attempts. Sends nothing again. */
  withResponse(): Promise<WithResponse<T>>;
}

/** Parameters, payload and answer of one operation, and the entities of the job that it launches. */
interface OperationShape {
  path: object;
  query: object;
  body: unknown;
  result: unknown;
  job: unknown;
}

/** One flat argument: path and query parameters by their wire names, the payload as `body`. */
export type Arguments<O extends OperationShape> = Omit<O["path"], "project_id"> & {
  /** Default: the client's project. The calls about the API itself have none. */
  project_id?: "project_id" extends keyof O["path"] ? string : never;
} & O["query"] &
  ([O["body"]] extends [never] ? unknown : { body: O["body"] });

/** What a method resolves to: the body, nothing for an empty answer, or the job that the call has launched. */
export type Answer<O extends OperationShape> = [O["job"]] extends [never] ? O["result"] : Job<O["job"]>;

/** A method takes its argument optionally where nothing in it is required. */
export type Method<O extends OperationShape> = (
  ...given: object extends Arguments<O>
    ? [args?: Arguments<O>, options?: CallOptions]
    : [args: Arguments<O>, options?: CallOptions]
) => ElbPromise<Answer<O>>;

/** One method per operation of the description, documented where the operation is. */
export type ElbMethods = { [Id in keyof OperationTypes]: Method<OperationTypes[Id]> };

/** Type of a job, such as `createELB`. */
export type JobType = keyof JobTypes;
