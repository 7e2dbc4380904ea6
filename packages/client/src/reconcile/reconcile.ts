import { type OperationId, type OperationRow, operations } from "@elb-classic/spec/operations";
import { checkNames, shown } from "../check.ts";
import type { ElbClient } from "../client.ts";
import { abortError, type Clock, systemClock } from "../clock.ts";
import { mayPass } from "../errors/api-error.ts";
import { ElbArgumentError, type OutcomeUnknownError } from "../errors/base.ts";
import type { Case } from "./case.ts";
import { examineDeletion, examineUpdate } from "./change.ts";
import { examineCreation } from "./creation.ts";
import { type Finding, type Reconciliation, undecided } from "./finding.ts";
import { examineAddition, examineRemoval } from "./members.ts";
import { poll } from "./poll.ts";
import { usualSkew } from "./times.ts";

/** The part of an `OutcomeUnknownError` that counts. After an `ElbAbortError`, put its `sent` beside the operation's name. */
export type UnansweredChange = Pick<OutcomeUnknownError, "operationId" | "sent">;

export interface ReconcileOptions {
  /**
   * Milliseconds to look again and again before it is said that a change did not happen. Default: about as long as the
   * slowest job of its kind, which is 300,000 for load balancers and 60,000 for members; 10,000 for changes without a job.
   * With 0 there is one look, after which a change with a job cannot be told to have not happened.
   */
  wait?: number;
  /** Ids of what was there before a creation, and so cannot be its work. Default: none are known. */
  known?: readonly string[];
  /** Milliseconds that the times of the service may differ from its `Date` header by. Default: 5,000. */
  skew?: number;
  signal?: AbortSignal;
  /** Default: the system's clock and timers. */
  clock?: Clock;
}

/** How long it takes until a change can be seen, with a reserve. */
function usualWait({ job }: OperationRow): number {
  if (job === undefined) return 10_000;
  return job === operations.addMembers.job || job === operations.removeMembers.job ? 60_000 : 300_000;
}

const examiners: Partial<Record<string, (change: Case) => Promise<Finding>>> = {
  addMembers: examineAddition,
  removeMembers: examineRemoval,
  POST: examineCreation,
  PUT: examineUpdate,
  DELETE: examineDeletion,
};

/**
 * Finds out what has become of a change that was not answered, by reading only: it never sends a change.
 *
 * - A creation: lists, and looks for what was created since and has every value that was sent. Of two, neither is taken.
 * - An update: reads, and compares with what was sent.
 * - A deletion, members that were added or removed: reads what is there.
 *
 * A job whose id was lost with the answer cannot be found, since no call lists jobs; what it works on can. A load
 * balancer is listed while its job still runs (`PENDING_CREATE`) and after it has failed (`ERROR`): look at the `status`
 * of `resource`.
 *
 * Times of resources name no zone. They are taken for UTC; what would fit but for its time, by up to a day, is
 * `cannot tell`.
 *
 * @param error of the change, or its `operationId` and `sent`
 * @throws {ElbArgumentError} if it is about no change of this API
 * @throws {ElbApiError} if reading is refused; what may pass is `cannot tell`
 * @throws {ElbAbortError} when `signal` was aborted
 */
export async function reconcile(
  client: ElbClient,
  error: UnansweredChange,
  options: ReconcileOptions = {},
): Promise<Reconciliation> {
  checkNames("reconcile()", "option", options, ["wait", "known", "skew", "signal", "clock"]);
  const { operationId, sent } = error;
  const row = Object.hasOwn(operations, operationId) ? operations[operationId as OperationId] : undefined;
  const examine = row && (examiners[operationId] ?? examiners[row.method]);
  if (!row || !examine || !sent) {
    throw new ElbArgumentError(
      `reconcile() got ${shown(operationId)}: it takes the error of a change of this API.`,
    );
  }
  const { wait = usualWait(row), known = [], skew = usualSkew, signal, clock = systemClock } = options;
  checkTime("wait", wait);
  checkTime("skew", skew);
  const change: Case = {
    ...{ client, id: operationId as OperationId, row, sent, known, skew, clock },
    options: { background: true, ...(signal && { signal }) },
  };
  try {
    const look = () => lookOnce(change, examine);
    return conclude(row, wait, await lookFor({ wait, clock, signal }, look));
  } catch (reason) {
    throw signal?.aborted ? abortError("reconcile()", signal) : reason;
  }
}

function checkTime(name: string, ms: number): void {
  if (typeof ms === "number" && ms >= 0) return;
  throw new ElbArgumentError(`\`${name}\` must be a number of milliseconds, 0 or more.`);
}

/** Looks until nothing else can be seen, and resolves to what was seen last. */
async function lookFor(
  {
    wait,
    clock,
    signal = new AbortController().signal,
  }: { wait: number; clock: Clock; signal?: AbortSignal | undefined },
  look: () => Promise<Finding>,
): Promise<Finding> {
  let last: Finding | undefined;
  await poll({ wait, clock, signal }, async () => {
    last = await look();
    return last.settled ? last : undefined;
  });
  return last!;
}

async function lookOnce(change: Case, examine: (change: Case) => Promise<Finding>): Promise<Finding> {
  try {
    return await examine(change);
  } catch (error) {
    if (!mayPass(error)) throw error;
    return undecided(`Reading failed: ${(error as Error).message.replace(/\.$/, "")}`);
  }
}

/** What a last look means. One that saw nothing is no proof while a job may still run. */
function conclude({ job }: OperationRow, wait: number, { settled, ...last }: Finding): Reconciliation {
  if (settled) return { ...last, evidence: `${last.evidence}.` };
  if (wait === 0 && job !== undefined && last.outcome === "did not happen") {
    return {
      ...last,
      outcome: "cannot tell",
      evidence: `${last.evidence}, but a job may still be running: give \`wait\`.`,
    };
  }
  return { ...last, evidence: `${last.evidence}, after ${wait / 1000} s.` };
}
