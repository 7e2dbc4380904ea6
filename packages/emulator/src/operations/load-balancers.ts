import type { OperationTypes } from "@elb-classic/spec/operations";
import { propertyNames } from "../description.ts";
import { Refusal } from "../http/refusal.ts";
import { newId, resourceTime } from "../state/formats.ts";
import type { Project } from "../state/project.ts";
import type { LoadBalancer } from "../state/resources.ts";
import type { Store } from "../state/store.ts";
import type { Call, Handlers } from "./call.ts";
import { listBody, selectRows } from "./filters.ts";
import { launchJob } from "./jobs.ts";
import { checkNoMembers, loadBalancerEntities } from "./load-balancer-jobs.ts";
import { changedFixedProperty, pick } from "./properties.ts";
import { checkBalancerQuota } from "./quotas.ts";

type CreateBody = OperationTypes["createLoadBalancer"]["body"];

export const loadBalancerHandlers = {
  listLoadBalancers({ project, query, operationId, behaviour }) {
    const selected = selectRows(project.loadBalancers.values(), (balancer) => balancer, query, operationId);
    return { loadbalancers: listBody(selected, behaviour.quirks), instance_num: String(selected.length) };
  },

  createLoadBalancer(call) {
    const { project, store, body, now, behaviour } = call;
    checkBalancerQuota(project, behaviour);
    const balancer = newLoadBalancer(body, project, store, now);
    const task = { type: "createELB", loadBalancerId: balancer.id } as const;
    return launchJob(call, { task, expected: loadBalancerEntities(balancer, project) });
  },

  getLoadBalancer({ project, path }) {
    const balancer = project.loadBalancers.get(path.loadbalancer_id);
    if (balancer === undefined) throw unknown("ELB.1003#1", path.loadbalancer_id);
    return balancer;
  },

  updateLoadBalancer(call) {
    const { project, path, body } = call;
    const balancer = project.loadBalancers.get(path.loadbalancer_id);
    if (balancer === undefined) throw unknown("ELB.1003#1", path.loadbalancer_id);
    checkUpdatable(balancer, body);
    const changes = changesOf(body, balancer);
    const task = { type: "updateELB", loadBalancerId: balancer.id, changes } as const;
    return launchJob(call, { task, expected: loadBalancerEntities({ ...balancer, ...changes }, project) });
  },

  deleteLoadBalancer: (call) => launchDelete(call, false),

  deleteLoadBalancerKeepEip(call) {
    const balancer = call.project.loadBalancers.get(call.path.loadbalancer_id);
    if (balancer?.type === "Internal")
      throw new Refusal("ELB.1020#1", {
        reason: "A private load balancer has no elastic IP to keep: delete it plainly.",
      });
    return launchDelete(call, true);
  },
} satisfies Partial<Handlers>;

function launchDelete(
  call: Call<"deleteLoadBalancer" | "deleteLoadBalancerKeepEip">,
  keepElasticIp: boolean,
) {
  const { project, path } = call;
  const balancer = project.loadBalancers.get(path.loadbalancer_id);
  if (balancer === undefined) throw unknown("ELB.1002#1", path.loadbalancer_id);
  checkNoMembers(balancer, project);
  const task = { type: "deleteELB", loadBalancerId: balancer.id, keepElasticIp } as const;
  return launchJob(call, { task, expected: { elb_id: balancer.id } });
}

/** Enters a load balancer that a job has yet to finish. */
function newLoadBalancer(body: CreateBody, project: Project, store: Store, now: number): LoadBalancer {
  const isPublic = body.type === "External";
  const time = resourceTime(now);
  const balancer: LoadBalancer = {
    id: newId(),
    name: body.name,
    description: body.description ?? null,
    type: body.type,
    status: "PENDING_CREATE",
    admin_state_up: Number(body.admin_state_up),
    bandwidth: isPublic ? (body.bandwidth ?? null) : null,
    vpc_id: body.vpc_id,
    vip_address: takeAddress(body, project, store),
    vip_subnet_id: isPublic ? null : (body.vip_subnet_id ?? null),
    security_group_id: isPublic ? null : (body.security_group_id ?? null),
    create_time: time,
    update_time: time,
  };
  if (isPublic) project.elasticIps.set(balancer.vip_address, balancer.id);
  project.loadBalancers.set(balancer.id, balancer);
  return balancer;
}

function takeAddress(body: CreateBody, project: Project, store: Store): string {
  const { addresses } = store;
  const vpcId = body.type === "External" ? "" : body.vpc_id;
  const wanted = body.vip_address;
  if (wanted === undefined) return vpcId === "" ? addresses.nextElastic() : addresses.nextPrivate(vpcId);
  if (!isIpv4(wanted))
    throw new Refusal("ELB.1071#1", { reason: `vip_address ${wanted} is not an IPv4 address.` });
  if (!addresses.take(wanted, vpcId))
    throw new Refusal("ELB.1101#1", {
      reason: `Another load balancer of ${project.id} or elsewhere has ${wanted}.`,
    });
  return wanted;
}

function isIpv4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text);
}

const UPDATABLE = propertyNames("UpdateLoadBalancerRequest");

function checkUpdatable(balancer: LoadBalancer, body: object): void {
  if (balancer.status !== "ACTIVE")
    throw new Refusal("ELB.1015#1", { reason: `The load balancer is ${balancer.status}, not ACTIVE.` });
  const fixed = changedFixedProperty(balancer, body, UPDATABLE);
  if (fixed !== undefined)
    throw new Refusal("ELB.1005#1", { reason: `${fixed} is fixed when the load balancer is created.` });
}

/** What an update changes. The bandwidth of a private load balancer means nothing. */
function changesOf(
  body: OperationTypes["updateLoadBalancer"]["body"],
  balancer: LoadBalancer,
): Record<string, unknown> {
  const changes = pick(body, UPDATABLE);
  if (body.admin_state_up !== undefined) changes.admin_state_up = Number(body.admin_state_up);
  if (balancer.type === "Internal") delete changes.bandwidth;
  return changes;
}

function unknown(row: "ELB.1002#1" | "ELB.1003#1", id: string): Refusal {
  return new Refusal(row, { reason: `The project has no load balancer ${id}.` });
}
