import type { ElbClient } from "../client.ts";
import { type Clock, withDeadline } from "../clock.ts";
import { mayPass } from "../errors/api-error.ts";
import { notify } from "../hooks.ts";
import type { DesiredMember } from "./desired.ts";
import { NotConvergedError } from "./errors.ts";
import type { Checked, MembersProgress } from "./options.ts";
import { type MemberPlan, planMembers } from "./plan.ts";
import { type ListenerPlace, readMembers } from "./read.ts";

/** One run of a helper: where, what is wanted, and until when. */
export interface Work {
  client: ElbClient;
  place: ListenerPlace;
  desired: readonly DesiredMember[];
  clock: Clock;
  /** Ends with the caller's signal, at the deadline, and with the work itself. */
  signal: AbortSignal;
  /** Milliseconds of the whole work. */
  timeout: number;
  tell(event: MembersProgress): void;
  /** The error that the deadline is to be, which a step knows better than the whole. */
  late: () => Error;
  /** What was to be done when the members were read last. */
  plan?: MemberPlan;
  /** Why the members could not be read last, if that failed in a way that may pass. */
  trouble?: Error | undefined;
}

/** Runs something on a listener, within the time that it has. */
export function runOn<T>(
  what: string,
  client: ElbClient,
  { place, signal, timeout, onProgress, clock }: Checked,
  desired: readonly DesiredMember[],
  run: (work: Work) => Promise<T>,
): Promise<T> {
  let late = (): Error => new NotConvergedError(place.listener_id, `${timeout / 1000} s`, undefined);
  return withDeadline(
    { clock, timeout, signal, what: `${what}() for listener ${place.listener_id}`, expired: () => late() },
    (inner) => {
      const work: Work = {
        ...{ client, place, desired, clock, timeout, signal: inner },
        tell: (event) => notify(onProgress, event),
        late: () => new NotConvergedError(place.listener_id, `${timeout / 1000} s`, work.plan, work.trouble),
      };
      late = () => work.late();
      return run(work);
    },
  );
}

const firstPause = 1_000;
const longestPause = 15_000;

/** Reads the members, and what is to be done. To fail in a way that may pass does not end that before the work ends. */
export async function readPlan(work: Work): Promise<MemberPlan> {
  const { client, place, desired, signal } = work;
  for (let pause = firstPause; ; pause = Math.min(pause * 1.5, longestPause)) {
    try {
      const listed = await readMembers(client, place, { signal });
      work.trouble = undefined;
      work.plan = planMembers(listed, desired);
      return work.plan;
    } catch (error) {
      if (!mayPass(error)) throw error;
      work.trouble = error as Error;
      work.tell({ kind: "unread", error: work.trouble });
    }
    await work.clock.sleep(pause, signal);
  }
}
