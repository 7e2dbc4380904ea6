import { type OperationId, type OperationRow, operations } from "@elb-classic/spec/operations";
import { shown } from "../check.ts";
import { ElbArgumentError, ElbTimeoutError, OutcomeUnknownError, type SentChange } from "../errors/base.ts";

/**
 * The part of an `OutcomeUnknownError` that counts. After an `ElbAbortError`, put its `sent` beside the operation's name.
 * It can have been stored as JSON.
 */
export interface UnansweredChange {
  /** Name of the operation that was called. */
  operationId: string;
  /** The change as it was sent; the time is a `Date` or text as `JSON.stringify` writes it. */
  sent: Omit<SentChange, "at"> & { readonly at: Date | string };
}

/** @throws {ElbArgumentError} if it is about no change of this API */
export function checkUnanswered(
  error: UnansweredChange,
  isChange: (id: string, row: OperationRow) => boolean,
): { id: OperationId; row: OperationRow; sent: SentChange } {
  const { operationId, sent } = Object(error) as Partial<UnansweredChange>;
  const id = operationId as OperationId;
  const row = Object.hasOwn(operations, id) ? operations[id] : undefined;
  const { arguments: given, projectId, at } = Object(sent) as Partial<UnansweredChange["sent"]>;
  const time = new Date(at ?? Number.NaN);
  const isWhole = typeof given === "object" && given !== null && !Number.isNaN(time.getTime());
  if (row && isChange(id, row) && isWhole && typeof projectId === "string") {
    return { id, row, sent: { arguments: given, projectId, at: time } };
  }
  throw new ElbArgumentError(
    `reconcile() got ${shown(operationId)}: it takes the error of a change of this API, with \`operationId\` and \`sent\`.`,
  );
}

/** Whether it is known that only the connection was lost, and nobody was waited for in vain. */
const wasCutOff = (error: unknown): boolean =>
  error instanceof OutcomeUnknownError &&
  !((error.status ?? 0) >= 500) &&
  !(error.cause instanceof ElbTimeoutError);

/** Milliseconds that it takes until a change can be seen, with a reserve. */
export function usualWait({ job }: OperationRow, error: unknown): number {
  if (job === undefined) return wasCutOff(error) ? 10_000 : 60_000;
  return job === operations.addMembers.job || job === operations.removeMembers.job ? 60_000 : 300_000;
}
