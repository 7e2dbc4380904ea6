import type { Clock, ManualClock } from "../state/clock.ts";
import { badRequest } from "./guard.ts";
import type { SteerableClock } from "./steerable-clock.ts";

/** The clock as the administration shows it. */
export interface ClockState {
  /** ISO 8601. */
  readonly now: string;
  /** Whether it runs by itself. */
  readonly running: boolean;
  /** When the next job will end, and the last of those that were launched; null where no job waits. */
  readonly next_job_end: string | null;
  readonly last_job_end: string | null;
}

/** @param ends when the jobs that wait will end, soonest first */
export function clockState(clock: Clock, ends: readonly number[]): ClockState {
  return {
    now: new Date(clock.now()).toISOString(),
    running: isSteerable(clock) ? clock.running : !isManual(clock),
    next_job_end: timeOf(ends[0]),
    last_job_end: timeOf(ends.at(-1)),
  };
}

/** Lets the clock stand. @throws Refusal for a clock that cannot be held */
export function holdClock(clock: Clock): void {
  if (isSteerable(clock)) clock.hold();
  else if (!isManual(clock)) throw fixed();
}

/** Lets the clock run on. @throws Refusal for a clock that cannot run by itself */
export function runClock(clock: Clock): void {
  if (!isSteerable(clock)) throw fixed();
  clock.run();
}

/**
 * Moves the clock on: by milliseconds, or to the end of a job.
 * @param request `{milliseconds}` or `{to: "next-job" | "last-job"}`; where no job waits, the clock stays
 * @throws Refusal for anything else, and for a clock that cannot be moved
 */
export function advanceClock(clock: Clock, ends: readonly number[], request: unknown): void {
  const milliseconds = spanOf(request, clock.now(), ends);
  if (!isManual(clock)) throw fixed();
  clock.advance(milliseconds);
}

const MAX_SPAN = 10 * 365 * 24 * 3600 * 1000;

function spanOf(request: unknown, now: number, ends: readonly number[]): number {
  const { milliseconds, to, ...others } = Object(request) as Readonly<Record<string, unknown>>;
  if (Object.keys(others).length === 0) {
    if (to === undefined && isSpan(milliseconds)) return milliseconds;
    if (milliseconds === undefined && to === "next-job") return Math.max(0, (ends[0] ?? now) - now);
    if (milliseconds === undefined && to === "last-job") return Math.max(0, (ends.at(-1) ?? now) - now);
  }
  throw badRequest(
    `It takes {"milliseconds": N}, with N from 0 to ${MAX_SPAN}, or {"to": "next-job"} or {"to": "last-job"}.`,
  );
}

function isSpan(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= MAX_SPAN;
}

function isManual(clock: Clock): clock is ManualClock {
  return typeof (clock as Partial<ManualClock>).advance === "function";
}

function isSteerable(clock: Clock): clock is SteerableClock {
  return isManual(clock) && typeof (clock as Partial<SteerableClock>).hold === "function";
}

function fixed() {
  return badRequest("The clock is the program's own, which steers it itself.");
}

function timeOf(milliseconds: number | undefined): string | null {
  return milliseconds === undefined ? null : new Date(milliseconds).toISOString();
}
