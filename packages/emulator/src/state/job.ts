import { protocol } from "@elb-classic/spec/operations";
import { jobTime } from "./formats.ts";
import type { NewMember } from "./resources.ts";

/** What a job was launched to do. Plain data, so that a job survives being written down. */
export type Task =
  | { readonly type: "createELB"; readonly loadBalancerId: string }
  | { readonly type: "updateELB"; readonly loadBalancerId: string; readonly changes: Record<string, unknown> }
  | { readonly type: "deleteELB"; readonly loadBalancerId: string; readonly keepElasticIp: boolean }
  | { readonly type: "createMember"; readonly listenerId: string; readonly members: readonly NewMember[] }
  | { readonly type: "removeMember"; readonly listenerId: string; readonly memberIds: readonly string[] };

/** How a job ended. */
export type Outcome =
  | { readonly entities: Record<string, unknown> }
  | { readonly code: string; readonly message: string };

export interface Job {
  readonly id: string;
  readonly projectId: string;
  readonly task: Task;
  /** When it was launched, leaves INIT and ends, in milliseconds since 1970. */
  readonly beginsAt: number;
  readonly runsAt: number;
  readonly endsAt: number;
  /** The entities while the job runs: complete already, which does not mean that it is done (D21). */
  readonly expected: Record<string, unknown>;
  /** How it will fail, if it was launched to. */
  readonly fault?: { readonly code: string; readonly message: string };
  outcome?: Outcome;
}

const [WAITING, RUNNING] = protocol.jobStatuses.waiting;
const { success, failure } = protocol.jobStatuses;

/** The job as `getJob` answers it at a time. */
export function jobBody(job: Job, now: number): Record<string, unknown> {
  const { outcome } = job;
  const failed = outcome !== undefined && "code" in outcome;
  return {
    status: statusOf(job, now),
    entities: entitiesOf(job, now),
    job_id: job.id,
    job_type: job.task.type,
    begin_time: jobTime(job.beginsAt),
    end_time: outcome === undefined ? "" : jobTime(job.endsAt),
    error_code: failed ? outcome.code : null,
    fail_reason: failed ? outcome.message : null,
  };
}

function statusOf({ outcome, runsAt }: Job, now: number): string {
  if (outcome === undefined) return now < runsAt ? WAITING : RUNNING;
  return "code" in outcome ? failure : success;
}

function entitiesOf({ outcome, runsAt, expected }: Job, now: number): Record<string, unknown> {
  if (outcome === undefined) return now < runsAt ? {} : expected;
  return "code" in outcome ? {} : outcome.entities;
}
