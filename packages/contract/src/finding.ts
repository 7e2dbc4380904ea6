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
  /** What the rule allows, in words. */
  readonly expected: string;
  /** What was found. Values are shortened, and not shown where the description marks them as secret or does not know them. */
  readonly actual: string;
  /** One sentence in English that says what is wrong and what would be right. */
  readonly message: string;
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

export type BodyFault = ValueFault | "missing" | "unexpected" | "syntax" | "depth";

export type FindingCode =
  | "operation.unknown"
  | "operation.method"
  | "request.path.parameter"
  | "request.query.unknown"
  | "request.query.repeated"
  | `request.query.${ValueFault}`
  | "request.header.content-type"
  | `request.body.${BodyFault}`
  | "response.status"
  | "response.header.content-type"
  | `response.body.${BodyFault}`;

/** The verdict on a message. */
export interface Verdict {
  /** The operation of the description that method and URL name, `undefined` where they name none. */
  readonly operationId: OperationId | undefined;
  /** Whether no finding is an error. */
  readonly ok: boolean;
  readonly findings: readonly Finding[];
}
