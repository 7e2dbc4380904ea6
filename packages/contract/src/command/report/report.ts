import type { Finding, Severity } from "../../finding.ts";
import type { Identity } from "./identity.ts";

/** Where something stands in what was read. */
export interface Place {
  readonly file: string;
  /** From 1; as far as lines can be told. */
  readonly line?: number | undefined;
  /** In bytes from the beginning, of a compressed file after decompression. */
  readonly offset?: number | undefined;
}

/** A call that was checked. */
export interface Call {
  /** For people: `traffic.har, entry 12`. */
  readonly position: string;
  /** Left out where the call was not read from anywhere. */
  readonly place?: Place | undefined;
  readonly method: string;
  /** Without host and query. */
  readonly path: string;
  readonly status?: number | undefined;
  readonly operationId: string | undefined;
}

/** A finding at a call. */
export interface Occurrence {
  readonly call: Call;
  readonly finding: Finding;
  readonly identity: Identity;
  /** Whether the baseline has it. */
  readonly known: boolean;
}

/** What could not be read. `message` is one sentence. */
export interface Problem {
  readonly position: string;
  readonly place?: Place | undefined;
  readonly message: string;
}

/** Findings that are the same but for the call. */
export interface Group {
  readonly identity: Identity;
  readonly severity: Severity;
  readonly known: boolean;
  /** The first of them. */
  readonly first: Occurrence;
  count: number;
  /** The calls of the first of them. */
  readonly calls: Call[];
}

export interface Totals {
  /** Calls that were checked. */
  readonly exchanges: number;
  /** Operations that they were of. */
  readonly operations: number;
  /** Calls of other services, which were not checked. */
  readonly others: number;
  /** Calls without an answer. */
  readonly unanswered: number;
  /** Payloads that were sent and not recorded. */
  readonly unrecorded: number;
  /** Findings, without known ones. */
  readonly severities: Readonly<Record<Severity, number>>;
  /** Findings that the baseline has. */
  readonly known: number;
  /** Findings of kinds that are not among the groups, since there are too many. */
  readonly unlisted: number;
  readonly problems: number;
}

/** All that was found. */
export interface Report {
  readonly totals: Totals;
  /** By severity, then in the order in which they were found. */
  readonly groups: readonly Group[];
  /** The first of them. */
  readonly problems: readonly Problem[];
  /** Findings of the baseline that are gone. */
  readonly stale: readonly Identity[];
  /** Operations that were seen, in order of their names. */
  readonly operations: readonly string[];
  /** The mildest severity that fails. */
  readonly failOn: FailOn;
}

export type FailOn = Severity | "never";

const RANK: Readonly<Record<FailOn, number>> = { note: 0, warning: 1, error: 2, never: 3 };

/** Whether a finding of that severity makes the command fail. */
export function fails(severity: Severity, failOn: FailOn): boolean {
  return RANK[severity] >= RANK[failOn];
}
