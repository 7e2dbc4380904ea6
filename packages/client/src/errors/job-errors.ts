import type { JobRecord } from "../job.ts";
import { ElbError } from "./base.ts";
import type { CatalogueEntry } from "./catalogue-entry.ts";

/** The service gave up on a job. */
export class JobFailedError extends ElbError {
  static {
    JobFailedError.prototype.name = "JobFailedError";
  }
  readonly jobId: string;
  /** The job as it was answered last. */
  readonly job: JobRecord;
  /** Why it failed, as the job's `error_code` says. */
  readonly code: string | undefined;
  /** What the catalogue says about the code, if the client was given one that knows it. */
  readonly entry: CatalogueEntry | undefined;

  constructor(message: string, failure: Pick<JobFailedError, "jobId" | "job" | "code" | "entry">) {
    super(message);
    this.jobId = failure.jobId;
    this.job = failure.job;
    this.code = failure.code;
    this.entry = failure.entry;
  }
}

/**
 * A job was not done in time. It goes on all the same: `client.resumeJob(jobId)` waits for it again. If the last
 * attempt to ask for it failed, `cause` is how.
 */
export class JobTimeoutError extends ElbError {
  static {
    JobTimeoutError.prototype.name = "JobTimeoutError";
  }
  readonly jobId: string;
  /** The job as it was answered last, if it was. */
  readonly job: JobRecord | undefined;

  constructor(
    message: string,
    { jobId, job, cause }: { jobId: string; job: JobRecord | undefined; cause?: unknown },
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.jobId = jobId;
    this.job = job;
  }
}
