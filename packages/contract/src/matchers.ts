import {
  type CheckOptions,
  checkExchange,
  checkRequest,
  checkResponse,
  type ExchangeMessage,
  type Finding,
  type RequestMessage,
  type ResponseMessage,
  type Severity,
  type Verdict,
} from "./index.ts";

/** How strict a matcher is. */
export interface MatcherOptions extends CheckOptions {
  /** The mildest severity that fails. Default: `"error"`. */
  readonly failOn?: Severity | undefined;
}

/** What the matchers add to `expect(…)`, for the declarations of Vitest and Jest. `R` is what a matcher returns. */
export interface ElbMatchers<R = unknown> {
  /** The value is a `RequestMessage` that keeps the contract. */
  toConformToElbRequest(options?: MatcherOptions): R;
  /** The value is a `ResponseMessage` that keeps the contract. */
  toConformToElbResponse(options?: MatcherOptions): R;
  /** The value is an `ExchangeMessage` that keeps the contract. */
  toConformToElbExchange(options?: MatcherOptions): R;
}

interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

const order: readonly Severity[] = ["note", "warning", "error"];

/** For `expect.extend` of Vitest and Jest. */
export const matchers = {
  toConformToElbRequest: (received: unknown, options?: MatcherOptions): MatcherResult =>
    result("request", checkRequest(received as RequestMessage, options), options),
  toConformToElbResponse: (received: unknown, options?: MatcherOptions): MatcherResult =>
    result("response", checkResponse(received as ResponseMessage, options), options),
  toConformToElbExchange: (received: unknown, options?: MatcherOptions): MatcherResult =>
    result("exchange", checkExchange(received as ExchangeMessage, options), options),
};

function result(
  what: string,
  { operationId, findings }: Verdict,
  { failOn = "error" }: MatcherOptions = {},
): MatcherResult {
  const severe = findings.filter(({ severity }) => order.indexOf(severity) >= order.indexOf(failOn));
  const pass = severe.length === 0;
  const name = operationId === undefined ? what : `${what} of ${operationId}`;
  return {
    pass,
    message: () =>
      pass
        ? `Expected the ${name} not to keep the contract, but it does.`
        : [`Expected the ${name} to keep the contract, but:`, ...severe.map(line)].join("\n"),
  };
}

function line({ severity, code, message, rule }: Finding): string {
  const pages = rule.pages.length === 0 ? "" : ` [${rule.pages.join(", ")}]`;
  return `  ${severity} ${code}: ${message}${pages}`;
}
