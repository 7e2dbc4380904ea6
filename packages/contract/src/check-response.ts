import { checkContentType } from "./engine/content-type.ts";
import { checkCount } from "./engine/count.ts";
import { checkErrorCode } from "./engine/error-code.ts";
import { type HeadersLike, headersIn } from "./engine/headers.ts";
import { checkJob } from "./engine/job.ts";
import { NotJson, nothing, readPayload, TooLong } from "./engine/payload.ts";
import { addPayloadFault, checkPayload } from "./engine/payloads.ts";
import { type Origin, responseBody } from "./engine/places.ts";
import { checkRepeated } from "./engine/repeated-headers.ts";
import { add, type CheckOptions, newReport, type Report, verdict } from "./engine/report.ts";
import { findOperation, type KnownOperation } from "./engine/route.ts";
import type { Verdict } from "./finding.ts";
import { say } from "./language/language.ts";
import type { Payload, PayloadRule } from "./table.ts";

/** An answer, with method and URL of the request that it answers. */
export interface ResponseMessage {
  readonly method: string;
  /** A path or an absolute URL. Host and path prefix do not matter. */
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
 * A status that is not documented is a warning, a property that is not documented a note: answers may grow. What
 * contradicts itself, or the catalogue of error codes, is a warning or a note. Never throws for anything that an answer
 * can hold.
 */
export function checkResponse(response: ResponseMessage, options?: CheckOptions): Verdict {
  const report = newReport(options);
  const operation = findOperation(response.method, response.url, report);
  if (operation === undefined) return verdict(undefined, report.findings);
  const found = ruleOf(operation, response.status, report);
  if (found !== undefined) checkBody(report, operation, found, response);
  return verdict(operation.id, report.findings);
}

interface Found {
  readonly rule: PayloadRule;
  readonly status: number | "default";
}

function ruleOf(operation: KnownOperation, status: number, report: Report): Found | undefined {
  const { statuses, responses, otherwise } = operation;
  const index = statuses.indexOf(status);
  if (index >= 0) return { rule: responses[index]!, status };
  addUndocumentedStatus(report, operation, status);
  const success = statuses.findIndex(isSuccess);
  if (isSuccess(status) && success >= 0) return { rule: responses[success]!, status: statuses[success]! };
  return otherwise && { rule: otherwise, status: "default" };
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function addUndocumentedStatus(
  report: Report,
  { id: operation, pointer, statuses }: KnownOperation,
  status: number,
): void {
  const expected = statuses.join(", ");
  add(report, `${operation}.response.default`, {
    code: "response.status",
    severity: "warning",
    pointer: "status",
    schema: `${pointer}/responses`,
    expected,
    actual: String(status),
    message: say(report.language, "status", { status, operation, expected }),
  });
}

function checkBody(
  report: Report,
  operation: KnownOperation,
  { rule: { pointer, payload }, status }: Found,
  response: ResponseMessage,
): void {
  const value = readPayload(response.body);
  const origin = { id: operation.id, status };
  const where = { place: responseBody, origin, schema: pointer };
  if (payload === undefined) {
    if (value !== nothing) addPayloadFault(report, where, "unexpected", { key: "body.present" });
  } else if (value === nothing) {
    // HTTP allows no payload with 304.
    if (response.status !== 304) addPayloadFault(report, where, "missing", { key: "body.missing" });
  } else if (value instanceof NotJson) {
    addPayloadFault(report, where, "syntax", value.reason);
  } else if (value instanceof TooLong) {
    addPayloadFault(report, where, "size", value.reason, "note");
  } else {
    const headers = headersIn(response.headers);
    if (headers !== undefined) {
      checkRepeated(report, "response", operation, origin, headers);
      checkContentType(report, "response", origin, pointer, payload, headers);
    }
    checkPayload(report, responseBody, origin, payload, "note", value);
    checkMeaning(report, operation, origin, payload, response, value);
  }
}

/** What no schema can say. */
function checkMeaning(
  report: Report,
  operation: KnownOperation,
  origin: Origin,
  { count, job, errors }: Payload,
  response: ResponseMessage,
  value: unknown,
): void {
  if (errors !== undefined) checkErrorCode(report, operation, errors, response.status, value);
  if (count !== undefined) checkCount(report, origin, count, response.url, value);
  if (job !== undefined) checkJob(report, operation, job, response.url, value);
}
