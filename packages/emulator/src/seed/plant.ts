import type { Accounts } from "../iam/accounts.ts";
import { missingCertificate } from "../operations/listener-certificates.ts";
import { listenerDefaults, usualBackendProtocol } from "../operations/listener-defaults.ts";
import { listenerAnswer } from "../operations/listeners.ts";
import { memberAnswer } from "../operations/members.ts";
import { newForeignId, newId, resourceTime } from "../state/formats.ts";
import { type Project, serverKey } from "../state/project.ts";
import type { Listener, LoadBalancer, Member } from "../state/resources.ts";
import type { Store } from "../state/store.ts";
import { addUnique } from "./add-unique.ts";
import { checkSeed } from "./check-seed.ts";
import { checkWire } from "./check-wire.ts";
import { plantAccounts } from "./plant-accounts.ts";
import { plantCertificate } from "./plant-certificate.ts";
import { checkHealthCheckId, plantHealthCheck } from "./plant-health-check.ts";
import { type Seed, SeedError, type SeedMember, type SeedProject } from "./seed.ts";

/**
 * Puts the projects of a seed into an empty store.
 * @throws SeedError where it is no seed, or contradicts itself
 */
export function plantSeed(seed: Seed, store: Store, accounts: Accounts, now: number): void {
  plantAccounts(checkSeed(seed), accounts, now);
  for (const [id, project] of Object.entries(seed.projects))
    plantProject(project, store, store.project(id), now);
}

function plantProject(seed: SeedProject, store: Store, project: Project, now: number): void {
  const place = (list: string, index: number) => `projects.${project.id}.${list}[${index}]`;
  const { loadbalancers = [], listeners = [], members = [], healthchecks = [], certificates = [] } = seed;
  for (const [index, each] of certificates.entries())
    plantCertificate(each, project, place("certificates", index), now);
  for (const [index, each] of loadbalancers.entries())
    plantBalancer(each, store, project, place("loadbalancers", index), now);
  for (const [index, each] of listeners.entries())
    plantListener(each, project, place("listeners", index), now);
  for (const [index, each] of healthchecks.entries())
    plantHealthCheck(each, project, place("healthchecks", index), now);
  for (const [index, each] of listeners.entries())
    checkHealthCheckId(each, project, place("listeners", index));
  for (const [index, each] of members.entries())
    plantMember(each, store, project, place("members", index), now);
}

type SeedBalancer = NonNullable<SeedProject["loadbalancers"]>[number];
type SeedListener = NonNullable<SeedProject["listeners"]>[number];

function plantBalancer(seed: SeedBalancer, store: Store, project: Project, place: string, now: number): void {
  const isPublic = seed.type !== "Internal";
  const vpcId = seed.vpc_id ?? newForeignId();
  const wanted = seed.vip_address;
  const time = resourceTime(now);
  const balancer: LoadBalancer = {
    id: newId(),
    name: "loadbalancer",
    description: null,
    type: "External",
    status: "ACTIVE",
    bandwidth: isPublic ? 1 : null,
    vip_subnet_id: isPublic ? null : newForeignId(),
    security_group_id: isPublic ? null : newForeignId(),
    create_time: time,
    update_time: time,
    ...seed,
    vpc_id: vpcId,
    vip_address: wanted ?? (isPublic ? store.addresses.nextElastic() : store.addresses.nextPrivate(vpcId)),
    admin_state_up: stateOf(seed.admin_state_up),
  };
  checkWire("getLoadBalancer", balancer, place);
  if (wanted !== undefined && !store.addresses.take(wanted, isPublic ? "" : vpcId))
    throw new SeedError(`${place}.vip_address`, `${wanted} belongs to another load balancer already.`);
  addUnique(project.loadBalancers, balancer, place);
  if (isPublic) project.elasticIps.set(balancer.vip_address, balancer.id);
}

/** A number, as the service answers it. What is neither that nor a boolean is left for the check to refuse. */
function stateOf(given: SeedBalancer["admin_state_up"] = 1): number {
  return typeof given === "boolean" ? Number(given) : given;
}

function plantListener(seed: SeedListener, project: Project, place: string, now: number): void {
  const { loadbalancer_id, protocol = "TCP", port = 80 } = seed;
  if (!project.loadBalancers.has(loadbalancer_id))
    throw new SeedError(`${place}.loadbalancer_id`, "names no load balancer of the project.");
  if (project.listenersOf(loadbalancer_id).some((other) => other.port === port))
    throw new SeedError(`${place}.port`, `${port} is taken by another listener of the load balancer.`);
  const time = resourceTime(now);
  const listener = {
    id: newId(),
    name: "listener",
    backend_protocol: usualBackendProtocol(protocol),
    backend_port: port,
    lb_algorithm: "roundrobin",
    status: "ACTIVE",
    create_time: time,
    update_time: time,
    ...listenerDefaults({ ...seed, protocol }),
    ...seed,
    protocol,
    port,
  } as Listener;
  // The number of members is counted, never kept, and the health check names itself.
  delete listener.member_number;
  delete listener.healthcheck_id;
  checkWire("getListener", listenerAnswer(listener, project), place);
  const missing = missingCertificate(project, listener);
  if (missing !== undefined)
    throw new SeedError(place, `uses the certificate ${missing}, which is none of the project.`);
  addUnique(project.listeners, listener, place);
}

function plantMember(seed: SeedMember, store: Store, project: Project, place: string, now: number): void {
  const { listener_id: listenerId, ...given } = seed;
  const { id = newId(), server_id = newForeignId(), server_address } = given;
  if (!project.listeners.has(listenerId))
    throw new SeedError(`${place}.listener_id`, "names no listener of the project.");
  if (server_address === undefined) throw new SeedError(`${place}.server_address`, "is missing.");
  const server = { server_id, address: server_address };
  const floatingAddress = given.address ?? store.addresses.nextFloating();
  const member: Member = { id, listenerId, server, floatingAddress, createdAt: now, given };
  checkWire("listMembers", [memberAnswer(member, now, 0)], place);
  const table = project.memberTable(listenerId);
  if (table.servers.has(serverKey(server)))
    throw new SeedError(place, "is the same server as another member.");
  addUnique(table.byId, member, place);
  table.servers.add(serverKey(server));
}
