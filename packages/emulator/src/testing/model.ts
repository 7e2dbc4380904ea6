// A reference for the rules of the API, as plain as can be: it knows what a call does, not how it is answered.

export const DURATION = 2000;
export const QUOTAS = { loadbalancers: 4, listeners: 3, members: 5 };

export interface Balancer {
  readonly id: string;
  readonly type: "External" | "Internal";
  readonly address: string | undefined;
  name: string;
  status: "PENDING_CREATE" | "ACTIVE";
}

export interface Listener {
  readonly id: string;
  readonly balancerId: string;
  readonly protocol: string;
  port: number;
  certificateId: string | undefined;
  check: { readonly id: string; protocol: string; secondsToHealth: number } | undefined;
  /** Servers that are members, by address, with the time at which they were added. */
  readonly members: Map<string, number>;
  /** Servers that are members or are being added. */
  readonly reserved: Set<string>;
}

interface Job {
  readonly id: string;
  readonly launchedAt: number;
  /** What it does at its end. Returns the code with which it fails, undefined for success. */
  readonly complete: (at: number) => string | undefined;
  status: "waiting" | "SUCCESS" | "FAIL";
  code: string | undefined;
}

/** What the service says to a call: a code of refusal, or what becomes of it once the id of its answer is known. */
export type Verdict = { readonly code: string } | { readonly accept: (id: string) => void };

const refuse = (code: string): Verdict => ({ code });

/** One project on a clock. */
export class Model {
  readonly balancers = new Map<string, Balancer>();
  readonly listeners = new Map<string, Listener>();
  readonly certificates = new Map<string, { name: string }>();
  readonly jobs = new Map<string, Job>();
  readonly #waiting: Job[] = [];
  now = 0;

  advance(milliseconds: number): void {
    this.now += milliseconds;
    for (let job = this.#waiting[0]; job && job.launchedAt + DURATION <= this.now; job = this.#waiting[0]) {
      this.#waiting.shift();
      job.code = job.complete(job.launchedAt + DURATION);
      job.status = job.code === undefined ? "SUCCESS" : "FAIL";
    }
  }

  statusOf({ status, launchedAt }: Job): string {
    if (status !== "waiting") return status;
    return this.now < launchedAt + DURATION / 5 ? "INIT" : "RUNNING";
  }

  createBalancer(wanted: Pick<Balancer, "name" | "type" | "address">): Verdict {
    if (this.balancers.size >= QUOTAS.loadbalancers) return refuse("ELB.1091");
    const { address } = wanted;
    if (address !== undefined && [...this.balancers.values()].some((each) => each.address === address))
      return refuse("ELB.1101");
    return { accept: (id) => void this.balancers.set(id, { ...wanted, id, status: "PENDING_CREATE" }) };
  }

