import { checkContentType } from "./engine/content-type.ts";
import type { HeadersLike } from "./engine/headers.ts";
import { NotJson, nothing, readPayload } from "./engine/payload.ts";
import { checkPayload, payloadFinding } from "./engine/payloads.ts";
import { responseBody } from "./engine/places.ts";
import { findOperation, isFinding, type KnownOperation } from "./engine/route.ts";
import { verdict } from "./engine/verdict.ts";
import type { Finding, Verdict } from "./finding.ts";
import type { PayloadRule } from "./table.ts";

/** An answer, with method and URL of the request that it answers. */
export interface ResponseMessage {
  readonly method: string;
  /** A path or an absolute URL. Host, path prefix and query do not matter. */
  readonly url: string;
  readonly status: number;
  /** Left out: headers are not checked. */
  readonly headers?: HeadersLike | undefined;
  /** Parsed JSON, or a string or `Uint8Array` that holds JSON. Left out or empty: the answer has no payload. */
  readonly body?: unknown;
}

/**
 * Checks an answer against the description of the API.
 *
 * A status that is not documented is a warning, a property that is not documented a note: answers may grow. Never
 * throws for anything that an answer can hold.
 */
export function checkResponse(response: ResponseMessage): Verdict {
  const operation = findOperation(response.method, response.url);
  if (isFinding(operation)) return verdict(undefined, [operation]);
  const findings: Finding[] = [];
  const rule = ruleOf(operation, response.status, findings);
  if (rule !== undefined) checkBody(rule, response, findings);
  return verdict(operation.id, findings);
}

function ruleOf(operation: KnownOperation, status: number, findings: Finding[]): PayloadRule | undefined {
  const index = operation.statuses.indexOf(status);
  if (index >= 0) return operation.responses[index];
  findings.push(undocumentedStatus(operation, status));
  const success = operation.statuses.findIndex(isSuccess);
  return isSuccess(status) && success >= 0 ? operation.responses[success] : operation.otherwise;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function undocumentedStatus({ id, pointer, statuses }: KnownOperation, status: number): Finding {
  const expected = statuses.join(", ");
  return {
    code: "response.status",
    severity: "warning",
    pointer: "status",
    schema: `${pointer}/responses`,
    expected,
    actual: String(status),
    message: `The status ${status} is not a documented one of ${id}, which has ${expected}.`,
  };
}

function checkBody(
  { pointer, payload }: PayloadRule,
  { headers, body }: ResponseMessage,
  findings: Finding[],
): void {
  const value = readPayload(body);
  if (payload === undefined) {
    if (value !== nothing) findings.push(payloadFinding(responseBody, "unexpected", pointer, "not"));
  } else if (value === nothing) {
    findings.push(payloadFinding(responseBody, "missing", pointer, "missing"));
  } else if (value instanceof NotJson) {
    findings.push(payloadFinding(responseBody, "syntax", pointer, value.reason));
  } else {
    if (headers !== undefined) checkContentType("response", pointer, payload, headers, findings);
    checkPayload(responseBody, payload, "note", value, findings);
  }
}
