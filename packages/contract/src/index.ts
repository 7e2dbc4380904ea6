export type { OperationId } from "../.build-validators/table.js";
export { checkExchange, type ExchangeMessage } from "./check-exchange.ts";
export { checkRequest, type RequestMessage } from "./check-request.ts";
export { checkResponse, type ResponseMessage } from "./check-response.ts";
export {
  type CheckedExchange,
  ContractError,
  type ContractFetch,
  type ContractFetchOptions,
  contractFetch,
} from "./contract-fetch.ts";
export type { HeadersLike } from "./engine/headers.ts";
export type { CheckOptions } from "./engine/report.ts";
export type {
  Basis,
  Confidence,
  Finding,
  FindingCode,
  Rule,
  RuleDecision,
  Severity,
  Verdict,
} from "./finding.ts";
export { createJobWatch, type JobWatch, type JobWatchOptions } from "./job-watch.ts";
export type { LanguageName } from "./language/language.ts";
