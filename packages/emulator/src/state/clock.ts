/** Where the emulator reads the time: jobs, resource times, member health and signature dates all depend on it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z, as `Date.now()`. */
  now(): number;
  /**
   * Waits, for faults with `latencyMs`. A clock that stands still moves itself on instead and resolves at once. Where a
   * clock has no such method, latency takes no time.
   */
  sleep?(milliseconds: number): Promise<void>;
}

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /**
   * Moves the clock forward.
   * @param milliseconds zero or more; jobs that end within the span have ended afterwards
   * @throws RangeError for a negative number or NaN: time does not run backwards
   */
  advance(milliseconds: number): void;
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/**
 * Creates a clock for tests. Nothing in the emulator runs on timers, so advancing it is all that a test has to do.
 * @param start milliseconds since 1970, default now: signatures made with the machine's date stay valid
 */
export function createManualClock(start: number = Date.now()): ManualClock {
  let now = start;
  return {
    now: () => now,
    advance(milliseconds) {
      if (!(milliseconds >= 0))
        throw new RangeError(`advance() takes zero or more milliseconds, not ${milliseconds}.`);
      now += milliseconds;
    },
    async sleep(milliseconds) {
      now += milliseconds;
    },
  };
}
