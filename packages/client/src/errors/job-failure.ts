/** How the errors of jobs are worded; apart from their classes, which are always there. */
import type { JobRecord } from "../job.ts";
import { advice, type ErrorCatalogue } from "./catalogue-entry.ts";
import { asText, printable, scrub } from "./error-body.ts";
import { JobFailedError, JobTimeoutError } from "./job-errors.ts";

/** A field of a job, which can hold anything, as a part of a sentence. */
const said = (field: unknown): string => scrub(asText(field) ?? "", []);

export function jobFailed(
  jobId: string,
  job: JobRecord,
  catalogue: ErrorCatalogue | undefined,
): JobFailedError {
  const type = said(job.job_type);
  const code = said(job.error_code) || undefined;
  const message = said(job.fail_reason) || undefined;
  const entry = code && catalogue?.(code, { operationId: "getJob", status: undefined, message });
  const reason = [code, message].filter(Boolean).join(" ") || "no reason given";
  return new JobFailedError(
    `Job ${printable(jobId)}${type && ` (${type})`} failed: ${reason}.${advice(entry || undefined)}`,
    {
      jobId,
      job,
      code,
      entry: entry || undefined,
    },
  );
}

export function jobTimeout(
  jobId: string,
  timeout: number,
  job: JobRecord | undefined,
  trouble: Error | undefined,
): JobTimeoutError {
  const heard = trouble ? `; last trouble: ${trouble.message.replace(/\.$/, "")}` : "";
  return new JobTimeoutError(
    `Job ${printable(jobId)} was not done within ${timeout / 1000} s (last status: ${said(job?.status) || "none"}${heard});` +
      " it goes on, and resumeJob() can wait for it again.",
    { jobId, job, cause: trouble },
  );
}
