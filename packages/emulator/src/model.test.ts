import fc from "fast-check";
import { expect, test } from "vitest";
import { createEmulator, createManualClock } from "./index.ts";
import { PROJECT, takeApart, UNKNOWN, VPC } from "./testing/api.ts";
import { DURATION, type Listener, Model, QUOTAS, type Verdict } from "./testing/model.ts";

/** What is done, with numbers that pick the resource: so that a part of a run still makes sense. */
type Operation = (system: System) => Promise<void>;

class System {
  readonly model = new Model();
  readonly #clock = createManualClock(Date.UTC(2026, 0, 15, 10, 30, 0));
  readonly #emulator = createEmulator({
    clock: this.#clock,
    auth: "off",
    jobDurationMs: DURATION,
    quotas: QUOTAS,
  });

  async call(method: string, path: string, body?: unknown) {
    const url = `http://elb.test/v1.0/${PROJECT}${path}`;
    const payload = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await this.#emulator.fetch(new Request(url, { method, ...payload }));
    return takeApart(response, await response.text());
  }

  /** Does a call and holds its answer against the verdict of the model. */
  async judged(verdict: Verdict, method: string, path: string, body?: unknown): Promise<void> {
    const answer = await this.call(method, path, body);
    if ("code" in verdict) expect(answer.code).toBe(verdict.code);
    else {
      expect(answer.code).toBeUndefined();
      verdict.accept(answer.body?.job_id ?? answer.body?.id);
    }
  }

  advance(milliseconds: number): void {
    this.#clock.advance(milliseconds);
    this.model.advance(milliseconds);
  }

  /** Everything that the API tells is as in the model. */
  async compare(): Promise<void> {
    const { model } = this;
    const { loadbalancers } = (await this.call("GET", "/elbaas/loadbalancers")).body;
    expect(pickEach(Object.values(loadbalancers), ["id", "name", "status", "type"])).toEqual(
      [...model.balancers.values()].map(({ id, name, status, type }) => ({ id, name, status, type })),
    );
    const listeners = (await this.call("GET", "/elbaas/listeners")).body;
    expect(pickEach(listeners, ["id", "loadbalancer_id", "port", "member_number", "healthcheck_id"])).toEqual(
      [...model.listeners.values()].map(({ id, balancerId, port, members, check }) => ({
        id,
        loadbalancer_id: balancerId,
        port,
        member_number: members.size,
        healthcheck_id: check?.id ?? null,
      })),
    );
  }

  async compareMembers(listener: Listener): Promise<void> {
    const { model } = this;
    const members = Object.values((await this.call("GET", membersOf(listener.id))).body) as Row[];
    expect(members.map((each) => [each.server_address, each.health_status])).toEqual(
      [...listener.members].map(([address, addedAt]) => [
        address,
        model.isHealthy(listener, addedAt) ? "NORMAL" : "UNAVAILABLE",
      ]),
    );
  }

  async compareJobs(): Promise<void> {
    for (const job of [...this.model.jobs.values()].slice(-3)) {
      const { body } = await this.call("GET", `/jobs/${job.id}`);
      expect([body.status, body.error_code]).toEqual([this.model.statusOf(job), job.code ?? null]);
    }
  }
}

type Row = Readonly<Record<string, unknown>>;

function pickEach(rows: readonly unknown[], names: readonly string[]): Row[] {
  return (rows as Row[]).map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));
}

const membersOf = (listenerId: string) => `/elbaas/listeners/${listenerId}/members`;

/** One of the resources that there are, now and then one that is not. */
function choose(map: ReadonlyMap<string, unknown>, pick: number): string {
  return [...map.keys(), UNKNOWN].at(pick % (map.size + 1)) ?? UNKNOWN;
}

/** As `choose`, for what is looked up all the time. */
const pick = fc.nat(99);
const ports = fc.integer({ min: 80, max: 83 });
const names = fc.constantFrom("a", "b", "web");
const checkProtocols = fc.constantFrom("TCP", "HTTP", "UDP");
const addresses = fc.array(
  fc.nat(7).map((host) => `10.0.0.${host}`),
  { minLength: 1, maxLength: 3 },
);
const PEM = {
  certificate: "-----BEGIN CERTIFICATE-----\nbm90IGEgY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----",
  private_key: "-----BEGIN PRIVATE KEY-----\nbm90IGEga2V5\n-----END PRIVATE KEY-----",
};