  createBalancerJob(id: string): Verdict {
    return this.#launch(() => {
      const balancer = this.balancers.get(id);
      if (balancer === undefined) return "ELB.1002";
      balancer.status = "ACTIVE";
      return undefined;
    });
  }

  updateBalancer(id: string, name: string): Verdict {
    const balancer = this.balancers.get(id);
    if (balancer === undefined) return refuse("ELB.1003");
    if (balancer.status !== "ACTIVE") return refuse("ELB.1015");
    return this.#launch(() => {
      if (!this.balancers.has(id)) return "ELB.1002";
      balancer.name = name;
      return undefined;
    });
  }

  deleteBalancer(id: string, keepAddress: boolean): Verdict {
    const balancer = this.balancers.get(id);
    if (keepAddress && balancer?.type === "Internal") return refuse("ELB.1020");
    if (balancer === undefined) return refuse("ELB.1002");
    if (this.#hasMembers(balancer)) return refuse("ELB.1018");
    return this.#launch(() => {
      if (!this.balancers.has(id)) return "ELB.1002";
      if (this.#hasMembers(balancer)) return "ELB.1018";
      for (const { id: listenerId } of this.listenersOf(id)) this.listeners.delete(listenerId);
      this.balancers.delete(id);
      return undefined;
    });
  }

  createListener(wanted: Pick<Listener, "balancerId" | "protocol" | "port" | "certificateId">): Verdict {
    const balancer = this.balancers.get(wanted.balancerId);
    if (balancer === undefined) return refuse("ELB.6040");
    if (balancer.type === "Internal" && wanted.protocol === "UDP") return refuse("ELB.6061");
    const others = this.listenersOf(balancer.id);
    if (others.length >= QUOTAS.listeners) return refuse("ELB.6091");
    if (others.some(({ port }) => port === wanted.port)) return refuse("ELB.6101");
    if (wanted.certificateId !== undefined && !this.certificates.has(wanted.certificateId))
      return refuse("ELB.6001");
    const fresh = { ...wanted, check: undefined };
    return {
      accept: (id) => void this.listeners.set(id, { ...fresh, id, members: new Map(), reserved: new Set() }),
    };
  }

  updateListener(id: string, port: number): Verdict {
    const listener = this.listeners.get(id);
    if (listener === undefined) return refuse("ELB.6010");
    const others = this.listenersOf(listener.balancerId).filter((each) => each !== listener);
    if (others.some((each) => each.port === port)) return refuse("ELB.6101");
    return {
      accept: () => {
        listener.port = port;
      },
    };
  }

  deleteListener(id: string): Verdict {
    if (!this.listeners.has(id)) return refuse("ELB.6002");
    return { accept: () => void this.listeners.delete(id) };
  }

  addMembers(listenerId: string, addresses: readonly string[]): Verdict {
    const listener = this.listeners.get(listenerId);
    if (listener === undefined) return refuse("ELB.2011");
    const { reserved, members } = listener;
    if (reserved.size + addresses.length > QUOTAS.members) return refuse("ELB.2001");
    if (new Set(addresses).size < addresses.length || addresses.some((one) => reserved.has(one)))
      return refuse("ELB.2021");
    for (const address of addresses) reserved.add(address);
    return this.#launch((at) => {
      if (!this.listeners.has(listenerId)) return "ELB.2011";
      for (const address of addresses) members.set(address, at);
      return undefined;
    });
  }

  /** @param addresses of members; undefined stands for an id that is none's */
  removeMembers(listenerId: string, addresses: readonly (string | undefined)[]): Verdict {
    const listener = this.listeners.get(listenerId);
    if (listener === undefined) return refuse("ELB.2020");
    const { members, reserved } = listener;
    const known = addresses.filter((address) => address !== undefined);
    const areThere = () => known.every((address) => members.has(address));
    if (known.length < addresses.length || !areThere()) return refuse("ELB.2012");
    return this.#launch(() => {
      if (!this.listeners.has(listenerId) || !areThere()) return "ELB.2012";
      for (const address of known) members.delete(address) && reserved.delete(address);
      return undefined;
    });
  }

  createCheck(listenerId: string, protocol: string, interval: number): Verdict {
    const listener = this.listeners.get(listenerId);
    if (listener === undefined) return refuse("ELB.7010");
    if (listener.check !== undefined || this.#forbids(listener, protocol)) return refuse("ELB.7001");
    return {
      accept: (id) => {
        listener.check = { id, protocol, secondsToHealth: 3 * interval };
      },
    };
  }

  updateCheck(id: string, protocol: string): Verdict {
    const listener = this.listenerOfCheck(id);
    if (listener?.check === undefined) return refuse("ELB.7020");
    if (this.#forbids(listener, protocol)) return refuse("ELB.7001");
    const { check } = listener;
    return {
      accept: () => {
        check.protocol = protocol;
      },
    };
  }

  deleteCheck(id: string): Verdict {
    const listener = this.listenerOfCheck(id);
    if (listener === undefined) return refuse("ELB.7020");
    return {
      accept: () => {
        listener.check = undefined;
      },
    };
  }

  createCertificate(name: string): Verdict {
    return { accept: (id) => void this.certificates.set(id, { name }) };
  }

  updateCertificate(id: string, name: string): Verdict {
    const certificate = this.certificates.get(id);
    if (certificate === undefined) return refuse("ELB.1002");
    return {
      accept: () => {
        certificate.name = name;
      },
    };
  }

  deleteCertificate(id: string): Verdict {
    if (!this.certificates.has(id)) return refuse("ELB.1002");
    if ([...this.listeners.values()].some(({ certificateId }) => certificateId === id))
      return refuse("ELB.1001");
    return { accept: () => void this.certificates.delete(id) };
  }

  listenersOf(balancerId: string): Listener[] {
    return [...this.listeners.values()].filter((listener) => listener.balancerId === balancerId);
  }

  listenerOfCheck(checkId: string): Listener | undefined {
    return [...this.listeners.values()].find(({ check }) => check?.id === checkId);
  }

  /** Whether a member of a listener has passed its checks. */
  isHealthy({ check }: Listener, addedAt: number): boolean {
    return this.now - addedAt >= (check?.secondsToHealth ?? 5) * 1000;
  }

  #launch(complete: Job["complete"]): Verdict {
    return {
      accept: (id) => {
        const job: Job = { id, launchedAt: this.now, complete, status: "waiting", code: undefined };
        this.jobs.set(id, job);
        this.#waiting.push(job);
      },
    };
  }

  #hasMembers({ id, type }: Balancer): boolean {
    return type === "External" && this.listenersOf(id).some(({ members }) => members.size > 0);
  }

  #forbids(listener: Listener, protocol: string): boolean {
    return protocol === "UDP" && this.balancers.get(listener.balancerId)?.type === "Internal";
  }
}
