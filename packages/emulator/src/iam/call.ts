import type { Caller } from "../auth/caller.ts";
import type { Accounts } from "./accounts.ts";

/** A request to IAM that has been judged: what an operation works on. */
export interface IamCall {
  readonly accounts: Accounts;
  /** The payload, undefined where the operation takes none. */
  readonly payload: unknown;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | null;
  /** Scheme, host and port that the request was sent to. */
  readonly origin: string;
  /** Path of the request. */
  readonly path: string;
  /** Who sends the request, where the operation asks for that. */
  readonly caller: Caller;
  /** Whether every credential is good. */
  readonly trusting: boolean;
  /** Milliseconds since 1970, the same throughout the call. */
  readonly now: number;
}

/** What an operation answers. */
export interface IamResult {
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The links of an answer that is whole. */
export function linksOf({ origin }: IamCall, path: string) {
  return { self: `${origin}${path}`, previous: null, next: null };
}
