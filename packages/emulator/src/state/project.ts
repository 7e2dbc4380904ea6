import type { Job } from "./job.ts";
import type { Certificate, HealthCheck, Listener, LoadBalancer, Member } from "./resources.ts";
import { Table, type Watch } from "./table.ts";

/** The members of one listener. */
export interface MemberTable {
  readonly byId: Table<Member>;
  /** Servers that are members or are being added, as `serverKey` writes them. */
  readonly servers: Set<string>;
}

/** All that one project owns. Maps keep the order of creation, which is the order of the lists. */
export class Project {
  readonly id: string;
  readonly loadBalancers: Table<LoadBalancer>;
  readonly listeners: Table<Listener>;
  readonly members = new Map<string, MemberTable>();
  readonly healthChecks: Table<HealthCheck>;
  readonly certificates: Table<Certificate>;
  readonly jobs: Table<Job>;
  /** Elastic IPs by address, with the load balancer that each is bound to, or null. */
  readonly elasticIps: Table<string | null>;
  readonly #watch: Watch;

  constructor(id: string, watch: Watch = {}) {
    this.id = id;
    this.#watch = watch;
    this.loadBalancers = new Table("loadBalancers", [id], watch);
    this.listeners = new Table("listeners", [id], watch);
    this.healthChecks = new Table("healthChecks", [id], watch);
    this.certificates = new Table("certificates", [id], watch);
    this.jobs = new Table("jobs", [id], watch);
    this.elasticIps = new Table("elasticIps", [id], watch);
  }

  /** All that it owns. */
  *tables(): Iterable<Table<unknown>> {
    yield* [this.loadBalancers, this.certificates, this.listeners, this.healthChecks];
    for (const { byId } of this.members.values()) yield byId;
    yield* [this.jobs, this.elasticIps];
  }

  listenersOf(loadBalancerId: string): Listener[] {
    return [...this.listeners.values()].filter((listener) => listener.loadbalancer_id === loadBalancerId);
  }

  memberTable(listenerId: string): MemberTable {
    const known = this.members.get(listenerId);
    if (known !== undefined) return known;
    const byId = new Table<Member>("members", [this.id, listenerId], this.#watch);
    const table: MemberTable = { byId, servers: new Set() };
    this.members.set(listenerId, table);
    return table;
  }

  memberCount(listenerId: string): number {
    return this.members.get(listenerId)?.byId.size ?? 0;
  }

  /** Adds a health check to its listener, which names it from then on. */
  addHealthCheck(check: HealthCheck, listener: Listener): void {
    this.healthChecks.set(check.id, check);
    listener.healthcheck_id = check.id;
    this.listeners.set(listener.id, listener);
  }

  healthCheckOf(listenerId: string): HealthCheck | undefined {
    return this.healthChecks.get(this.listeners.get(listenerId)?.healthcheck_id ?? "");
  }

  removeHealthCheck(check: HealthCheck): void {
    this.healthChecks.delete(check.id);
    const listener = this.listeners.get(check.listener_id);
    if (listener === undefined) return;
    delete listener.healthcheck_id;
    this.listeners.set(listener.id, listener);
  }

  /** Removes a listener with its members and its health check. */
  removeListener(listenerId: string): void {
    const check = this.healthCheckOf(listenerId);
    if (check !== undefined) this.removeHealthCheck(check);
    this.listeners.delete(listenerId);
    this.members.get(listenerId)?.byId.clear();
    this.members.delete(listenerId);
  }
}

/** What makes a server the same one within a listener. */
export function serverKey(server: { readonly server_id: string; readonly address: string }): string {
  return `${server.server_id} ${server.address}`;
}
