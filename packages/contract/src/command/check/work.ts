import type { RawValue } from "../read/values.ts";
import { type Judged, type JudgeOptions, judge } from "./judge.ts";
import type { Thread } from "./thread.ts";

/** What checks calls: this thread, and others beside it where there is much to do. */
export interface Work {
  /** How many batches may be under way while the next one is read. */
  readonly ahead: number;
  judge(values: readonly RawValue[]): readonly Judged[] | Promise<readonly Judged[]>;
  close(): Promise<void>;
}

/** What is shorter is checked before another thread has begun, in bytes. */
const MUCH = 8 * 1024 * 1024;

/** A thread has a batch to go on with while the answer to the one before is on its way. */
const AT_ONCE = 2;

/** @param jobs How many threads may work, this one among them. */
export function createWork(jobs: number, options: JudgeOptions): Work {
  const threads: Thread[] = [];
  let starting: Promise<void> | undefined;
  let size = 0;

  async function start(): Promise<void> {
    const { startThread } = await import("./thread.ts");
    for (let count = 1; count < jobs; count += 1) threads.push(startThread(options));
  }

  return {
    ahead: (jobs - 1) * AT_ONCE,
    judge(values) {
      const idle = threads.find((thread) => thread.waiting() < AT_ONCE);
      if (idle !== undefined) return idle.judge(values);
      for (const { bytes } of values) size += bytes.length;
      if (jobs > 1 && size > MUCH) starting ??= start();
      return values.map((value) => judge(value, options));
    },
    async close() {
      await starting;
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
