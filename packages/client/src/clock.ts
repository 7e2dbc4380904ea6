import { ElbApiError } from "./errors/api-error.ts";
import { ElbAbortError, ElbArgumentError } from "./errors/base.ts";
import { JobFailedError } from "./errors/job-errors.ts";

/** Time as the client sees it; tests hand in one that they drive. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms` milliseconds; rejects as soon as `signal` is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener("abort", stop);
        resolve();
      }, ms);
      if (signal.aborted) stop();
      else signal.addEventListener("abort", stop, { once: true });
    }),
};

/** Longest delay that `setTimeout` keeps; a longer one fires at once. */
const longestDelay = 2 ** 31 - 1;

/** @throws {ElbArgumentError} unless `ms` is a number of milliseconds that a timer can keep */
export function checkDuration(name: string, ms: number): number {
  if (typeof ms === "number" && ms > 0 && ms <= longestDelay) return ms;
  throw new ElbArgumentError(`\`${name}\` must be a number of milliseconds from 1 to ${longestDelay}.`);
}

/** The error for something that the caller's signal has ended. */
export const abortError = (what: string, { reason }: AbortSignal): ElbAbortError =>
  new ElbAbortError(`${what} was stopped by its signal.`, { cause: reason });

export interface Limits {
  clock: Clock;
  /** Milliseconds until `expired` is thrown. */
  timeout: number;
  /** The caller's own signal. */
  signal: AbortSignal | undefined;
  /** What is being done, as the subject of an error message. */
  what: string;
  expired: () => Error;
}

/** Whether an error is what the service has answered. An abort at the same time must not hide that. */
const isAnswer = (error: unknown): boolean => error instanceof ElbApiError || error instanceof JobFailedError;

/** Why a timer is stopped that nobody needs any more; an error would take longer to make than all the rest. */
const over = "over";

/** Calls back after a time, unless the function that it returns is called before. */
function startTimer(clock: Clock, ms: number, ring: () => void, fail: (reason: unknown) => void): () => void {
  // What most calls get: a signal to end the sleep by would cost more than the rest of the call.
  if (clock === systemClock) {
    const timer = setTimeout(ring, ms);
    return () => clearTimeout(timer);
  }
  const stop = new AbortController();
  clock.sleep(ms, stop.signal).then(ring, fail);
  return () => stop.abort(over);
}

/** Calls back as soon as a signal is aborted, unless the function that it returns is called before. */
function onAbort(signal: AbortSignal | undefined, stop: () => void): () => void {
  if (signal === undefined) return () => {};
  if (!(signal instanceof AbortSignal)) throw new ElbArgumentError("`signal` must be an AbortSignal.");
  signal.addEventListener("abort", stop);
  return () => signal.removeEventListener("abort", stop);
}

/**
 * Runs something that must end by a deadline and whenever the caller's signal says so. Both also abort the
 * signal that `run` gets, and neither waits for `run` to notice.
 */
export async function withDeadline<T>(limits: Limits, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { clock, timeout, what, signal: outer, expired } = limits;
  if (outer?.aborted) throw abortError(what, outer);
  // Not aborted after success: to end a signal that `fetch` has been given takes long even if it is done with it.
  const work = new AbortController();
  let release = (): void => {};
  let stopTimer = release;
  try {
    return await new Promise<T>((resolve, reject) => {
      release = onAbort(outer, () => {
        work.abort(outer?.reason);
        // One turn of the event loop, for an answer that is there already: it may name a job, or say that one failed.
        setTimeout(() => reject(outer?.reason));
      });
      run(work.signal).then(resolve, reject);
      stopTimer = startTimer(clock, timeout, () => reject(expired()), reject);
    });
  } catch (error) {
    work.abort();
    const stopped = outer?.aborted && (error === outer.reason || !isAnswer(error));
    throw stopped ? abortError(what, outer) : error;
  } finally {
    release();
    stopTimer();
  }
}
