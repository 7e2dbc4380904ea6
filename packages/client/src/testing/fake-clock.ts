import type { Clock } from "../clock.ts";

interface Sleeper {
  at: number;
  wake: () => void;
}

/** A clock that moves only when everything waits for it, straight to the next time that matters. */
export class FakeClock implements Clock {
  private time = Date.UTC(2020, 5, 8, 2, 39);
  private sleepers: Sleeper[] = [];
  /** Every duration that was slept, in order of asking. */
  readonly asked: number[] = [];

  now(): number {
    return this.time;
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    this.asked.push(ms);
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const stop = (): void => {
        this.sleepers = this.sleepers.filter((each) => each !== sleeper);
        reject(signal.reason);
      };
      const wake = (): void => {
        signal.removeEventListener("abort", stop);
        resolve();
      };
      const sleeper = { at: this.time + ms, wake };
      this.sleepers.push(sleeper);
      signal.addEventListener("abort", stop);
    });
  }

  /** Timers that nobody has stopped: none should be left when a call is over. */
  get pending(): number {
    return this.sleepers.length;
  }

  /** Moves time on until `promise` settles. */
  async drive<T>(promise: Promise<T>): Promise<T> {
    const settled = promise.then(
      () => true,
      () => true,
    );
    while (!(await Promise.race([settled, quiet()]))) this.wakeNext();
    return promise;
  }

  private wakeNext(): void {
    const [next] = this.sleepers.toSorted((a, b) => a.at - b.at);
    if (!next) throw new Error("Nothing to wait for: the promise under test never settles.");
    this.time = next.at;
    this.sleepers = this.sleepers.filter((each) => each !== next);
    next.wake();
  }
}

/** Resolves once pending promises, and the event loop's own turns that they take, have run. */
async function quiet(): Promise<false> {
  for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate);
  return false;
}
