import { table } from "../.build-validators/table.js";
import { checkAuthentication } from "./engine/authentication.ts";
import { checkConditions } from "./engine/conditions.ts";
import { addContentType, checkContentType } from "./engine/content-type.ts";
import { type HeadersLike, headerOf, headersIn } from "./engine/headers.ts";
import { checkParameters } from "./engine/parameters.ts";
import { NotJson, nothing, readPayload, TooLong } from "./engine/payload.ts";
import { addPayloadFault, checkPayload } from "./engine/payloads.ts";
import { requestBody } from "./engine/places.ts";
import { checkRepeated } from "./engine/repeated-headers.ts";
import { type CheckOptions, newReport, type Report, verdict } from "./engine/report.ts";
import { findOperation, type KnownOperation } from "./engine/route.ts";
import type { Verdict } from "./finding.ts";

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
 * warnings; a payload where none belongs, a field that the service ignores, and a missing header are notes. Never throws
 * for anything that a request can hold.
 */
export function checkRequest(request: RequestMessage, options?: CheckOptions): Verdict {
  const report = newReport(options);
  const operation = findOperation(request.method, request.url, report);
  if (operation === undefined) return verdict(undefined, report.findings);
  const headers = headersIn(request.headers);
  checkParameters(report, operation, request.url);
  checkBody(report, operation, headers, request.body);
  if (headers !== undefined) {
    checkRepeated(report, "request", operation, operation, headers);
    checkAuthentication(report, operation, headers);
  }
  return verdict(operation.id, report.findings);
}

function checkBody(
  report: Report,
  operation: KnownOperation,
  headers: HeadersLike | undefined,
  body: unknown,
): void {
  const { request: rule, pointer } = operation;
  const value = readPayload(body);
  if (headers !== undefined) checkAnnouncement(report, operation, headers, value);
  if (rule === undefined) {
    // HTTP gives a payload here no meaning, and some clients send `{}` with every request.
    const where = { place: requestBody, origin: operation, schema: pointer };
    if (value !== nothing) addPayloadFault(report, where, "unexpected", { key: "body.present" }, "note");
    return;
  }
  const where = { place: requestBody, origin: operation, schema: rule.pointer };
  if (value === nothing) {
    if (rule.required) addPayloadFault(report, where, "missing", { key: "body.missing" });
  } else if (value instanceof NotJson) {
    addPayloadFault(report, where, "syntax", value.reason);
  } else if (value instanceof TooLong) {
    addPayloadFault(report, where, "size", value.reason, "note");
  } else {
    checkPayload(report, requestBody, operation, rule.payload, "warning", value);
    if (rule.conditions !== undefined) checkConditions(report, operation, rule.conditions, value);
  }
}

/** The documents ask every request for a `Content-Type`. Without a payload nothing depends on it. */
function checkAnnouncement(
  report: Report,
  operation: KnownOperation,
  headers: HeadersLike,
  value: unknown,
): void {
  const { id, pointer, request } = operation;
  if (value !== nothing && request !== undefined) {
    checkContentType(report, "request", operation, request.pointer, request.payload, headers);
  } else if (headerOf(headers, "content-type") === undefined) {
    const where = { side: "request", element: id, schema: pointer, severity: "note" } as const;
    addContentType(report, where, table.mediaType, undefined);
  }
}
