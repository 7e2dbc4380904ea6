/** What a reader makes of a quirk of the service; documented in the README of this package. */
export type ReadKind = "list" | "boolean" | "integer" | "absent";

/** States of a job: those in which it goes on, and the two final ones. */
export interface JobStatuses {
  waiting: readonly string[];
  success: string;
  failure: string;
}

/** What a client needs to know of an operation at run time. */
export interface OperationRow {
  /** HTTP method. */
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path with the names of its parameters in braces. */
  path: string;
  /** Wire names of the path parameters, all of them required. */
  pathParameters: readonly string[];
  /** Wire names of the query parameters, all of them optional. */
  queryParameters: readonly string[];
  /** Whether the call carries a JSON payload. */
  body: boolean;
  /** Documented status of success, 200 or 204. */
  success: number;
  /** All documented statuses. */
  statuses: readonly number[];
  /** `safe`: may be repeated when an answer was lost. `never`: a repetition can do harm. */
  repeat: "safe" | "never";
  /** Type of the job that the call launches; its answer is then a job reference. */
  job?: string;
  /** Names of the parameters for pages, and of the property that the next page starts at. */
  paging?: { marker: string; limit: string; id: string };
  /** Quirks of the answer to absorb: dotted path (`*` for each element, empty for the whole answer) and kind. */
  read?: readonly (readonly [path: string, kind: ReadKind])[];
  /** Secret fields of the answer: dotted paths, with `*` for each element. */
  secrets?: readonly string[];
  /** Secret fields of the payload, likewise. */
  bodySecrets?: readonly string[];
}

/** Facts of the description that belong to no single operation. */
export interface Protocol {
  /** Media type of every payload and answer. */
  contentType: string;
  /** Names of the headers. */
  headers: Record<
    "token" | "authorization" | "date" | "projectId" | "securityToken" | "contentSha256" | "requestId",
    string
  >;
  signature: {
    algorithm: string;
    clockSkewSeconds: number;
    maxBodyBytes: number;
    failuresBeforeLock: number;
    lockSeconds: number;
  };
  jobStatuses: JobStatuses;
}
