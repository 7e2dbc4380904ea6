import type { errorFacts } from "@elb-classic/spec/error-facts";
import { ElbError, ElbNetworkError } from "./base.ts";
import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Something that a code can say. */
export type Fact = Exclude<keyof typeof errorFacts, "refused">;

/** What an error answer came down to. */
export interface ApiFailure {
  operationId: string;
  status: number;
  code: string | undefined;
  requestId: string | undefined;
  entry?: CatalogueEntry | undefined;
  retryAfter?: number | undefined;
  /** What its code or its status says. */
  facts?: readonly Fact[];
}

/**
 * The API answered with an error. Its predicates decide by the code where the catalogue knows it, and only
 * otherwise by the status: the service deletes a listener that is not there with 503, for instance.
 */
export class ElbApiError extends ElbError {
  static {
    ElbApiError.prototype.name = "ElbApiError";
  }
  /** Name of the operation that was called. */
  readonly operationId: string;
  /** HTTP status. */
  readonly status: number;
  /** Error code, such as `ELB.6101`; absent where the answer had none, as a proxy's page. */
  readonly code: string | undefined;
  /** The gateway's id of the request, to quote to support. */
  readonly requestId: string | undefined;
  /** What the catalogue says about the code, if the client was given one that knows it. */
  readonly entry: CatalogueEntry | undefined;
  /** Milliseconds until the service wants to be asked again, if its `Retry-After` says so. */
  readonly retryAfter: number | undefined;
  readonly #facts: readonly Fact[];

  constructor(message: string, failure: ApiFailure) {
    super(message);
    this.operationId = failure.operationId;
    this.status = failure.status;
    this.code = failure.code;
    this.requestId = failure.requestId;
    this.entry = failure.entry;
    this.retryAfter = failure.retryAfter;
    this.#facts = failure.facts ?? [];
  }

  /**
   * What the call is about does not exist. Only the service can say so: a 404 of the gateway or of a proxy is
   * about the address.
   */
  get isNotFound(): boolean {
    return this.#facts.includes("gone");
  }

  /** The endpoint does not offer the classic ELB API. */
  get isApiUnavailable(): boolean {
    return this.#facts.includes("unavailable");
  }

  /** The caller is not who it has to be, or may not do this. */
  get isAuth(): boolean {
    return this.#facts.includes("auth");
  }

  /** Too many requests. */
  get isThrottled(): boolean {
    return this.#facts.includes("throttling");
  }

  /** A quota is used up. */
  get isQuota(): boolean {
    return this.#facts.includes("quota");
  }

  /** The same request may succeed later; a change is not to be repeated for that alone. */
  get isTemporary(): boolean {
    return this.#facts.includes("later");
  }
}

/** Whether the same request may succeed later, if it is one that is safe to repeat. */
export const mayPass = (error: unknown): boolean =>
  (error instanceof ElbNetworkError || error instanceof ElbApiError) && error.isTemporary;

/** The endpoint does not offer the classic ELB API at all: many regions no longer do. */
export class ApiUnavailableError extends ElbApiError {
  static {
    ApiUnavailableError.prototype.name = "ApiUnavailableError";
  }
}
