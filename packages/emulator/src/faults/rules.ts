import type { OperationName } from "./operation-names.ts";

/**
 * One thing that goes wrong. A rule says to which calls it applies and has exactly one effect. Rules are asked in their
 * order; one with `error`, `status` or `drop` ends the call, and those after it neither apply nor count.
 */
export interface FaultRule {
  /** The operations that it is about. Default: all. Paths that are no operation are never touched. */
  readonly operations?: readonly OperationName[];

  /** Applies to this many calls and then no more, 1 or more. At most one of `first`, `every` and `probability`. */
  readonly first?: number;
  /** Applies to every Nth call, 1 or more: 3 means the third, the sixth and so on. */
  readonly every?: number;
  /** Applies by chance, 0 to 1. The same `seed` gives the same sequence of decisions, one for each call. */
  readonly probability?: number;
  /** Begins the sequence of `probability`: a whole number, 0 or more. Default 1. */
  readonly seed?: number;

  /**
   * The call arrives this many milliseconds later, 60,000 at most. It is the emulator's clock that it waits on: one that
   * stands still is moved on by as much, and nobody waits (see `Clock.sleep`). Several rules add up.
   */
  readonly latencyMs?: number;
  /**
   * A budget of calls to the ELB API for each user of a project, who is refused with 429 `APIGW.0308` and `Retry-After` once it is used
   * up. Only calls whose credentials are right count. Default 200 calls in 300 seconds, as the gateway's.
   */
  readonly budget?: { readonly calls?: number; readonly seconds?: number };
  /**
   * Refused with a row of the catalogue of codes, by its id such as `APIGW.0307#1`, before the credentials are looked at.
   */
  readonly error?: string;
  /** Refused by the gateway with a status from 500 to 599, before the credentials are looked at. */
  readonly status?: number;
  /** Sent as `Retry-After` with `error` or `status`, in whole seconds. Default: not sent. */
  readonly retryAfterSeconds?: number;
  /**
   * The connection is dropped: `"before"` the request is accepted, and nothing has happened, or `"after"`, and everything
   * has that it asked for. `fetch` rejects with a `TypeError`; over HTTP the socket is closed without an answer.
   */
  readonly drop?: "before" | "after";
  /** Half of the answer's body is sent and then the connection breaks. What the request asked for has happened. */
  readonly truncate?: true;
  /**
   * The job that the call launches ends with the status FAIL and this code. Only launched jobs count. Nothing of what it
   * was to do happens; a load balancer that it was to create is left in the status ERROR.
   */
  readonly failJob?: JobFault;
}

/** How a job fails. */
export interface JobFault {
  /** The `error_code` of the job, such as `ELB.1009`. */
  readonly code: string;
  /** The `fail_reason` of the job. Default: the text that the catalogue has for the code, else a general one. */
  readonly reason?: string;
}
