import { checkRequest, type Finding } from "@elb-classic/contract";
import { type OperationId, operations } from "@elb-classic/spec/operations";
import { Refusal } from "../http/refusal.ts";
import { type Fault, rowFor, UNREADABLE } from "./fault-rows.ts";

/** The parts of a request that are judged. Headers are not: the service was never seen to mind one. */
export interface JudgedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly body: Uint8Array;
}

/**
 * Holds a request against the contract.
 * @returns the parsed payload, undefined where there is none
 * @throws Refusal with the code that the documents give for the first fault, else a general one of the operation
 */
export function judgeRequest(operationId: OperationId, request: JudgedRequest): unknown {
  const payload = parse(request.body);
  const { method, url } = request;
  // Text is handed on as bytes: the contract would take a JSON string for a text that is still to be parsed.
  const body = typeof payload === "object" && payload !== null ? payload : contentOf(request);
  const { findings } = checkRequest({ method, url, body });
  const fault = findings.find((finding) => isFault(operationId, finding));
  if (fault !== undefined) throw refusalFor(operationId, fault, payload);
  return payload;
}

/** The bytes of a payload, undefined for none: the contract would first decode what is empty. */
function contentOf({ body }: JudgedRequest): Uint8Array | undefined {
  return body.byteLength === 0 ? undefined : body;
}

/**
 * What the service refuses: what breaks the contract, and filters that a list does not know (ELB.1004, ELB.6003), but
 * not what follows a path that takes no filters.
 */
function isFault(operationId: OperationId, { code, severity }: Finding): boolean {
  if (code === "request.query.unknown") return operations[operationId].queryParameters.length > 0;
  return severity === "error";
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
  const isAboutAll = field === "" && finding.pointer === "";
  const row = isAboutAll ? UNREADABLE : rowFor(operationId, field, faultOf(finding, payload));
  return new Refusal(row, { reason: finding.message, field, values: { nilKey: field } });
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
  const value = valueAt(payload, pointer);
  if (code.endsWith(".required") || value === null) return "missing";
  const isEmpty = value === "";
  if (code.endsWith(".length")) return isEmpty ? "missing" : "tooLong";
  return code.endsWith(".pattern") && isEmpty ? "missing" : "invalid";
}

function valueAt(payload: unknown, pointer: string): unknown {
  let value = payload;
  for (const segment of pointer.split("/").slice(1)) value = ownValue(value, segment);
  return value;
}

function ownValue(parent: unknown, name: string): unknown {
  if (typeof parent !== "object" || parent === null || !Object.hasOwn(parent, name)) return undefined;
  return (parent as Readonly<Record<string, unknown>>)[name];
}
