import { errorFacts } from "@elb-classic/spec/error-facts";
import { ElbError, ElbNetworkError } from "./base.ts";

type Fact = keyof typeof errorFacts;

/** What an error answer came down to. */
export interface ApiFailure {
  operationId: string;
  status: number;
  code: string | undefined;
  requestId: string | undefined;
}

/** Gateways say the same numbers with the prefix of the product that they serve; the catalogue has one. */
const gatewayPrefix = /^API(GW|G|C)\./;

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

  constructor(message: string, failure: ApiFailure) {
    super(message);
    this.operationId = failure.operationId;
    this.status = failure.status;
    this.code = failure.code;
    this.requestId = failure.requestId;
  }

  /**
   * What the call is about does not exist. Only the service can say so: a 404 of the gateway or of a proxy is
   * about the address.
   */
  get isNotFound(): boolean {
    return this.code !== undefined && !gatewayPrefix.test(this.code) && says(this, "gone", 404);
  }

  /** The endpoint does not offer the classic ELB API. */
  get isApiUnavailable(): boolean {
    return says(this, "unavailable");
  }

  /** The caller is not who it has to be, or may not do this. */
  get isAuth(): boolean {
    return says(this, "auth", 401, 403);
  }

  /** Too many requests. */
  get isThrottled(): boolean {
    return says(this, "throttling", 429);
  }

  /** A quota is used up. */
  get isQuota(): boolean {
    return says(this, "quota");
  }
}

/** Decides by the code where any fact is known of it, else by the status. */
function says(error: ElbApiError, fact: Fact, ...statuses: number[]): boolean {
  const code = error.code?.replace(gatewayPrefix, "APIGW.") ?? "";
  const has = (codes: readonly string[]): boolean => codes.includes(code);
  return Object.values(errorFacts).some(has) ? has(errorFacts[fact]) : statuses.includes(error.status);
}

/** Whether the same request may succeed later, if it is one that is safe to repeat. */
export const mayPass = (error: unknown): boolean =>
  error instanceof ElbNetworkError ||
  (error instanceof ElbApiError && says(error, "later", error.status >= 500 ? error.status : 429));

/** The endpoint does not offer the classic ELB API at all: many regions no longer do. */
export class ApiUnavailableError extends ElbApiError {
  static {
    ApiUnavailableError.prototype.name = "ApiUnavailableError";
  }
}
