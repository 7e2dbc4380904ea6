import type { Task } from "../state/job.ts";

/** How long jobs take: a number of milliseconds for each, or about as long as on the real service. */
export type JobDuration = number | "realistic";

/**
 * Milliseconds by type of job. Those of `createELB` and `updateELB` are of the sample of 查询job状态 and of a recording;
 * that members take seconds and private load balancers minutes is what users of the service report.
 */
const REALISTIC: Readonly<Record<Task["type"], number>> = {
  createELB: 26_000,
  updateELB: 5_000,
  deleteELB: 26_000,
  createMember: 5_000,
  removeMember: 5_000,
};
const REALISTIC_PRIVATE = 180_000;

/** How long a job takes, in milliseconds. */
export function durationOf(duration: JobDuration, { type }: Task, isPrivate: boolean): number {
  if (duration !== "realistic") return duration;
  return isPrivate && (type === "createELB" || type === "deleteELB") ? REALISTIC_PRIVATE : REALISTIC[type];
}
