import type { OperationRow } from "@elb-classic/spec/operations";
import type { Progress } from "./engine.ts";
import { ElbApiError } from "./errors/api-error.ts";
import {
  ElbAbortError,
  type ElbError,
  ElbTimeoutError,
  OutcomeUnknownError,
  type SentChange,
} from "./errors/base.ts";
import { named } from "./errors/named.ts";
import { dropSecrets } from "./errors/secret-fields.ts";
import type { OperationRequest } from "./request.ts";

/** A change, and when it was sent last. */
export interface Change {
  row: OperationRow;
  request: OperationRequest;
  /** Milliseconds since the epoch. */
  at: number;
}

/** The payload as it was sent, with `mark` in place of each secret field, or without them. */
export function publicPayload({ request }: Change, mark?: string): unknown {
  const payload: unknown = request.body && JSON.parse(request.body);
  dropSecrets(payload, mark);
  return payload;
}

function sentChange(change: Change): SentChange {
  const { request, at } = change;
  const body = publicPayload(change);
  return {
    arguments: { ...request.ids, ...(body === undefined ? {} : { body }) },
    projectId: request.projectId,
    at: new Date(at),
  };
}

/** The error for a change that may have been carried out, though its call ended with `cause`. */
function unknownOutcome(change: Change, cause: unknown): ElbError {
  const sent = sentChange(change);
  const { request } = change;
  if (cause instanceof ElbAbortError) return new ElbAbortError(cause.message, { cause: cause.cause, sent });
  const { message = "" } = Object(cause) as Partial<Error>;
  const answer = cause instanceof ElbApiError ? cause : undefined;
  return new OutcomeUnknownError(
    `${named(request)} may have been carried out, and is not repeated: reconcile() of` +
      ` @elb-classic/client/reconcile finds out. ${message}`.trimEnd(),
    { cause, operationId: request.operationId, sent, status: answer?.status, requestId: answer?.requestId },
  );
}

/** A timeout, with what it was spent on. */
function withReason(error: ElbTimeoutError, { sending, trouble }: Progress): ElbTimeoutError {
  if (!sending.waiting && trouble === undefined) return error;
  const again = sending.attempts > 0 ? " again" : "";
  const waited = `: it was not sent${again}, since it waited for its turn in the client's budget.`;
  return new ElbTimeoutError(
    sending.waiting ? error.message.replace(/\.$/, waited) : error.message,
    trouble === undefined ? {} : { cause: trouble },
  );
}

/** The error that a call ends with, where it has failed with `cause` in the end. */
export function finalError(progress: Progress, cause: unknown): unknown {
  const { row, request, sending } = progress;
  const error = cause instanceof ElbTimeoutError ? withReason(cause, progress) : cause;
  if (row.repeat === "safe" || !sending.open) return error;
  return unknownOutcome({ row, request, at: sending.at }, error);
}
