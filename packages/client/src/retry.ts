import type { Clock } from "./clock.ts";
import type { Progress } from "./engine.ts";
import { ElbApiError } from "./errors/api-error.ts";
import { isRefusal, mayRepeat } from "./errors/verdict.ts";

/** Milliseconds that the first pause is at most; each further one can be twice as long. */
const base = 500;
const longest = 16_000;

/**
 * Milliseconds to wait before a request is sent once more: any time up to a limit that doubles, so that clients which
 * failed together do not come back together; and besides, whatever the service asked for.
 */
function pauseBefore(repetition: number, error: unknown): number {
  const asked = error instanceof ElbApiError ? error.retryAfter : undefined;
  return (asked ?? 0) + Math.random() * Math.min(base * 2 ** (repetition - 1), longest);
}

/** Whether a request that has failed is sent once more; notes whether it may have been carried out. */
function isWorthwhile(error: unknown, { row, sending }: Progress): boolean {
  // Without a request that is out, the error is about something else: keys, or a token that is not renewed.
  if (sending.signal.aborted || !sending.open) return false;
  sending.open = !isRefusal(error);
  return mayRepeat(error, row.repeat);
}

/**
 * Sends a request that has failed again, for as long as that makes sense.
 *
 * @throws what it failed with last
 */
export async function persist<T>(
  first: unknown,
  progress: Progress,
  { clock, retries }: { clock: Clock; retries: number },
  send: () => Promise<T>,
): Promise<T> {
  let error = first;
  for (let repetition = 1; isWorthwhile(error, progress) && repetition <= retries; repetition++) {
    const pause = pauseBefore(repetition, error);
    // A pause longer than the time that is left would only put the error off.
    if (clock.now() + pause >= progress.until) break;
    progress.trouble = error;
    await clock.sleep(pause, progress.sending.signal);
    try {
      return await send();
    } catch (trouble) {
      error = trouble;
    }
  }
  throw error;
}
