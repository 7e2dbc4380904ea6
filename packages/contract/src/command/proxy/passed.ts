import type { Finding, Verdict } from "../../finding.ts";
import type { Payload } from "./decode.ts";

/** A message as it passed. */
export interface PassedMessage {
  readonly httpVersion: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  /** With its encoding undone. */
  readonly payload: Payload;
  /** Bytes of the payload as they travelled, -1 where that is not known. */
  readonly length: number;
}

export interface PassedResponse extends PassedMessage {
  readonly status: number;
  readonly statusText: string;
}

/** A call that is over, in whatever way. */
export interface Passed {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly milliseconds: number;
  readonly method: string;
  readonly path: string;
  /** Where it went. */
  readonly url: string;
  readonly operationId: Verdict["operationId"];
  /** Whether it is a call of this API. */
  readonly isOfThisApi: boolean;
  readonly request: PassedMessage;
  /** What the service answered. Undefined: nothing, or not all of it. */
  readonly response: PassedResponse | undefined;
  /** What the caller was answered, by the service or in its place. Undefined: nothing. */
  readonly status: number | undefined;
  readonly findings: readonly Finding[];
  /** What went wrong beside the contract. Undefined: nothing. */
  readonly fault: string | undefined;
}
