import type { JobRecord } from "../job.ts";
import { ElbError } from "./base.ts";

/** The service gave up on a job. */
export class JobFailedError extends ElbError {
  static {
    JobFailedError.prototype.name = "JobFailedError";
  }
  readonly jobId: string;
  /** The job as it was answered last. */
  readonly job: JobRecord;

  constructor(jobId: string, job: JobRecord) {
    const reason = [job.error_code, job.fail_reason].filter(Boolean).join(" ") || "no reason given";
    super(`Job ${jobId}${job.job_type ? ` (${job.job_type})` : ""} failed: ${reason}.`);
    this.jobId = jobId;
    this.job = job;
  }
}

/** A job was not done in time. It goes on all the same: `client.resumeJob(jobId)` waits for it again. */
export class JobTimeoutError extends ElbError {
  static {
    JobTimeoutError.prototype.name = "JobTimeoutError";
  }
  readonly jobId: string;
  /** The job as it was answered last, if it was. */
  readonly job: JobRecord | undefined;

  constructor(jobId: string, timeout: number, job: JobRecord | undefined) {
    super(
      `Job ${jobId} was not done within ${timeout / 1000} s (last status: ${job?.status ?? "none"});` +
        " it goes on, and resumeJob() can wait for it again.",
    );
    this.jobId = jobId;
    this.job = job;
  }
}