const createBalancer = fc
  .record({
    name: names,
    type: fc.constantFrom("External" as const, "Internal" as const),
    address: fc.constantFrom(undefined, undefined, "203.0.113.7"),
  })
  .map(
    ({ name, type, address }): Operation =>
      async (system) => {
        const { model } = system;
        const wanted = { name, type, address: type === "External" ? address : undefined };
        const verdict = model.createBalancer(wanted);
        const variant = type === "External" ? { bandwidth: 1 } : { vip_subnet_id: VPC };
        const own = wanted.address === undefined ? {} : { vip_address: wanted.address };
        const body = { name, type, vpc_id: VPC, admin_state_up: 1, ...variant, ...own };
        const answer = await system.call("POST", "/elbaas/loadbalancers", body);
        expect(answer.code).toBe("code" in verdict ? verdict.code : undefined);
        if ("code" in verdict) return;
        // Which id it has is not in the answer.
        const { loadbalancers } = (await system.call("GET", "/elbaas/loadbalancers")).body;
        const { id } = loadbalancers.at(-1);
        verdict.accept(id);
        const job = model.createBalancerJob(id);
        if ("accept" in job) job.accept(answer.body.job_id);
      },
  );

const updateBalancer = fc.tuple(pick, names).map(
  ([at, name]): Operation =>
    (system) => {
      const id = choose(system.model.balancers, at);
      return system.judged(system.model.updateBalancer(id, name), "PUT", `/elbaas/loadbalancers/${id}`, {
        name,
      });
    },
);

const deleteBalancer = fc.tuple(pick, fc.boolean()).map(
  ([at, keep]): Operation =>
    (system) => {
      const id = choose(system.model.balancers, at);
      const path = `/elbaas/loadbalancers/${id}${keep ? "/keep-eip" : ""}`;
      return system.judged(system.model.deleteBalancer(id, keep), "DELETE", path);
    },
);

const createListener = fc.tuple(pick, pick, ports, fc.constantFrom("TCP", "UDP", "HTTP", "HTTPS")).map(
  ([at, certificateAt, port, protocol]): Operation =>
    (system) => {
      const { model } = system;
      const balancerId = choose(model.balancers, at);
      const certificateId = protocol === "HTTPS" ? choose(model.certificates, certificateAt) : undefined;
      return system.judged(
        model.createListener({ balancerId, protocol, port, certificateId }),
        "POST",
        "/elbaas/listeners",
        {
          name: "listener",
          loadbalancer_id: balancerId,
          protocol,
          port,
          backend_protocol: protocol === "HTTPS" ? "HTTP" : protocol,
          backend_port: 80,
          lb_algorithm: "roundrobin",
          ...(certificateId === undefined ? {} : { certificate_id: certificateId }),
        },
      );
    },
);

const updateListener = fc.tuple(pick, ports).map(
  ([at, port]): Operation =>
    (system) => {
      const id = choose(system.model.listeners, at);
      return system.judged(system.model.updateListener(id, port), "PUT", `/elbaas/listeners/${id}`, { port });
    },
);

const deleteListener = pick.map(
  (at): Operation =>
    (system) => {
      const id = choose(system.model.listeners, at);
      return system.judged(system.model.deleteListener(id), "DELETE", `/elbaas/listeners/${id}`);
    },
);

const addMembers = fc.tuple(pick, addresses).map(
  ([at, chosen]): Operation =>
    (system) => {
      const id = choose(system.model.listeners, at);
      const body = chosen.map((address) => ({ server_id: VPC, address }));
      return system.judged(system.model.addMembers(id, chosen), "POST", membersOf(id), body);
    },
);

const removeMembers = fc.tuple(pick, fc.array(pick, { minLength: 1, maxLength: 2 })).map(
  ([at, members]): Operation =>
    async (system) => {
      const { model } = system;
      const listenerId = choose(model.listeners, at);
      const listed = await system.call("GET", membersOf(listenerId));
      const rows = listed.code === undefined ? (Object.values(listed.body) as Row[]) : [];
      const chosen = members.map((one) => rows[one % (rows.length + 1)]);
      const verdict = model.removeMembers(
        listenerId,
        chosen.map((row) => row?.server_address as string | undefined),
      );
      const removeMember = chosen.map((row) => ({ id: row?.id ?? UNKNOWN }));
      await system.judged(verdict, "POST", `${membersOf(listenerId)}/action`, { removeMember });
    },
);

const checksOf = ({ listeners }: Model) =>
  new Map([...listeners.values()].flatMap(({ check }) => (check === undefined ? [] : [[check.id, check]])));

