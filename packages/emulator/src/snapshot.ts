import { certificateAnswer } from "./operations/certificates.ts";
import { healthCheckAnswer } from "./operations/health-checks.ts";
import { listenerAnswer } from "./operations/listeners.ts";
import { memberAnswer, timeToHealth } from "./operations/members.ts";
import { jobBody } from "./state/job.ts";
import type { Project } from "./state/project.ts";
import type { Store } from "./state/store.ts";

type Body = Readonly<Record<string, unknown>>;

/** What one project owns, each thing as the API answers it. */
export interface ProjectSnapshot {
  readonly loadbalancers: readonly Body[];
  readonly listeners: readonly Body[];
  readonly members: readonly Body[];
  readonly healthchecks: readonly Body[];
  /** Certificates without their private keys, so that a snapshot may be logged. */
  readonly certificates: readonly Body[];
  readonly jobs: readonly Body[];
  /** Elastic IPs, with the load balancer that each is bound to, or null for one that was kept. */
  readonly elasticIps: readonly { readonly address: string; readonly loadbalancer_id: string | null }[];
}

/** The state of an emulator by project id. */
export interface Snapshot {
  readonly projects: Readonly<Record<string, ProjectSnapshot>>;
}

/** Copies the state of a store whose jobs have been settled. */
export function takeSnapshot(store: Store, now: number): Snapshot {
  const projects = [...store.projects.values()].map((project) => [project.id, snapshotOf(project, now)]);
  return structuredClone({ projects: Object.fromEntries(projects) });
}

function snapshotOf(project: Project, now: number): ProjectSnapshot {
  const members = [...project.members.values()].flatMap((table) => [...table.byId.values()]);
  return {
    loadbalancers: [...project.loadBalancers.values()],
    listeners: [...project.listeners.values()].map((listener) => listenerAnswer(listener, project)),
    members: members.map((member) => memberAnswer(member, now, timeToHealth(project, member.listenerId))),
    healthchecks: [...project.healthChecks.values()].map(healthCheckAnswer),
    certificates: [...project.certificates.values()].map(certificateAnswer).map(withoutKey),
    jobs: [...project.jobs.values()].map((job) => jobBody(job, now)),
    elasticIps: [...project.elasticIps].map(([address, loadbalancer_id]) => ({ address, loadbalancer_id })),
  };
}

function withoutKey({ private_key: _, ...certificate }: Body): Body {
  return certificate;
}
