import type { OperationRow } from "@elb-classic/spec/operations";
import type { ElbClient } from "../client.ts";
import { abortError, type Clock } from "../clock.ts";
import { mayPass } from "../errors/api-error.ts";
import type { Case } from "./case.ts";
import { examineDeletion, examineUpdate } from "./change.ts";
import { examineCreation } from "./creation.ts";
import { type Finding, type Reconciliation, undecided } from "./finding.ts";
import { examineAddition, examineRemoval } from "./members.ts";
import { checkOptions, type ReconcileOptions } from "./options.ts";
import { poll } from "./poll.ts";
import { checkUnanswered, type UnansweredChange, usualWait } from "./unanswered.ts";
import { UnusableAnswerError } from "./unusable.ts";

type Examine = (change: Case) => Promise<Finding>;

const examiners: Partial<Record<string, Examine>> = {
  addMembers: examineAddition,
  removeMembers: examineRemoval,
  POST: examineCreation,
  PUT: examineUpdate,
  DELETE: examineDeletion,
};

const examinerOf = (id: string, { method }: OperationRow): Examine | undefined =>
  examiners[id] ?? examiners[method];

/**
 * Finds out what has become of a change that was not answered, by reading only: it never sends a change.
 *
 * - A creation: lists, and looks for what was created since and has every value that was sent. Of two, neither is taken;
 *   what has another name or description, but all else that was sent, is `cannot tell`.
 * - An update: reads, and compares with what was sent. A field that is not answered proves nothing.
 * - A deletion, members that were added or removed: reads what is there.
 *
 * A job whose id was lost with the answer cannot be found, since no call lists jobs; what it works on can. A load
 * balancer is listed while its job still runs (`PENDING_CREATE`) and after it has failed (`ERROR`): look at the `status`
 * of `resource`.
 *
 * Times of resources name no zone. They are taken for UTC; what would fit but for its time, by up to a day, is
 * `cannot tell`. So is everything that would fit where the `Date` header is more than 15 minutes off this machine's clock.
 *
 * An answer that is no list, or not the resource that was asked for, proves nothing.
 *
 * @param error of the change, or its `operationId` and `sent`, which can have been stored as JSON
 * @throws {ElbArgumentError} if it is about no change of this API, and for options that make no sense
 * @throws {ElbApiError} if reading is refused; what may pass is `cannot tell`
 * @throws {ElbAbortError} when `signal` was aborted
 */
export async function reconcile(
  client: ElbClient,
  error: UnansweredChange,
  options: ReconcileOptions = {},
): Promise<Reconciliation> {
  const { id, row, sent } = checkUnanswered(error, (...each) => examinerOf(...each) !== undefined);
  const usual = usualWait(row, error);
  const { wait, known, skew, signal, clock } = checkOptions(options, usual);
  const change: Case = {
    ...{ client, id, row, sent, known, skew, clock },
    options: { background: true, ...(signal && { signal }) },
  };
  const began = clock.now();
  try {
    const last = await lookFor({ wait, clock, signal }, () => lookOnce(change, examinerOf(id, row)!));
    // The clock may have been set back since it was sent.
    const elapsed = clock.now() - Math.min(sent.at.getTime(), began);
    return conclude(last, wait, elapsed >= usual);
  } catch (reason) {
    throw signal?.aborted ? abortError("reconcile()", signal) : reason;
  }
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

async function lookOnce(change: Case, examine: Examine): Promise<Finding> {
  try {
    return await examine(change);
  } catch (error) {
    if (!mayPass(error) && !(error instanceof UnusableAnswerError)) throw error;
    return undecided(`Reading failed: ${(error as Error).message.replace(/\.$/, "")}`);
  }
}

/** What a last look means. One that saw nothing is no proof while the service may still be at work. */
function conclude({ settled, ...last }: Finding, wait: number, isLate: boolean): Reconciliation {
  if (settled) return { ...last, evidence: `${last.evidence}.` };
  const evidence = `${last.evidence}, after ${wait / 1000} s`;
  if (last.outcome !== "did not happen" || isLate) return { ...last, evidence: `${evidence}.` };
  return {
    ...last,
    outcome: "cannot tell",
    evidence: `${evidence}, but it may still be carried out: look again later, or give a longer \`wait\`.`,
  };
}