const createCheck = fc.tuple(pick, checkProtocols, fc.integer({ min: 1, max: 5 })).map(
  ([at, protocol, interval]): Operation =>
    (system) => {
      const listener_id = choose(system.model.listeners, at);
      const body = { listener_id, healthcheck_protocol: protocol, healthcheck_interval: interval };
      const uri = protocol === "HTTP" ? { healthcheck_uri: "/" } : {};
      const verdict = system.model.createCheck(listener_id, protocol, interval);
      return system.judged(verdict, "POST", "/elbaas/healthcheck", { ...body, ...uri });
    },
);

const updateCheck = fc.tuple(pick, checkProtocols).map(
  ([at, protocol]): Operation =>
    (system) => {
      const id = choose(checksOf(system.model), at);
      const body = { healthcheck_protocol: protocol };
      return system.judged(system.model.updateCheck(id, protocol), "PUT", `/elbaas/healthcheck/${id}`, body);
    },
);

const deleteCheck = pick.map(
  (at): Operation =>
    (system) => {
      const id = choose(checksOf(system.model), at);
      return system.judged(system.model.deleteCheck(id), "DELETE", `/elbaas/healthcheck/${id}`);
    },
);

const createCertificate = names.map(
  (name): Operation =>
    (system) => {
      return system.judged(system.model.createCertificate(name), "POST", "/elbaas/certificate", {
        name,
        ...PEM,
      });
    },
);

const updateCertificate = fc.tuple(pick, names).map(
  ([at, name]): Operation =>
    (system) => {
      const id = choose(system.model.certificates, at);
      return system.judged(system.model.updateCertificate(id, name), "PUT", `/elbaas/certificate/${id}`, {
        name,
      });
    },
);

const deleteCertificate = pick.map(
  (at): Operation =>
    (system) => {
      const id = choose(system.model.certificates, at);
      return system.judged(system.model.deleteCertificate(id), "DELETE", `/elbaas/certificate/${id}`);
    },
);

const wait = fc.constantFrom(100, 400, 1000, 2000, 5000).map(
  (milliseconds): Operation =>
    async (system) => {
      system.advance(milliseconds);
    },
);

const look = pick.map(
  (at): Operation =>
    async (system) => {
      const listener = system.model.listeners.get(choose(system.model.listeners, at));
      if (listener !== undefined) await system.compareMembers(listener);
      await system.compareJobs();
      const { certificates } = (await system.call("GET", "/elbaas/certificate")).body;
      expect(pickEach(certificates, ["id", "name"])).toEqual(
        [...system.model.certificates].map(([id, { name }]) => ({ id, name })),
      );
      const { resources } = (await system.call("GET", "/elbaas/quotas")).body.quotas;
      expect(resources.find((row: Row) => row.type === "elb").used).toBe(system.model.balancers.size);
    },
);

/** Gives an operation the text with which a report shows it. */
function named(name: string, arbitrary: fc.Arbitrary<Operation>): fc.Arbitrary<Operation> {
  return arbitrary.map((run) =>
    Object.assign((system: System) => run(system), { [fc.toStringMethod]: () => name }),
  );
}

const operation = fc.oneof(
  { weight: 3, arbitrary: named("createBalancer", createBalancer) },
  { weight: 1, arbitrary: named("updateBalancer", updateBalancer) },
  { weight: 1, arbitrary: named("deleteBalancer", deleteBalancer) },
  { weight: 4, arbitrary: named("createListener", createListener) },
  { weight: 2, arbitrary: named("updateListener", updateListener) },
  { weight: 1, arbitrary: named("deleteListener", deleteListener) },
  { weight: 6, arbitrary: named("addMembers", addMembers) },
  { weight: 4, arbitrary: named("removeMembers", removeMembers) },
  { weight: 2, arbitrary: named("createCheck", createCheck) },
  { weight: 1, arbitrary: named("updateCheck", updateCheck) },
  { weight: 1, arbitrary: named("deleteCheck", deleteCheck) },
  { weight: 1, arbitrary: named("createCertificate", createCertificate) },
  { weight: 1, arbitrary: named("updateCertificate", updateCertificate) },
  { weight: 1, arbitrary: named("deleteCertificate", deleteCertificate) },
  { weight: 5, arbitrary: named("wait", wait) },
  { weight: 4, arbitrary: named("look", look) },
);

test("10,000 random operations end as in the reference model", { timeout: 60_000 }, async () => {
  let done = 0;
  const sequence = fc.array(operation, { minLength: 1, maxLength: 200, size: "max" });
  const property = fc.asyncProperty(sequence, async (operations) => {
    const system = new System();
    for (const operate of operations) {
      await operate(system);
      await system.compare();
      done += 1;
    }
  });
  await fc.assert(property, { seed: 20_261_125, numRuns: 120 });
  expect(done).toBeGreaterThan(10_000);
});
