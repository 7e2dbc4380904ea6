import { type OperationTypes, operations, protocol } from "@elb-classic/spec/operations";
import { apiError } from "./answer.ts";
import { checkFunction, checkNames } from "./check.ts";
import { type Clock, checkDuration, withDeadline } from "./clock.ts";
import { secretsOf } from "./credentials.ts";
import { mayPass } from "./errors/api-error.ts";
import { faultInAnswer, maskAll } from "./errors/error-body.ts";
import { JobFailedError, JobTimeoutError } from "./errors/job-errors.ts";
import { notify } from "./hooks.ts";
import type { CallOptions } from "./methods.ts";
import type { Exchange } from "./transport.ts";

/** A job as the service tells it. Its `status` alone says whether it is done: `entities` can be full earlier. */
export type JobRecord = OperationTypes["getJob"]["result"];

export interface WaitOptions {
  /** Ends the waiting, not the job: the API cannot cancel one. */
  signal?: AbortSignal;
  /** Called with every answer, the last one included. What it throws or rejects with is ignored. */
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
const waitNames = ["signal", "onProgress", "timeout", "interval"];

/** The body of a good answer, and how it came. */
export interface Answered {
  answer: unknown;
  raw: Exchange;
}

type Ask = (options: CallOptions) => Promise<Answered>;

/** What is known while a job is waited for: how it stood last, and what went wrong since. */
interface Seen {
  job?: JobRecord;
  trouble?: Error | undefined;
}

/**
 * The job that was answered, with no secret in any text of it: errors hold it.
 *
 * @throws {ElbApiError} for the error that can stand in place of a job
 */
function jobIn({ answer, raw }: Answered): JobRecord {
  const job = answer as JobRecord;
  const fault = job.status === undefined && faultInAnswer(answer);
  if (fault) throw apiError("getJob", raw, fault);
  return maskAll(job, secretsOf(raw.credentials));
}

/** A job that a call has launched. It is no promise: `await job.wait()` says where the program waits. */
export class Job {
  /** Store it to go on from another process, with `client.resumeJob(id)`. */
  readonly id: string;
  /** As the launching call answered it; absent after `resumeJob`. Its path is not the one to ask at. */
  readonly uri: string | undefined;
  readonly #ask: Ask;
  readonly #clock: Clock;

  constructor(id: string, uri: string | undefined, ask: Ask, clock: Clock) {
    this.id = id;
    this.uri = uri;
    this.#ask = ask;
    this.#clock = clock;
  }

  /** Asks once how the job stands, and decides nothing. */
  async step(options: CallOptions = {}): Promise<JobRecord> {
    return (await this.#ask(options)).answer as JobRecord;
  }

  /**
   * Asks until the job has succeeded, and resolves to it. A status that this version does not know counts as
   * still running. Asking again does no harm, so no answer, a 5xx and a 429 do not end the waiting.
   *
   * @throws {JobFailedError} when the service gave up, with the job inside
   * @throws {JobTimeoutError} when `timeout` has passed, with the last trouble there was in asking
   * @throws {ElbAbortError} when `signal` was aborted
   * @throws {ElbApiError} when asking failed in a way that will not pass
   */
  async wait(options: WaitOptions = {}): Promise<JobRecord> {
    checkNames("wait()", "option", options, waitNames);
    const { signal: outer, onProgress, timeout = 600_000, interval = 1_000 } = options;
    checkFunction("onProgress", onProgress);
    checkDuration("timeout", timeout);
    checkDuration("interval", interval);
    const seen: Seen = {};
    return withDeadline(
      {
        clock: this.#clock,
        timeout,
        signal: outer,
        what: `Waiting for job ${this.id}`,
        expired: () => new JobTimeoutError(this.id, timeout, seen.job, seen.trouble),
      },
      async (signal) => {
        for (let pause = interval; ; pause = Math.min(pause * 1.5, interval * 10)) {
          const job = await this.#poll(signal, seen);
          if (job) notify(onProgress, job);
          if (job?.status === success) return job;
          if (job?.status === failure) throw new JobFailedError(this.id, job);
          await this.#clock.sleep(pause, signal);
        }
      },
    );
  }

  /** How the job stands; nothing, where asking has failed in a way that may pass. */
  async #poll(signal: AbortSignal, seen: Seen): Promise<JobRecord | undefined> {
    try {
      seen.job = jobIn(await this.#ask({ signal }));
      seen.trouble = undefined;
      return seen.job;
    } catch (error) {
      if (operations.getJob.repeat !== "safe" || !mayPass(error)) throw error;
      seen.trouble = error as Error;
      return undefined;
    }
  }
}
