import { Refusal } from "../http/refusal.ts";
import { resourceTime } from "../state/formats.ts";
import type { Task } from "../state/job.ts";
import type { Project } from "../state/project.ts";
import type { LoadBalancer } from "../state/resources.ts";
import type { Store } from "../state/store.ts";

type TaskOf<Type> = Extract<Task, { type: Type }>;

/** The entities of createELB and updateELB (D18). The administrative state is a boolean here (D22). */
export function loadBalancerEntities(balancer: LoadBalancer, project: Project): Record<string, unknown> {
  const { id, name, type, status, bandwidth, vip_address, vpc_id, description, admin_state_up } = balancer;
  const elb = { id, name, type, status, bandwidth, vip_address, vpc_id, description };
  return { elb: { ...elb, tenant_id: project.id, admin_state_up: admin_state_up === 1 } };
}

export function completeCreate(
  task: TaskOf<"createELB">,
  project: Project,
  at: number,
): Record<string, unknown> {
  const balancer = existing(project, task.loadBalancerId);
  balancer.status = "ACTIVE";
  balancer.update_time = resourceTime(at);
  project.loadBalancers.set(balancer.id, balancer);
  return loadBalancerEntities(balancer, project);
}

export function completeUpdate(
  task: TaskOf<"updateELB">,
  project: Project,
  at: number,
): Record<string, unknown> {
  const balancer = existing(project, task.loadBalancerId);
  Object.assign(balancer, task.changes, { update_time: resourceTime(at) });
  project.loadBalancers.set(balancer.id, balancer);
  return loadBalancerEntities(balancer, project);
}

export function completeDelete(
  task: TaskOf<"deleteELB">,
  project: Project,
  store: Store,
): Record<string, unknown> {
  const balancer = existing(project, task.loadBalancerId);
  checkNoMembers(balancer, project);
  for (const listener of project.listenersOf(balancer.id)) project.removeListener(listener.id);
  project.loadBalancers.delete(balancer.id);
  releaseAddress(balancer, project, store, task.keepElasticIp);
  return { elb_id: balancer.id };
}

/** The members of a public load balancer have to go first (D103). */
export function checkNoMembers(balancer: LoadBalancer, project: Project): void {
  if (balancer.type !== "External") return;
  const occupied = project.listenersOf(balancer.id).find((listener) => project.memberCount(listener.id) > 0);
  if (occupied === undefined) return;
  throw new Refusal("ELB.1018#1", {
    reason: `Listener ${occupied.id} still has members: remove them first.`,
  });
}

function releaseAddress(
  balancer: LoadBalancer,
  project: Project,
  store: Store,
  keepElasticIp: boolean,
): void {
  const isPublic = balancer.type === "External";
  store.addresses.free(balancer.vip_address, isPublic ? "" : balancer.vpc_id);
  if (!isPublic) return;
  if (keepElasticIp) project.elasticIps.set(balancer.vip_address, null);
  else project.elasticIps.delete(balancer.vip_address);
}

/** A load balancer can be gone by the time that a job on it ends. */
function existing(project: Project, id: string): LoadBalancer {
  const balancer = project.loadBalancers.get(id);
  if (balancer === undefined) throw new Refusal("ELB.1002#1");
  return balancer;
}
