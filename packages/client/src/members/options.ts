import { checkFunction, checkNames } from "../check.ts";
import { type Clock, checkDuration, systemClock } from "../clock.ts";
import { checkClock } from "../reconcile/options.ts";
import type { UnhealthyMember } from "./errors.ts";
import type { MemberPlan } from "./plan.ts";
import type { ListenerPlace } from "./read.ts";

/** What a helper tells of its work. `launched` comes before its job is waited for: store the id then. */
export type MembersProgress =
  /** What is to be done; nothing, where both lists of changes are empty. */
  | { kind: "planned"; plan: MemberPlan }
  /** A change was accepted. Its job goes on even if this program ends: hand `jobId` over as `pendingJob` then. */
  | { kind: "launched"; operationId: "addMembers" | "removeMembers"; jobId: string }
  /** A job has ended; `succeeded` is false where it failed, or is not known any more. */
  | { kind: "finished"; jobId: string; succeeded: boolean }
  /** A change was refused, failed or never answered, which the next reading of the members decides about. */
  | { kind: "trouble"; operationId: "addMembers" | "removeMembers"; error: Error }
  /** The members could not be read, in a way that may pass: they are read again. */
  | { kind: "unread"; error: Error }
  /** Members are waited for; these are not NORMAL yet. */
  | { kind: "waiting"; members: readonly UnhealthyMember[] };

/** What all helpers take. */
export interface HelperOptions {
  /** Id of the listener. */
  listener_id: string;
  /** Default: the client's project. */
  project_id?: string;
  /** Ends the work. A job that is on its way goes on. */
  signal?: AbortSignal;
  /** Milliseconds for the whole work. */
  timeout?: number;
  /** Told of each step. What it throws or rejects with is ignored. */
  onProgress?: (event: MembersProgress) => void;
  /** Default: the system's clock and timers. */
  clock?: Clock;
}

/** The options of every helper after all checks. */
export interface Checked {
  place: ListenerPlace;
  signal: AbortSignal | undefined;
  timeout: number;
  onProgress: HelperOptions["onProgress"];
  clock: Clock;
}

const common = ["listener_id", "project_id", "members", "signal", "timeout", "onProgress", "clock"];

/**
 * @param usual milliseconds for the whole work, where no `timeout` is given
 * @throws {ElbArgumentError} naming the option that is missing or wrong
 */
export function checkOptions(
  helper: string,
  options: HelperOptions,
  usual: number,
  more: readonly string[] = [],
): Checked {
  checkNames(helper, "option", options, [...common, ...more]);
  const { listener_id, project_id, signal, timeout = usual, onProgress, clock = systemClock } = options;
  checkFunction("onProgress", onProgress);
  checkDuration("timeout", timeout);
  checkClock(clock);
  const place = project_id === undefined ? { listener_id } : { listener_id, project_id };
  return { place, signal, timeout, onProgress, clock };
}
