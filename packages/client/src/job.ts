import { type OperationTypes, protocol } from "@elb-classic/spec/operations";
import { type Clock, checkDuration, withDeadline } from "./clock.ts";
import { JobFailedError, JobTimeoutError } from "./errors/job-errors.ts";
import type { CallOptions } from "./methods.ts";

/** A job as the service tells it. Its `status` alone says whether it is done: `entities` can be full earlier. */
export type JobRecord = OperationTypes["getJob"]["result"];

export interface WaitOptions {
  /** Ends the waiting, not the job: the API cannot cancel one. */
  signal?: AbortSignal;
  /** Called with every answer, the last one included. */
  onProgress?: (job: JobRecord) => void;
  /** Milliseconds to wait altogether, answers in flight included. Default: 600,000 (ten minutes). */
  timeout?: number;
  /**
   * Milliseconds between the first and the second question. Default: 1,000. Each pause is half as long again as
   * the one before, up to ten times this.
   */
  interval?: number;
}

const { success, failure } = protocol.jobStatuses;

/** A job that a call has launched. It is no promise: `await job.wait()` says where the program waits. */
export class Job {
  /** Store it to go on from another process, with `client.resumeJob(id)`. */
  readonly id: string;
  /** As the launching call answered it; absent after `resumeJob`. Its path is not the one to ask at. */
  readonly uri: string | undefined;
  readonly #ask: (options: CallOptions) => Promise<JobRecord>;
  readonly #clock: Clock;

  constructor(
    id: string,
    uri: string | undefined,
    ask: (options: CallOptions) => Promise<JobRecord>,
    clock: Clock,
  ) {
    this.id = id;
    this.uri = uri;
    this.#ask = ask;
    this.#clock = clock;
  }

  /** Asks once how the job stands, and decides nothing. */
  step(options: CallOptions = {}): Promise<JobRecord> {
    return this.#ask(options);
  }

  /**
   * Asks until the job has succeeded, and resolves to it. A status that this version does not know counts as
   * still running.
   *
   * @throws {JobFailedError} when the service gave up, with the job inside
   * @throws {JobTimeoutError} when `timeout` has passed
   * @throws {ElbAbortError} when `signal` was aborted
   */
  async wait(options: WaitOptions = {}): Promise<JobRecord> {
    const timeout = checkDuration("timeout", options.timeout ?? 600_000);
    const interval = checkDuration("interval", options.interval ?? 1_000);
    const seen: { job?: JobRecord } = {};
    return withDeadline(
      {
        clock: this.#clock,
        timeout,
        signal: options.signal,
        what: `Waiting for job ${this.id}`,
        expired: () => new JobTimeoutError(this.id, timeout, seen.job),
      },
      async (signal) => {
        for (let pause = interval; ; pause = Math.min(pause * 1.5, interval * 10)) {
          const job = await this.#ask({ signal });
          seen.job = job;
          options.onProgress?.(job);
          if (job.status === success) return job;
          if (job.status === failure) throw new JobFailedError(this.id, job);
          await this.#clock.sleep(pause, signal);
        }
      },
    );
  }
}
