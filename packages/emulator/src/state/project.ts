import type { Job } from "./job.ts";
import type { Certificate, HealthCheck, Listener, LoadBalancer, Member } from "./resources.ts";

/** The members of one listener. */
export interface MemberTable {
  readonly byId: Map<string, Member>;
  /** Servers that are members or are being added, as `serverKey` writes them. */
  readonly servers: Set<string>;
}

/** All that one project owns. Maps keep the order of creation, which is the order of the lists. */
export class Project {
  readonly id: string;
  readonly loadBalancers = new Map<string, LoadBalancer>();
  readonly listeners = new Map<string, Listener>();
  readonly members = new Map<string, MemberTable>();
  readonly healthChecks = new Map<string, HealthCheck>();
  readonly certificates = new Map<string, Certificate>();
  readonly jobs = new Map<string, Job>();
  /** Elastic IPs by address, with the load balancer that each is bound to, or null. */
  readonly elasticIps = new Map<string, string | null>();

  constructor(id: string) {
    this.id = id;
  }

  listenersOf(loadBalancerId: string): Listener[] {
    return [...this.listeners.values()].filter((listener) => listener.loadbalancer_id === loadBalancerId);
  }

  memberTable(listenerId: string): MemberTable {
    const known = this.members.get(listenerId);
    if (known !== undefined) return known;
    const table: MemberTable = { byId: new Map(), servers: new Set() };
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
  }

  healthCheckOf(listenerId: string): HealthCheck | undefined {
    return this.healthChecks.get(this.listeners.get(listenerId)?.healthcheck_id ?? "");
  }

  removeHealthCheck(check: HealthCheck): void {
    this.healthChecks.delete(check.id);
    delete this.listeners.get(check.listener_id)?.healthcheck_id;
  }

  /** Removes a listener with its members and its health check. */
  removeListener(listenerId: string): void {
    const check = this.healthCheckOf(listenerId);
    if (check !== undefined) this.removeHealthCheck(check);
    this.listeners.delete(listenerId);
    this.members.delete(listenerId);
  }
}

/** What makes a server the same one within a listener. */
export function serverKey(server: { readonly server_id: string; readonly address: string }): string {
  return `${server.server_id} ${server.address}`;
}
