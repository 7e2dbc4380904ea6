import { wireFault } from "../judge/wire-fault.ts";
import { certificateAnswer } from "../operations/certificates.ts";
import { healthCheckAnswer } from "../operations/health-checks.ts";
import { missingCertificate } from "../operations/listener-certificates.ts";
import { listenerAnswer } from "../operations/listeners.ts";
import { memberAnswer } from "../operations/members.ts";
import { ACCOUNT_KINDS } from "./account-kinds.ts";
import { type Job, jobBody } from "./job.ts";
import { JOB, MEMBER } from "./kind-shapes.ts";
import { type Project, serverKey } from "./project.ts";
import type { Certificate, HealthCheck, Listener, LoadBalancer, Member } from "./resources.ts";
import { amount, either, fields, oneOf, type Shape, text } from "./shapes.ts";
import type { State } from "./state.ts";

/** What is wrong with a thing: the place in it as `.field`, and the end of a sentence. */
export interface KindFault {
  readonly field: string;
  readonly text: string;
}

/** How things of a kind are read back. */
export interface Kind {
  /** How many ids tell one from others. */
  readonly ids: number;
  readonly shape: Shape;
  /** Enters one that has the shape, unless it does not fit what has been entered before. */
  readonly enter: (value: never, ids: readonly string[], state: State) => KindFault | undefined;
}

/** A kind that belongs to projects. */
function ofProject<T>(
  shape: Shape,
  enter: (value: T, project: Project, key: string, state: State) => KindFault | undefined,
): Kind {
  return {
    ids: 2,
    shape,
    enter: (value: T, [projectId = "", key = ""]: readonly string[], state: State) =>
      enter(value, state.store.project(projectId), key, state),
  };
}

const fault = (field: string, text: string): KindFault => ({ field, text });
const notItsKey = fault(".id", "is not the id that it is kept under.");

/** All kinds, those first that others refer to. */
export const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...ACCOUNT_KINDS,
  ["loadBalancers", ofProject(fields, enterBalancer)],
  ["certificates", ofProject(fields, enterCertificate)],
  ["listeners", ofProject(fields, enterListener)],
  ["healthChecks", ofProject(fields, enterHealthCheck)],
  ["members", { ids: 3, shape: MEMBER, enter: enterMember }],
  ["jobs", ofProject(JOB, enterJob)],
  ["elasticIps", ofProject(either(oneOf(null), text), enterElasticIp)],
  ["counters", { ids: 1, shape: amount, enter: enterCounter }],
]);

function enterBalancer(balancer: LoadBalancer, project: Project, key: string, { store }: State) {
  if (balancer.id !== key) return notItsKey;
  const misfit = wireFault("getLoadBalancer", balancer);
  if (misfit !== undefined) return misfit;
  project.loadBalancers.set(key, balancer);
  const vpcId = balancer.type === "External" ? "" : balancer.vpc_id;
  return store.addresses.take(balancer.vip_address, vpcId)
    ? undefined
    : fault(".vip_address", "belongs to another load balancer already.");
}

function enterCertificate(certificate: Certificate, project: Project, key: string) {
  if (certificate.id !== key) return notItsKey;
  const list = { certificates: [certificateAnswer(certificate)], instance_num: "1" };
  const misfit = wireFault("listCertificates", list);
  if (misfit === undefined) project.certificates.set(key, certificate);
  return misfit;
}

function enterListener(listener: Listener, project: Project, key: string) {
  if (listener.id !== key) return notItsKey;
  if (!project.loadBalancers.has(listener.loadbalancer_id))
    return fault(".loadbalancer_id", "names no load balancer of the project.");
  if (missingCertificate(project, listener) !== undefined)
    return fault("", "uses a certificate that is none of the project.");
  const misfit = wireFault("getListener", listenerAnswer(listener, project));
  if (misfit === undefined) project.listeners.set(key, listener);
  return misfit;
}

function enterHealthCheck(check: HealthCheck, project: Project, key: string) {
  const listener = project.listeners.get(check.listener_id);
  if (check.id !== key) return notItsKey;
  if (listener === undefined) return fault(".listener_id", "names no listener of the project.");
  if (listener.healthcheck_id !== key) return fault(".listener_id", "names a listener that has another one.");
  const misfit = wireFault("getHealthCheck", healthCheckAnswer(check));
  if (misfit !== undefined) return misfit;
  project.healthChecks.set(key, check);
  return undefined;
}

function enterMember(member: Member, ids: readonly string[], { store }: State) {
  const [projectId = "", listenerId = "", id] = ids;
  const project = store.project(projectId);
  if (member.id !== id) return notItsKey;
  if (member.listenerId !== listenerId || !project.listeners.has(listenerId))
    return fault(".listenerId", "names no listener of the project, or not its own.");
  const misfit = wireFault("listMembers", [memberAnswer(member, member.createdAt, 0)]);
  if (misfit !== undefined) return misfit;
  const table = project.memberTable(listenerId);
  table.byId.set(id, member);
  table.servers.add(serverKey(member.server));
  return undefined;
}

function enterJob(job: Job, project: Project, key: string, { store }: State) {
  if (job.id !== key || job.projectId !== project.id) return notItsKey;
  const misfit = wireFault("getJob", jobBody(job, job.endsAt));
  if (misfit !== undefined) return misfit;
  project.jobs.set(key, job);
  if (job.outcome !== undefined) return undefined;
  store.queue.add(job);
  const { task } = job;
  if (task.type === "createMember" && project.listeners.has(task.listenerId))
    for (const server of task.members) project.memberTable(task.listenerId).servers.add(serverKey(server));
  return undefined;
}

function enterElasticIp(loadBalancerId: string | null, project: Project, key: string) {
  if (loadBalancerId !== null && !project.loadBalancers.has(loadBalancerId))
    return fault("", "names no load balancer of the project.");
  project.elasticIps.set(key, loadBalancerId);
  return undefined;
}

function enterCounter(count: number, [range = ""]: readonly string[], { store }: State) {
  store.addresses.counters.set(range, count);
  return undefined;
}

/** What is wrong with all of it together, once everything has been entered. */
export function faultOfWhole({ store, accounts }: State): string | undefined {
  const { domains, users } = accounts.directory;
  const owners = [...users.values()].filter(({ isOwner }) => isOwner === true);
  if (domains.size !== 1 || owners.length !== 1) return "it has not exactly one account and one owner of it.";
  for (const { listeners, healthChecks } of store.projects.values()) {
    for (const { healthcheck_id: id } of listeners.values())
      if (typeof id === "string" && !healthChecks.has(id))
        return "a listener in it names a health check that is not there.";
  }
  return undefined;
}
