import { checkRequest, type Finding } from "@elb-classic/contract";
import type { ErrorCodeId } from "@elb-classic/spec/error-codes";
import { type OperationId, operations } from "@elb-classic/spec/operations";
import { Refusal } from "../http/refusal.ts";
import { FAULT_ROWS, type Fault, type OperationRows, UNREADABLE } from "./fault-rows.ts";

/** The parts of a request that its contract is about. */
export interface JudgedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/**
 * Holds a request against the contract.
 * @returns the parsed payload, undefined where there is none
 * @throws Refusal with the code that the documents give for the first fault, else a general one of the operation
 */
export function judgeRequest(operationId: OperationId, request: JudgedRequest): unknown {
  const payload = parse(request.body);
  const { method, url, headers } = request;
  // Text is handed on as bytes: the contract would take a JSON string for a text that is still to be parsed.
  const body = typeof payload === "object" && payload !== null ? payload : request.body;
  const { findings } = checkRequest({ method, url, headers, body });
  const fault = findings.find((finding) => isFault(operationId, finding));
  if (fault !== undefined) throw refusalFor(operationId, fault, payload);
  return payload;
}

/**
 * What the service refuses: what breaks the contract, and filters that a list does not know (ELB.1004, ELB.6003), but
 * not what follows a path that takes no filters. It was never seen to mind a header; those are the contract tool's
 * business only.
 */
function isFault(operationId: OperationId, { code, severity, pointer }: Finding): boolean {
  if (code === "request.query.unknown") return operations[operationId].queryParameters.length > 0;
  return severity === "error" && !pointer.startsWith("header/");
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** The payload, undefined where there is none or where it is not JSON. The contract tells which. */
function parse(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return undefined;
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}

function refusalFor(operationId: OperationId, finding: Finding, payload: unknown): Refusal {
  const field = fieldOf(finding, payload);
  const row = rowOf(FAULT_ROWS[operationId], field, finding, payload);
  return new Refusal(row, { reason: finding.message, field, values: { nilKey: field } });
}

function rowOf(
  rows: OperationRows | undefined,
  field: string,
  finding: Finding,
  payload: unknown,
): ErrorCodeId {
  if (field === "" || rows === undefined) return UNREADABLE;
  const forField = rows.fields?.[field];
  const forFault = typeof forField === "object" ? forField[faultOf(finding, payload)] : forField;
  return forFault ?? rows.otherwise;
}

/**
 * The name of the field at fault, empty where it is the payload as a whole. A load balancer that is no variant
 * lacks its address.
 */
function fieldOf({ code, pointer }: Finding, payload: unknown): string {
  if (code !== "request.body.variant") return pointer.slice(pointer.lastIndexOf("/") + 1);
  return valueAt(payload, "/type") === "External" ? "bandwidth" : "vip_subnet_id";
}

function faultOf({ code, pointer }: Finding, payload: unknown): Fault {
  if (code.endsWith(".required")) return "missing";
  const isEmpty = valueAt(payload, pointer) === "";
  if (code.endsWith(".length")) return isEmpty ? "missing" : "tooLong";
  return code.endsWith(".pattern") && isEmpty ? "missing" : "invalid";
}

function valueAt(payload: unknown, pointer: string): unknown {
  let value = payload;
  for (const segment of pointer.split("/").slice(1))
    value = (value as Record<string, unknown> | undefined)?.[segment];
  return value;
}
