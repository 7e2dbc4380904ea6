import { checkContentType } from "./engine/content-type.ts";
import type { HeadersLike } from "./engine/headers.ts";
import { checkParameters } from "./engine/parameters.ts";
import { NotJson, nothing, readPayload } from "./engine/payload.ts";
import { checkPayload, payloadFinding } from "./engine/payloads.ts";
import { requestBody } from "./engine/places.ts";
import { findOperation, isFinding, type KnownOperation } from "./engine/route.ts";
import { verdict } from "./engine/verdict.ts";
import type { Finding, Verdict } from "./finding.ts";

/** A request as it was sent, or is to be sent. */
export interface RequestMessage {
  readonly method: string;
  /** A path or an absolute URL. Host and path prefix do not matter, the query does. */
  readonly url: string;
  /** Left out: headers are not checked. */
  readonly headers?: HeadersLike | undefined;
  /** Parsed JSON, or a string or `Uint8Array` that holds JSON. Left out or empty: the request has no payload. */
  readonly body?: unknown;
}

/**
 * Checks a request against the description of the API.
 *
 * Reports what the documents do not allow as errors, and query parameters and properties that they do not know as
 * warnings; a payload where none belongs is a note. Never throws for anything that a request can hold.
 */
export function checkRequest(request: RequestMessage): Verdict {
  const operation = findOperation(request.method, request.url);
  if (isFinding(operation)) return verdict(undefined, [operation]);
  const findings: Finding[] = [];
  checkParameters(operation, request.url, findings);
  checkBody(operation, request, findings);
  return verdict(operation.id, findings);
}

function checkBody(
  { request: rule, pointer }: KnownOperation,
  { headers, body }: RequestMessage,
  findings: Finding[],
): void {
  const value = readPayload(body);
  if (rule === undefined) {
    // HTTP gives a payload here no meaning, and some clients send `{}` with every request.
    if (value !== nothing) findings.push(payloadFinding(requestBody, "unexpected", pointer, "not", "note"));
    return;
  }
  if (value === nothing) {
    if (rule.required) findings.push(payloadFinding(requestBody, "missing", rule.pointer, "missing"));
    return;
  }
  if (headers !== undefined) checkContentType("request", rule.pointer, rule.payload, headers, findings);
  if (value instanceof NotJson) {
    findings.push(payloadFinding(requestBody, "syntax", rule.pointer, value.reason));
    return;
  }
  checkPayload(requestBody, rule.payload, "warning", value, findings);
}
