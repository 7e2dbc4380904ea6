import type { JobRecord } from "../job.ts";
import { ElbError } from "./base.ts";
import { asText, scrub } from "./error-body.ts";

/** A field of a job, which can hold anything, as a part of a sentence. */
const said = (field: unknown): string => scrub(asText(field) ?? "", []);

/** The service gave up on a job. */
export class JobFailedError extends ElbError {
  static {
    JobFailedError.prototype.name = "JobFailedError";
  }
  readonly jobId: string;
  /** The job as it was answered last. */
  readonly job: JobRecord;

  constructor(jobId: string, job: JobRecord) {
    const type = said(job.job_type);
    const reason = [said(job.error_code), said(job.fail_reason)].filter(Boolean).join(" ");
    super(`Job ${jobId}${type && ` (${type})`} failed: ${reason || "no reason given"}.`);
    this.jobId = jobId;
    this.job = job;
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

  constructor(jobId: string, timeout: number, job: JobRecord | undefined, trouble?: Error) {
    const heard = trouble ? `; last trouble: ${trouble.message.replace(/\.$/, "")}` : "";
    super(
      `Job ${jobId} was not done within ${timeout / 1000} s (last status: ${said(job?.status) || "none"}${heard});` +
        " it goes on, and resumeJob() can wait for it again.",
      trouble && { cause: trouble },
    );
    this.jobId = jobId;
    this.job = job;
  }
}
