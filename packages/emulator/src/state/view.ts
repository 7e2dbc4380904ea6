import { certificateAnswer } from "../operations/certificates.ts";
import { healthCheckAnswer } from "../operations/health-checks.ts";
import { listenerAnswer } from "../operations/listeners.ts";
import { memberAnswer, timeToHealth } from "../operations/members.ts";
import { jobBody } from "./job.ts";
import type { Project } from "./project.ts";
import type { Store } from "./store.ts";

type Body = Readonly<Record<string, unknown>>;

/** What one project owns, each thing as the API answers it. */
export interface ProjectView {
  readonly loadbalancers: readonly Body[];
  readonly listeners: readonly Body[];
  readonly members: readonly Body[];
  readonly healthchecks: readonly Body[];
  /** Certificates without their private keys, so that a view may be logged. */
  readonly certificates: readonly Body[];
  readonly jobs: readonly Body[];
  /** Elastic IPs, with the load balancer that each is bound to, or null for one that was kept. */
  readonly elasticIps: readonly { readonly address: string; readonly loadbalancer_id: string | null }[];
}

/** What there is in an emulator by project id, to be looked at: without credentials and private keys. */
export interface StateView {
  readonly projects: Readonly<Record<string, ProjectView>>;
}

/** Shows what is in a store whose jobs have been settled. */
export function viewState(store: Store, now: number): StateView {
  const projects = [...store.projects.values()].map((project) => [project.id, viewOf(project, now)]);
  return structuredClone({ projects: Object.fromEntries(projects) });
}

function viewOf(project: Project, now: number): ProjectView {
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
