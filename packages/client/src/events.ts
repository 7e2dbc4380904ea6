/** What the hooks of a client are told. No event holds a header, a token or a private key. */

/** A request that is about to be sent. Headers are left out: they hold secrets. */
export interface RequestEvent {
  /** A number that pairs the request with its answer; unique within one client. */
  id: number;
  /** Which sending of the call this is, from 1. */
  attempt: number;
  method: string;
  url: string;
  /** Name of the operation; absent where a raw request matches none. */
  operationId: string | undefined;
}

/** The answer to a request before its body is read, or that there was none. */
export interface ResponseEvent extends RequestEvent {
  /** HTTP status; absent where no answer came. */
  status: number | undefined;
  /** Milliseconds from sending to the answer's headers, or to the error. */
  duration: number;
  /** The gateway's id of the request, to quote to support. */
  requestId: string | undefined;
  /** Why no answer came. */
  error: Error | undefined;
}

/** What became of a change, for an audit trail. */
export interface ChangeEvent {
  /** Name of the operation. */
  operationId: string;
  /** The ids in its path, by their wire names, the project left out. */
  ids: Readonly<Record<string, string>>;
  projectId: string;
  /** The payload, with `"***"` in place of secret fields; absent where there is none. */
  payload: unknown;
  /** When it was sent last. */
  at: Date;
  /**
   * `accepted`: answered with success. `refused`: answered with an error, or certainly never arrived. `unknown`: sent,
   * and it cannot be told. A job that was waited for is told of once more when it ends: `succeeded` or `failed`.
   */
  outcome: "accepted" | "refused" | "unknown" | "succeeded" | "failed";
  /** HTTP status of the answer to the change, if there was one. */
  status: number | undefined;
  /** The gateway's id of the request, if there was an answer. */
  requestId: string | undefined;
  /** Id of the job that it launched, if it did. */
  jobId: string | undefined;
  /** Error code of the answer or of the failed job, if there is one. */
  code: string | undefined;
}
