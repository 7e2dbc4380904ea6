import { checkRequest, type RequestMessage } from "./check-request.ts";
import { checkResponse, type ResponseMessage } from "./check-response.ts";
import type { HeadersLike } from "./engine/headers.ts";
import { type CheckOptions, verdict } from "./engine/report.ts";
import type { Finding, Verdict } from "./finding.ts";

/** A request and its answer. */
export interface ExchangeMessage {
  readonly request: RequestMessage;
  readonly response: {
    readonly status: number;
    readonly headers?: HeadersLike | undefined;
    readonly body?: unknown;
  };
}

/**
 * Checks a request together with its answer.
 *
 * A request that breaks the contract and that the service refused with a 4xx status leaves warnings in place of errors:
 * the exchange as a whole kept the contract.
 */
export function checkExchange({ request, response }: ExchangeMessage, options?: CheckOptions): Verdict {
  const sent = checkRequest(request, options);
  if (sent.operationId === undefined) return sent;
  const { method, url } = request;
  const answer: ResponseMessage = { method, url, ...response };
  const findings = isRefusal(response.status) ? sent.findings.map(lower) : sent.findings;
  return verdict(sent.operationId, [...findings, ...checkResponse(answer, options).findings]);
}

function isRefusal(status: number): boolean {
  return status >= 400 && status < 500;
}

function lower(finding: Finding): Finding {
  return finding.severity === "error" ? { ...finding, severity: "warning" } : finding;
}
