import { checkNames } from "../check.ts";
import { type Clock, systemClock } from "../clock.ts";
import { ElbArgumentError } from "../errors/base.ts";
import { usualSkew } from "./times.ts";

export interface ReconcileOptions {
  /**
   * Milliseconds to look again and again before it is said that a change did not happen. Default: about as long as the
   * slowest job of its kind, which is 300,000 for load balancers and 60,000 for members. For changes without a job, 10,000
   * if the connection was lost, else 60,000: after a gateway's error or a timeout, the service may still be at work.
   *
   * `did not happen` needs as much time since the change was sent, however long it is looked for; before, it is
   * `cannot tell`. With 0 there is one look.
   */
  wait?: number;
  /** Ids of what was there before a creation, and so cannot be its work. Default: none are known. */
  known?: readonly string[];
  /** Milliseconds that the times of the service may differ from its `Date` header by. Default: 5,000. */
  skew?: number;
  signal?: AbortSignal;
  /** Default: the system's clock and timers. */
  clock?: Clock;
}

/** @throws {ElbArgumentError} naming the option that is wrong */
export function checkOptions(options: ReconcileOptions, usualWait: number) {
  checkNames("reconcile()", "option", options, ["wait", "known", "skew", "signal", "clock"]);
  const { wait = usualWait, known = [], skew = usualSkew, signal, clock = systemClock } = options;
  checkTime("wait", wait);
  checkTime("skew", skew);
  checkClock(clock);
  if (!Array.isArray(known) || known.some((id) => typeof id !== "string")) {
    throw new ElbArgumentError("`known` must be a list of ids.");
  }
  return { wait, known, skew, signal, clock };
}

function checkTime(name: string, ms: number): void {
  if (typeof ms === "number" && ms >= 0) return;
  throw new ElbArgumentError(`\`${name}\` must be a number of milliseconds, 0 or more.`);
}

/** @throws {ElbArgumentError} unless it can tell the time and sleep */
export function checkClock(clock: Clock): void {
  const { now, sleep } = Object(clock) as Partial<Clock>;
  if (typeof now === "function" && typeof sleep === "function") return;
  throw new ElbArgumentError("`clock` must have the methods `now` and `sleep`.");
}
