import { Refusal } from "../http/refusal.ts";
import { newId } from "../state/formats.ts";
import { type Job, jobBody, type Outcome, type Task } from "../state/job.ts";
import type { Project } from "../state/project.ts";
import type { Store } from "../state/store.ts";
import { abandon } from "./abandon.ts";
import type { Handlers, Launch, LaunchCall } from "./call.ts";
import { durationOf } from "./job-duration.ts";
import { jobUri } from "./job-uri.ts";
import { completeCreate, completeDelete, completeUpdate } from "./load-balancer-jobs.ts";
import { completeAdd, completeRemove } from "./member-jobs.ts";

export const jobHandlers = {
  getJob({ project, path, now }) {
    const job = project.jobs.get(path.job_id);
    if (job === undefined)
      throw new Refusal("Common.0011#1", { reason: `The project has no job ${path.job_id}.` });
    return jobBody(job, now);
  },
} satisfies Partial<Handlers>;

// A job waits for a fifth of its time before it runs.
const INIT_SHARE = 0.2;

/** Launches a job and returns the answer that names it. */
export function launchJob(call: LaunchCall, { task, expected }: Launch): { uri: string; job_id: string } {
  const { project, store, now, behaviour } = call;
  const fault = call.jobFault();
  const duration = durationOf(behaviour.jobDurationMs, task, isPrivate(project, task));
  const job: Job = {
    id: newId(),
    projectId: project.id,
    task,
    beginsAt: now,
    runsAt: now + duration * INIT_SHARE,
    endsAt: now + duration,
    expected,
    ...(fault === undefined ? {} : { fault }),
  };
  project.jobs.set(job.id, job);
  store.queue.add(job);
  return { uri: jobUri(project.id, job.id, behaviour.quirks), job_id: job.id };
}

function isPrivate(project: Project, task: Task): boolean {
  return "loadBalancerId" in task && project.loadBalancers.get(task.loadBalancerId)?.type === "Internal";
}

/** Carries out every job that has ended by now, in the order in which they ended. Nothing else changes with time. */
export function settleJobs(store: Store, now: number): void {
  for (let job = store.queue.takeEnded(now); job !== undefined; job = store.queue.takeEnded(now)) {
    job.outcome = outcomeOf(job, store);
    store.project(job.projectId).jobs.set(job.id, job);
  }
}

function outcomeOf(job: Job, store: Store): Outcome {
  if (job.fault !== undefined) {
    abandon(job.task, store.project(job.projectId));
    return job.fault;
  }
  try {
    return { entities: complete(job.task, store.project(job.projectId), store, job.endsAt) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, message: error.message };
  }
}

function complete(task: Task, project: Project, store: Store, at: number): Record<string, unknown> {
  switch (task.type) {
    case "createELB":
      return completeCreate(task, project, at);
    case "updateELB":
      return completeUpdate(task, project, at);
    case "deleteELB":
      return completeDelete(task, project, store);
    case "createMember":
      return completeAdd(task, project, at);
    case "removeMember":
      return completeRemove(task, project);
  }
}
