import type { ElbClient } from "../client.ts";
import { checkDesired, type DesiredMember } from "./desired.ts";
import { UnsafeChangeError } from "./errors.ts";
import { checkOptions, type HelperOptions } from "./options.ts";
import { isEmptyPlan, type MemberPlan, refusalOf } from "./plan.ts";
import { adding, adopt, carryOut, removeOthers } from "./steps.ts";
import { inTurn } from "./turns.ts";
import { readPlan, runOn, type Work } from "./work.ts";

export interface EnsureMembersOptions extends HelperOptions {
  /** The members that the listener is to have, each once, and no others. */
  members: readonly DesiredMember[];
  /**
   * Only make the plan: nothing is changed, and no `pendingJob` is waited for. Look at `refused` as well. Default: false.
   */
  dryRun?: boolean;
  /** Remove all members, or the last one that is NORMAL, if that is what is asked for. Default: false. */
  force?: boolean;
  /** Id of a job that an earlier run launched and did not see the end of: it is waited for first. */
  pendingJob?: string;
  /** Milliseconds for everything. Default: 600,000 (ten minutes). */
  timeout?: number;
}

/** What a helper has done. */
export interface EnsuredMembers {
  /** What there was to do when the members were first read. */
  plan: MemberPlan;
  /** Whether it was done: false for a plan without changes, and after a dry run. */
  applied: boolean;
  /** After a dry run of `ensureMembers()`: what a run without `dryRun` would throw before it changes anything. */
  refused?: UnsafeChangeError;
}

/**
 * Makes the members of a listener exactly the given ones: adds what is missing, waits for the job, removes the others
 * by the id of the member, and waits again. A second run finds nothing to do.
 *
 * Members are told by `server_id` and, where one is given, by the private address (`server_address` in lists). It does
 * not wait until added members are NORMAL; `replaceMembers()` does.
 *
 * A change whose answer was lost, that was refused or whose job has failed is not repeated blindly: the members are read
 * until they show what has become of it. So it can be run again after it was killed, and then goes on from there.
 *
 * Removing a member stops new connections to it. Of a TCP listener with `tcp_draining`, those that exist go on for
 * `tcp_draining_timeout` minutes, which no job waits for; of any other, they may be cut off.
 *
 * With one client, runs on one listener follow one another, each with what the one before has left. Other clients and
 * processes are not known: let only one of them change the members of a listener.
 *
 * Reading that fails in a way that may pass is repeated until `timeout`.
 *
 * @throws {UnsafeChangeError} before anything is changed, where no member would be left, or none of those that stay is
 *   NORMAL while one that goes is, unless `force`; later, where the last one that stays is NORMAL no longer; and if the
 *   list of members is empty and the listener's `member_number` is not, with or without `force`
 * @throws {NotConvergedError} when `timeout` has passed, or after ten attempts, with what is left to do
 * @throws {ElbArgumentError} before anything is sent, for options that make no sense or a server that is named twice;
 *   before anything is changed, for a server to add that has no `address`
 * @throws {JobFailedError} when a job failed and the members do not show its change within 20 s
 * @throws {ElbApiError} when a change was refused and they do not show it within 20 s
 * @throws {ElbAbortError} when `signal` was aborted
 */
export async function ensureMembers(
  client: ElbClient,
  options: EnsureMembersOptions,
): Promise<EnsuredMembers> {
  const checked = checkOptions("ensureMembers()", options, 600_000, ["dryRun", "force", "pendingJob"]);
  const { members, dryRun = false, force = false, pendingJob } = options;
  checkDesired(members);
  if (members.length === 0 && !force) throw emptied(options.listener_id, "give `force` if that is meant");
  const run = async (work: Work): Promise<EnsuredMembers> => {
    if (pendingJob !== undefined && !dryRun) await adopt(work, pendingJob);
    const plan = await readPlan(work);
    work.tell({ kind: "planned", plan });
    // Members that are added are not waited for, so only those that stay count.
    const refused = force ? undefined : refusalOf(options.listener_id, plan);
    if (dryRun) return { plan, applied: false, ...(refused && { refused }) };
    if (refused) throw refused;
    if (isEmptyPlan(plan)) return { plan, applied: false };
    await carryOut(work, adding, plan);
    await removeOthers(work, force);
    return { plan, applied: true };
  };
  return runOn("ensureMembers", client, checked, members, (work) =>
    dryRun ? run(work) : inTurn(work, () => run(work)),
  );
}

/** The error for a list that would leave a listener without members. */
export const emptied = (listenerId: string, wayOut: string): UnsafeChangeError =>
  new UnsafeChangeError(
    `\`members\` is empty, which would take listener ${listenerId} out of service: ${wayOut}.`,
    "empty",
  );
