import { ElbApiError } from "../errors/api-error.ts";
import { OutcomeUnknownError } from "../errors/base.ts";
import { JobFailedError } from "../errors/job-errors.ts";
import type { Job } from "../job.ts";
import { poll } from "../reconcile/poll.ts";
import { NotConvergedError } from "./errors.ts";
import { type MemberPlan, refusalOf } from "./plan.ts";
import { readPlan, type Work } from "./work.ts";

/** A kind of change, of which as much is made as the plan says. */
export interface Step {
  operationId: "addMembers" | "removeMembers";
  /** How many changes of the kind are left to make. */
  left(plan: MemberPlan): number;
  /** Throws for a change that must not be made. */
  check(work: Work, plan: MemberPlan): void;
  send(work: Work, plan: MemberPlan): Promise<Job<unknown>>;
}

export const adding: Step = {
  operationId: "addMembers",
  left: ({ add }) => add.length,
  check: () => {},
  send: ({ client, place, signal }, { add }) => client.addMembers({ ...place, body: add }, { signal }),
};

/** Removes by the id of the member. Never the last one that is NORMAL, unless that is `forced`. */
const removing = (forced: boolean): Step => ({
  operationId: "removeMembers",
  left: ({ remove }) => remove.length,
  check: ({ place }, plan) => {
    const refused = forced ? undefined : refusalOf(place.listener_id, plan);
    if (refused) throw refused;
  },
  send: ({ client, place, signal }, { remove }) =>
    client.removeMembers({ ...place, body: { removeMember: remove.map(({ id }) => ({ id })) } }, { signal }),
});

/** How often a change is made before it is given up: each time, the members are read first. */
const attempts = 10;
/**
 * Milliseconds that a change may take to be seen. Jobs with members take seconds; one whose id was lost with the
 * answer, or with an earlier run of the program, can be waited for in no other way.
 */
const patience = { unanswered: 60_000, refused: 20_000 };

/**
 * Makes the changes of one kind until none is left, and resolves to the plan after that. What the members are decides:
 * a change that was not answered, was refused or has failed is not repeated before they were read again, since an
 * earlier one may have been behind that.
 */
export async function carryOut(work: Work, step: Step, first: MemberPlan): Promise<MemberPlan> {
  let plan = first;
  let trouble: unknown;
  for (let attempt = 0; step.left(plan) > 0; attempt++) {
    step.check(work, plan);
    if (attempt === attempts) {
      throw new NotConvergedError(work.place.listener_id, `${attempts} attempts`, plan, trouble);
    }
    trouble = await tryOnce(work, step, plan);
    plan = await readAfter(work, step, plan, trouble);
  }
  return plan;
}

/** Removes what is not desired, as the members are now. */
export async function removeOthers(work: Work, forced: boolean): Promise<void> {
  const plan = await carryOut(work, removing(forced), await readPlan(work));
  // Something else has removed what was added.
  if (plan.add.length > 0) throw new NotConvergedError(work.place.listener_id, "all changes", plan);
}

/** Makes a change and waits for its job. Resolves to what went wrong, if the members can tell what has become of it. */
async function tryOnce(work: Work, step: Step, plan: MemberPlan): Promise<Error | undefined> {
  const { operationId } = step;
  try {
    const job = await step.send(work, plan);
    work.tell({ kind: "launched", operationId, jobId: job.id });
    await finish(work, job);
    return undefined;
  } catch (error) {
    if (!isOvercome(error)) throw error;
    work.tell({ kind: "trouble", operationId, error });
    return error;
  }
}

/** Waits for a job that this work, or an earlier one, has launched. */
async function finish(work: Work, job: Job<unknown>): Promise<void> {
  const { signal, timeout } = work;
  try {
    await job.wait({ signal, timeout });
  } catch (error) {
    if (error instanceof JobFailedError) work.tell({ kind: "finished", jobId: job.id, succeeded: false });
    throw error;
  }
  work.tell({ kind: "finished", jobId: job.id, succeeded: true });
}

/** Waits for the job of an earlier run. Whether it failed, or is known at all, the members tell. */
export async function adopt(work: Work, jobId: string): Promise<void> {
  const { client, place } = work;
  const job = client.resumeJob(jobId, place.project_id === undefined ? {} : { project_id: place.project_id });
  try {
    await finish(work, job);
  } catch (error) {
    if (error instanceof JobFailedError) return;
    if (!(error instanceof ElbApiError && error.isNotFound)) throw error;
    work.tell({ kind: "finished", jobId, succeeded: false });
  }
}

/**
 * Whether reading the members decides what an error means. A refusal may be due to a change that an earlier run has
 * begun: a member that is being added cannot be added, one that is gone cannot be removed.
 */
const isOvercome = (error: unknown): error is Error =>
  error instanceof OutcomeUnknownError ||
  error instanceof JobFailedError ||
  (error instanceof ElbApiError &&
    !(error.isAuth || error.isQuota || error.isThrottled || error.isApiUnavailable));

/**
 * Reads the members until they show a change.
 *
 * @throws what was refused or has failed, if they show none in time
 */
async function readAfter(work: Work, step: Step, before: MemberPlan, trouble: unknown): Promise<MemberPlan> {
  const unanswered = trouble === undefined || trouble instanceof OutcomeUnknownError;
  const wait = unanswered ? patience.unanswered : patience.refused;
  // A refused change can be done in part by the earlier one; of its own, all is done or nothing.
  const enough = unanswered ? 1 : step.left(before);
  const { clock, signal } = work;
  let plan = before;
  await poll({ clock, signal, wait }, async () => {
    plan = await readPlan(work);
    return step.left(plan) < enough || undefined;
  });
  if (!unanswered && step.left(plan) >= enough) throw trouble;
  return plan;
}
