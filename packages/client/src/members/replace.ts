import type { ElbClient } from "../client.ts";
import { checkDesired, type DesiredMember } from "./desired.ts";
import { type EnsuredMembers, emptied } from "./ensure.ts";
import { untilDesiredHealthy } from "./health.ts";
import { checkOptions, type HelperOptions } from "./options.ts";
import { isEmptyPlan } from "./plan.ts";
import { adding, adopt, carryOut, removeOthers } from "./steps.ts";
import { inTurn } from "./turns.ts";
import { readPlan, runOn, type Work } from "./work.ts";

export interface ReplaceMembersOptions extends HelperOptions {
  /** The members that the listener is to have, each once, and no others. At least one. */
  members: readonly DesiredMember[];
  /** Id of a job that an earlier run launched and did not see the end of: it is waited for first. */
  pendingJob?: string;
  /** Milliseconds for everything, the wait for healthy members included. Default: 900,000 (15 minutes). */
  timeout?: number;
}

/**
 * Makes the members of a listener exactly the given ones without a gap: adds what is missing, waits until all of the
 * given ones are NORMAL, and only then removes the others. If they do not become so, nothing is removed.
 *
 * What draining does: with `tcp_draining`, the connections of a removed member of a TCP listener go on for up to
 * `tcp_draining_timeout` minutes (0 to 60). It is documented for TCP only: with HTTP, HTTPS and UDP, and without it,
 * what is on its way to a removed member may be cut off. In all cases, a removed member gets nothing new, sessions that
 * stuck to it go to others, and neither the job nor this function waits for the draining: keep the server running for
 * that long.
 *
 * Otherwise as `ensureMembers()`: it can be run again after it was killed, and a run with nothing to do changes nothing
 * and does not wait for health.
 *
 * @throws {MembersNotHealthyError} when `timeout` has passed while members were not NORMAL: nothing was removed
 * @throws {UnsafeChangeError} before anything is sent if `members` is empty; if the list of members is empty and the
 *   listener's `member_number` is not; if no given member is NORMAL any more when the others are to be removed
 * @throws {NotConvergedError} when `timeout` has passed, or after ten attempts, with what is left to do
 * @throws {ElbArgumentError} for options that make no sense, a server that is named twice, or one to add without `address`
 * @throws {JobFailedError} when a job failed and the members do not show its change within 20 s
 * @throws {ElbApiError} when a change was refused and they do not show it within 20 s
 * @throws {ElbAbortError} when `signal` was aborted
 */
export async function replaceMembers(
  client: ElbClient,
  options: ReplaceMembersOptions,
): Promise<EnsuredMembers> {
  const checked = checkOptions("replaceMembers()", options, 900_000, ["pendingJob"]);
  const { members, pendingJob } = options;
  checkDesired(members);
  if (members.length === 0) throw emptied(options.listener_id, "ensureMembers() does that, with `force`");
  const run = async (work: Work): Promise<EnsuredMembers> => {
    if (pendingJob !== undefined) await adopt(work, pendingJob);
    const plan = await readPlan(work);
    work.tell({ kind: "planned", plan });
    if (isEmptyPlan(plan)) return { plan, applied: false };
    await carryOut(work, adding, plan);
    const { late } = work;
    await untilDesiredHealthy(work);
    work.late = late;
    await removeOthers(work, false);
    return { plan, applied: true };
  };
  return runOn("replaceMembers", client, checked, members, (work) => inTurn(work, () => run(work)));
}
