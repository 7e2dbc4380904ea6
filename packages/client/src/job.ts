import type { JobTypes, OperationTypes } from "@elb-classic/spec/operations";
import type { Clock } from "./clock.ts";
import type { ErrorCatalogue } from "./errors/catalogue-entry.ts";
import { lazy } from "./lazy.ts";
import type { CallOptions } from "./methods.ts";
import type { Exchange } from "./transport.ts";

/** A job as the service tells it. Its `status` alone says whether it is done: `entities` can be full earlier. */
export type JobRecord = OperationTypes["getJob"]["result"];

/** What a job works on where its type is not known: nothing, before it has succeeded. */
type AnyEntities = JobRecord["entities"];

/** A job that has succeeded, and what it has worked on. */
export type FinishedJob<Entities> = Omit<JobRecord, "entities"> & { entities: Entities };

export interface WaitOptions {
  /** Ends the waiting, not the job: the API cannot cancel one. */
  signal?: AbortSignal;
  /** Called with every answer, the last one included. What it throws or rejects with is ignored. */
  onProgress?: (job: JobRecord) => void;
  /** Milliseconds to wait altogether, answers in flight included. Default: 600,000 (ten minutes). */
  timeout?: number;
  /**
   * Milliseconds between the first and the second question. Default: 1,000. Later pauses are a third of the time that
   * was waited so far, between this and ten times this; each is up to a fifth shorter or longer by chance.
   */
  interval?: number;
}

/** The body of a good answer, and how it came. */
export interface Answered {
  answer: unknown;
  raw: Exchange;
}

/** What a job needs of the client that it came from. */
export interface JobSource {
  clock: Clock;
  catalogue: ErrorCatalogue | undefined;
  /** Asks how the job stands. `retries` is how often that is repeated; default: as the client says. */
  ask(options: CallOptions, retries?: number): Promise<Answered>;
  /** What those who wait share, for each job that is waited for. */
  polls: Map<string, Shared>;
  /** Tells this job among those. */
  key: string;
  /** Told once, when the job has ended. */
  ended?: ((job: JobRecord) => unknown) | undefined;
}

/** What those who wait for the same job share. */
export interface Shared {
  waiting: number;
  /** The question that is out. */
  asking?: Promise<Answered> | undefined;
  /** The answer that came last, and when. */
  last?: { answered: Answered; at: number };
}

/**
 * A job that a call has launched. It is no promise: `await job.wait()` says where the program waits.
 *
 * @template Entities what it has worked on once it has succeeded
 */
export class Job<Entities = AnyEntities> {
  /** Store it to go on from another process, with `client.resumeJob(id)`. */
  readonly id: string;
  /** As the launching call answered it; absent after `resumeJob`. Its path is not the one to ask at. */
  readonly uri: string | undefined;
  readonly #source: JobSource;

  constructor(id: string, uri: string | undefined, source: JobSource) {
    this.id = id;
    this.uri = uri;
    this.#source = source;
  }

  /** Asks once how the job stands, and decides nothing. */
  async step(options: CallOptions = {}): Promise<JobRecord> {
    return (await this.#source.ask(options)).answer as JobRecord;
  }

  /**
   * Asks until the job has succeeded, and resolves to it. A status that this version does not know counts as
   * still running. Asking again does no harm, so no answer, a 5xx and a 429 do not end the waiting. Several that wait
   * for the same job share the questions.
   *
   * @throws {JobFailedError} when the service gave up, with the job inside
   * @throws {JobTimeoutError} when `timeout` has passed, with the last trouble there was in asking
   * @throws {ElbAbortError} when `signal` was aborted
   * @throws {ElbApiError} when asking failed in a way that will not pass
   */
  async wait(options: WaitOptions = {}): Promise<FinishedJob<Entities>> {
    const { waitFor } = await lazy.wait();
    return (await waitFor(this.id, this.#source, options)) as FinishedJob<Entities>;
  }
}

/** What jobs of a type work on; where none is given, that of any. */
export type EntitiesOf<Type extends keyof JobTypes> = [Type] extends [never] ? AnyEntities : JobTypes[Type];
