export type { OperationId } from "../.build-validators/table.js";
export { checkExchange, type ExchangeMessage } from "./check-exchange.ts";
export { checkRequest, type RequestMessage } from "./check-request.ts";
export { checkResponse, type ResponseMessage } from "./check-response.ts";
export type { HeadersLike } from "./engine/headers.ts";
export type { Finding, FindingCode, Severity, Verdict } from "./finding.ts";
