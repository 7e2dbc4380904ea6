import type { Clock } from "../clock.ts";

/** How long something is looked at again and again. */
export interface Patience {
  clock: Clock;
  /** Ends the pauses; looking has to heed it by itself. */
  signal: AbortSignal;
  /** Milliseconds from the first look to the last one; with 0, there is only one. */
  wait: number;
}

const firstPause = 1_000;
const longestPause = 10_000;

/** Looks until there is something to see, and once more when the time is over. */
export async function poll<T>(
  { clock, signal, wait }: Patience,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const end = clock.now() + wait;
  for (let pause = firstPause; ; pause = Math.min(pause * 1.5, longestPause)) {
    const seen = await look();
    const left = end - clock.now();
    if (seen !== undefined || left <= 0) return seen;
    await clock.sleep(Math.min(pause, left), signal);
  }
}
