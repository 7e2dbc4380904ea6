import { isSegment } from "./check.ts";
import type { Job, JobRecord, JobSource } from "./job.ts";
import { lazy } from "./lazy.ts";
import type { Settings } from "./options.ts";
import type { Change } from "./outcome.ts";
import type { Exchange } from "./transport.ts";

/** Makes the job with this id; `ended` is told of its end. */
export type JobMaker = (
  id: string,
  projectId: string | undefined,
  uri?: string,
  ended?: JobSource["ended"],
) => Job<never>;

/**
 * Reads the answers of calls that launch jobs.
 *
 * @throws {ElbApiError} where the answer names none
 */
export function launchReader({ catalogue, onChange }: Settings, jobOf: JobMaker) {
  /** Tells the audit trail of the job's end, the first time that it is seen. */
  const watch = (change: Change): JobSource["ended"] => {
    let told = false;
    return async (job: JobRecord) => {
      if (told) return;
      told = true;
      (await lazy.audit()).tellEnd(onChange, change, job);
    };
  };

  return async (answer: unknown, exchange: Exchange, change: Change): Promise<Job<never>> => {
    const { job_id, uri } = answer as { job_id?: unknown; uri?: unknown };
    const { operationId, projectId } = change.request;
    if (isSegment(job_id)) {
      const ended = onChange && watch(change);
      return jobOf(job_id, projectId, typeof uri === "string" ? uri : undefined, ended);
    }
    const { apiError } = await lazy.trouble();
    const nameless = { text: "the answer holds no usable `job_id`", accepted: true };
    throw apiError(operationId, exchange, nameless, catalogue);
  };
}
