import { operations } from "@elb-classic/spec/operations";
import type { FaultPlan } from "../faults/faults.ts";
import type { Incoming } from "../http/incoming.ts";
import type { Refusal } from "../http/refusal.ts";

/** A request and what became of it. Nothing in it is secret. */
export interface RequestEntry {
  /** What the answer carries as `X-Request-Id`. */
  readonly request_id: string;
  /** When it arrived, by the emulator's clock: ISO 8601. */
  readonly time: string;
  readonly method: string;
  /** Path and query. Of the query only what the operation knows is shown. */
  readonly path: string;
  /** Null for a path that is no operation. */
  readonly operationId: string | null;
  /** Null where the connection was dropped. */
  readonly status: number | null;
  /** How long it took by the emulator's clock. */
  readonly milliseconds: number;
  /** The error code of a refusal. */
  readonly code: string | null;
  /** What was wrong, as in `X-Emulator-Reason`. */
  readonly reason: string | null;
  /** What faults did to it, in words. */
  readonly fault: string | null;
}

/** What is found out about a request while it is answered. */
export interface Trace {
  readonly requestId: string;
  readonly beganAt: number;
  operationId?: string;
  plan?: FaultPlan;
  refusal?: Refusal;
  body?: Uint8Array;
}

/** Sums up a request that has been answered, or whose connection was dropped. */
export function entryOf(
  { method, url }: Incoming,
  trace: Trace,
  status: number | null,
  now: number,
): RequestEntry {
  const { requestId, beganAt, operationId, plan, refusal } = trace;
  return {
    request_id: requestId,
    time: new Date(beganAt).toISOString(),
    method,
    path: shownTarget(url, operationId),
    operationId: operationId ?? null,
    status,
    milliseconds: now - beganAt,
    code: refusal?.code ?? null,
    reason: refusal?.reason ?? null,
    fault: plan === undefined ? null : faultText(plan),
  };
}

const LONGEST_PATH = 400;

/** A query can hold what was meant for a header, so that parameters which the operation does not know are not shown. */
function shownTarget({ pathname, searchParams }: URL, operationId: string | undefined): string {
  const path = pathname.slice(0, LONGEST_PATH);
  const known = knownParameters(operationId);
  const pairs = [...searchParams].map(([name, value]) =>
    known.includes(name) ? `${name}=${encodeURIComponent(value.slice(0, LONGEST_PATH))}` : "***",
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}

function knownParameters(operationId: string | undefined): readonly string[] {
  if (operationId === undefined || !Object.hasOwn(operations, operationId)) return [];
  return operations[operationId as keyof typeof operations].queryParameters;
}

function faultText({ latencyMs, refusal, drop, truncate }: FaultPlan): string | null {
  const words = [
    latencyMs > 0 && `${latencyMs} ms late`,
    refusal !== undefined && "refused",
    drop !== undefined && `dropped ${drop} it was accepted`,
    truncate === true && "answer cut off",
  ].filter((text) => text !== false);
  return words.length === 0 ? null : words.join(", ");
}
