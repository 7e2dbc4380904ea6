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

/** The caller's signal together with the one that ends with the work itself. */
function join(outer: AbortSignal | undefined, own: AbortSignal): AbortSignal {
  if (outer === undefined) return own;
  try {
    return AbortSignal.any([outer, own]);
  } catch (cause) {
    throw new ElbArgumentError("`signal` must be an AbortSignal.", { cause });
  }
}

/** Whether an error is what the service has answered. An abort at the same time must not hide that. */
const isAnswer = (error: unknown): boolean => error instanceof ElbApiError || error instanceof JobFailedError;

/** Why a timer is stopped that nobody needs any more; an error would take longer to make than all the rest. */
const over = "over";

/**
 * Runs something that must end by a deadline and whenever the caller's signal says so. Both also abort the
 * signal that `run` gets, and neither waits for `run` to notice.
 */
export async function withDeadline<T>(limits: Limits, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { clock, what, signal: outer } = limits;
  if (outer?.aborted) throw abortError(what, outer);
  // Two, since ending a signal that `fetch` has been given takes long even if it is done with it.
  const timer = new AbortController();
  const work = new AbortController();
  const signal = join(outer, work.signal);
  const deadline = async (): Promise<never> => {
    try {
      await clock.sleep(limits.timeout, join(outer, timer.signal));
    } catch (reason) {
      // One turn of the event loop, for an answer that is there already: it may name a job, or say that one failed.
      if (outer?.aborted) await new Promise((resolve) => setTimeout(resolve));
      throw reason;
    }
    throw limits.expired();
  };
  try {
    return await Promise.race([run(signal), deadline()]);
  } catch (error) {
    work.abort();
    const stopped = outer?.aborted && (error === outer.reason || !isAnswer(error));
    throw stopped ? abortError(what, outer) : error;
  } finally {
    timer.abort(over);
  }
}
