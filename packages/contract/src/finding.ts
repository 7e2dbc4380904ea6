import type { OperationId } from "../.build-validators/table.js";

/** `error`: breaks the contract. `warning`: not in the contract. `note`: worth knowing. */
export type Severity = "error" | "warning" | "note";

/** One departure from the contract. */
export interface Finding {
  /** Stable and dotted: which message it is about, which part of it, what is wrong. For example `request.body.required`. */
  readonly code: FindingCode;
  readonly severity: Severity;
  /**
   * The value at fault: a JSON pointer into the payload (empty for all of it), or `query/…`, `path/…`, `header/…` with the
   * name; for the whole message `method`, `url` or `status`.
   */
  readonly pointer: string;
  /** The rule: a JSON pointer into the bundled description, `@elb-classic/spec/elb.openapi.json`. */
  readonly schema: string;
  /** Where that rule comes from. */
  readonly rule: Rule;
  /** What the rule allows, in words. */
  readonly expected: string;
  /** What was found. Values are shortened, and not shown where the description marks them as secret or does not know them. */
  readonly actual: string;
  /** One sentence that says what is wrong and what would be right. */
  readonly message: string;
}

/** What a rule rests on: the vendor's pages, recordings and other sources, or inference. */
export type Basis = "documented" | "observed" | "inferred";

/** `high`: two independent sources or a recording. `medium`: one source. `low`: inference. */
export type Confidence = "high" | "medium" | "low";

/** Where a rule comes from. */
export interface Rule {
  /** Titles of the vendor's (Chinese) pages that have it. */
  readonly pages: readonly string[];
  readonly provenance: Basis;
  /** The lowest of its decisions'. Left out where the pages alone settle it. */
  readonly confidence?: Confidence;
  /** What was decided where the pages fail. */
  readonly decisions?: readonly RuleDecision[];
}

export interface RuleDecision {
  /** Id in `provenance.json` of `@elb-classic/spec`, such as `D22`. */
  readonly id: string;
  readonly title: string;
  readonly basis: Basis;
  readonly confidence: Confidence;
}

export type ValueFault =
  | "type"
  | "required"
  | "enum"
  | "range"
  | "length"
  | "pattern"
  | "format"
  | "variant"
  | "property";

export type BodyFault = ValueFault | "missing" | "unexpected" | "syntax" | "depth" | "size";

export type FindingCode =
  | "operation.unknown"
  | "operation.method"
  | "request.path.parameter"
  | "request.query.unknown"
  | "request.query.repeated"
  | `request.query.${ValueFault}`
  | "request.header.content-type"
  | "request.header.authentication"
  | "request.header.date"
  | "request.header.repeated"
  | `request.body.${BodyFault}`
  | "request.condition.ignored"
  | "request.condition.required"
  | "request.condition.value"
  | "response.status"
  | "response.header.content-type"
  | "response.header.repeated"
  | `response.body.${BodyFault}`
  | "response.count"
  | "response.error.unknown"
  | "response.error.operation"
  | "response.error.status"
  | "response.job.id"
  | "response.job.error"
  | "response.job.times"
  | "response.job.part"
  | "sequence.job.status"
  | "sequence.job.type"
  | "sequence.job.begin";

/** The verdict on a message. */
export interface Verdict {
  /** The operation of the description that method and URL name, `undefined` where they name none. */
  readonly operationId: OperationId | undefined;
  /** Whether no finding is an error. */
  readonly ok: boolean;
  readonly findings: readonly Finding[];
}
