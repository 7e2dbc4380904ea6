import type { ElbClient } from "../client.ts";
import { mayPass } from "../errors/api-error.ts";
import { ElbArgumentError } from "../errors/base.ts";
import { checkDesired, type DesiredMember, isDesired, type Member } from "./desired.ts";
import { MembersNotHealthyError, type UnhealthyMember } from "./errors.ts";
import { checkOptions, type HelperOptions } from "./options.ts";
import { isHealthy } from "./plan.ts";
import { readMembers } from "./read.ts";
import { runOn, type Work } from "./work.ts";

export interface WaitForHealthyOptions extends HelperOptions {
  /** The members to wait for, by their servers; at least one. Default: all that are listed, of which there has to be one. */
  members?: readonly DesiredMember[];
  /** Milliseconds to wait altogether. Default: 300,000 (five minutes). */
  timeout?: number;
}

const firstPause = 2_000;
const longestPause = 15_000;

/**
 * Waits until members are NORMAL, and resolves to them. A health that is not known counts as not yet, and so does a
 * member that is not listed. Asks after 2 s, then at longer and longer intervals, up to 15 s; an answer that failed in
 * a way that may pass does not end the waiting.
 *
 * @throws {MembersNotHealthyError} when `timeout` has passed, with those that are not NORMAL
 * @throws {UnsafeChangeError} if the list is empty and the listener contradicts it
 * @throws {ElbAbortError} when `signal` was aborted
 * @throws {ElbArgumentError} for options that make no sense
 */
export async function waitForHealthy(client: ElbClient, options: WaitForHealthyOptions): Promise<Member[]> {
  const checked = checkOptions("waitForHealthy()", options, 300_000);
  const { members: wanted } = options;
  if (wanted !== undefined) checkDesired(wanted);
  if (wanted?.length === 0) {
    throw new ElbArgumentError(
      "`members` is empty: name those to wait for, or leave it out to wait for all.",
    );
  }
  return runOn("waitForHealthy", client, checked, wanted ?? [], (work) =>
    untilHealthy(work, (listed) => (wanted ? chosen(listed, wanted) : listed)),
  );
}

/** Per wanted server, its members; a server without any stands for itself. */
const chosen = (listed: readonly Member[], wanted: readonly DesiredMember[]): (Member | DesiredMember)[] =>
  wanted.flatMap((each) => {
    const members = listed.filter((member) => isDesired(member, each));
    return members.length > 0 ? members : [each];
  });

const isMember = (candidate: Member | DesiredMember): candidate is Member => "id" in candidate;

const asUnhealthy = (candidate: Member | DesiredMember): UnhealthyMember =>
  isMember(candidate)
    ? {
        server_id: candidate.server_id,
        address: candidate.server_address,
        health_status: candidate.health_status,
      }
    : candidate;

/** Asks until all the members that `choose` picks are NORMAL; at the deadline, the error names the others. */
export async function untilHealthy(
  work: Work,
  choose: (listed: readonly Member[]) => readonly (Member | DesiredMember)[],
): Promise<Member[]> {
  let unhealthy: readonly UnhealthyMember[] = work.desired;
  let trouble: unknown;
  work.late = () => new MembersNotHealthyError(work.place.listener_id, work.timeout, unhealthy, trouble);
  for (let pause = firstPause; ; pause = Math.min(pause * 1.5, longestPause)) {
    try {
      const listed = await readMembers(work.client, work.place, { signal: work.signal, background: true });
      trouble = undefined;
      const candidates = choose(listed);
      const members = candidates.filter(isMember).filter(isHealthy);
      if (candidates.length > 0 && members.length === candidates.length) return members;
      unhealthy = candidates.filter((each) => !(isMember(each) && isHealthy(each))).map(asUnhealthy);
      work.tell({ kind: "waiting", members: unhealthy });
    } catch (error) {
      if (!mayPass(error)) throw error;
      trouble = error;
    }
    await work.clock.sleep(pause, work.signal);
  }
}

/** Waits until all desired members are NORMAL. */
export const untilDesiredHealthy = (work: Work): Promise<Member[]> =>
  untilHealthy(work, (listed) => chosen(listed, work.desired));
