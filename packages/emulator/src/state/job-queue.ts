import type { Job } from "./job.ts";

/** The jobs that have not ended, soonest end first; jobs that end together end in the order of their launch. */
export class JobQueue {
  readonly #jobs: Job[] = [];

  add(job: Job): void {
    let index = this.#jobs.length;
    while (index > 0 && (this.#jobs[index - 1]?.endsAt ?? 0) > job.endsAt) index--;
    this.#jobs.splice(index, 0, job);
  }

  /** When the jobs that wait will end, soonest first. */
  ends(): readonly number[] {
    return this.#jobs.map(({ endsAt }) => endsAt);
  }

  clear(): void {
    this.#jobs.length = 0;
  }

  /** Removes and returns the next job that has ended by the given time. */
  takeEnded(now: number): Job | undefined {
    const [first] = this.#jobs;
    return first !== undefined && first.endsAt <= now ? this.#jobs.shift() : undefined;
  }
}
