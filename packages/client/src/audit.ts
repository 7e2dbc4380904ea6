/** The audit trail of changes; loaded where there is one. */
import { protocol } from "@elb-classic/spec/operations";
import type { Result } from "./engine.ts";
import { ElbApiError } from "./errors/api-error.ts";
import { ElbAbortError, OutcomeUnknownError } from "./errors/base.ts";
import { asText } from "./errors/error-body.ts";
import type { ChangeEvent } from "./events.ts";
import { notify } from "./hooks.ts";
import { Job, type JobRecord } from "./job.ts";
import type { WithResponse } from "./methods.ts";
import { type Change, publicPayload } from "./outcome.ts";

type Hook = ((event: ChangeEvent) => unknown) | undefined;
type Told = Pick<ChangeEvent, "outcome"> & Partial<ChangeEvent>;

const tell = (hook: Hook, change: Change, told: Told): void => {
  const { operationId, ids, projectId } = change.request;
  notify(hook, {
    operationId,
    ids,
    projectId,
    payload: publicPayload(change, "***"),
    at: new Date(change.at),
    status: undefined,
    requestId: undefined,
    jobId: undefined,
    code: undefined,
    ...told,
  });
};

/** What became of a change that was sent. */
export const tellOutcome = (hook: Hook, change: Change, result: Result): void =>
  tell(hook, change, "error" in result ? failure(result.error) : success(result));

function success({ data, status, requestId }: WithResponse<unknown>): Told {
  return { outcome: "accepted", status, requestId, jobId: data instanceof Job ? data.id : undefined };
}

function failure(error: unknown): Told {
  const isOpen =
    error instanceof OutcomeUnknownError || (error instanceof ElbAbortError && error.sent !== undefined);
  const answer = error instanceof OutcomeUnknownError ? error.cause : error;
  const { status, requestId, code } = answer instanceof ElbApiError ? answer : ({} as Partial<ElbApiError>);
  return { outcome: isOpen ? "unknown" : "refused", status, requestId, code };
}

/** How the job that a change launched has ended. */
export const tellEnd = (hook: Hook, change: Change, job: JobRecord): void =>
  tell(hook, change, {
    outcome: job.status === protocol.jobStatuses.success ? "succeeded" : "failed",
    jobId: job.job_id,
    code: asText(job.error_code),
  });
