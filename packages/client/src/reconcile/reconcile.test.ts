import { beforeEach, describe, expect, it } from "vitest";
import { ElbArgumentError, ElbNetworkError, ElbTimeoutError, OutcomeUnknownError } from "../errors/base.ts";
import { FakeElb, refusal } from "../testing/fake-elb.ts";
import type { ReconcileOptions } from "./options.ts";
import { reconcile } from "./reconcile.ts";

// biome-ignore lint/suspicious/noExplicitAny: the arguments of any operation
type Args = any;

let elb: FakeElb;
beforeEach(() => {
  elb = new FakeElb();
});

/** Loses the answer to a change, before or after it has happened, and reconciles it. */
async function lose(fault: "lost before" | "lost after", id: string, args: Args, options?: ReconcileOptions) {
  elb.faults[id as "addMembers"] = [fault];
  const call = elb.client[id as "addMembers"](args);
  const error = (await call.catch((reason) => reason)) as OutcomeUnknownError;
  expect(error).toBeInstanceOf(OutcomeUnknownError);
  const before = elb.changes.length;
  const result = await elb.clock.drive(reconcile(elb.client, error, { clock: elb.clock, ...options }));
  expect(elb.changes).toHaveLength(before);
  return result;
}

const listener = {
  name: "web",
  loadbalancer_id: "B",
  protocol: "TCP",
  port: 80,
  backend_protocol: "TCP",
  backend_port: 8080,
  lb_algorithm: "roundrobin",
};
const balancer = {
  name: "lb",
  type: "External",
  vpc_id: "v",
  admin_state_up: true,
  bandwidth: 5,
  charge_mode: "traffic",
};
const certificate = { name: "cert", certificate: "-----BEGIN", private_key: "-----SECRET" };

describe("a creation", () => {
  it.each([
    ["createListener", listener, "listeners"],
    ["createLoadBalancer", balancer, "loadbalancers"],
    ["createCertificate", certificate, "certificates"],
  ] as const)("%s that has happened is found and adopted", async (id, body, rows) => {
    const { outcome, resource, evidence } = await lose("lost after", id, { body });
    expect(outcome).toBe("happened");
    expect(resource).toEqual(elb[rows][0]);
    expect(evidence).toContain(elb[rows][0].id);
  });

  it.each([
    ["createListener", listener, 10],
    ["createLoadBalancer", balancer, 300],
  ] as const)("%s that has not is looked for in vain", async (id, body, seconds) => {
    const began = elb.clock.now();
    const result = await lose("lost before", id, { body });
    expect(result).toEqual({
      outcome: "did not happen",
      evidence: `Nothing that was created since is as it was sent, after ${seconds} s.`,
    });
    expect(elb.clock.now() - began).toBe(seconds * 1_000);
  });

  it("is seen late, where its job takes time", async () => {
    const { outcome, resource } = await lose("lost after", "createLoadBalancer", { body: balancer });
    expect(outcome).toBe("happened");
    expect(resource).toMatchObject({ name: "lb" });
  });

  it.each([
    ["createLoadBalancer", balancer, 0],
    ["createLoadBalancer", balancer, 1],
    ["createLoadBalancer", balancer, 299_000],
    ["createListener", listener, 0],
    ["createListener", listener, 9_000],
  ] as const)("%s that was sent a moment ago cannot be told by a look of %s for %i ms", async (...given) => {
    const [id, body, wait] = given;
    const { outcome, evidence } = await lose("lost before", id, { body }, { wait });
    expect(outcome).toBe("cannot tell");
    expect(evidence).toContain("may still be carried out");
  });

  it.each([
    ["createLoadBalancer", balancer],
    ["createListener", listener],
  ] as const)("%s that was sent long ago can be told by one look", async (operationId, body) => {
    const at = new Date(elb.clock.now() - 301_000);
    const change = { operationId, sent: { arguments: { body }, projectId: "p", at } };
    const look = reconcile(elb.client, change, { clock: elb.clock, wait: 0 });
    expect(await elb.clock.drive(look)).toMatchObject({ outcome: "did not happen" });
  });

  it.each([
    ["a gateway's error", { status: 504 }, 60],
    ["a timeout", { cause: new ElbTimeoutError("late") }, 60],
    ["a lost connection", { cause: new ElbNetworkError("reset") }, 10],
  ])("without a job is looked for longer after %s than after a lost connection", async (_, how, seconds) => {
    const sent = { arguments: { body: listener }, projectId: "p", at: new Date(elb.clock.now()) };
    const error = new OutcomeUnknownError("no answer", { operationId: "createListener", sent, ...how });
    const began = elb.clock.now();
    await elb.clock.drive(reconcile(elb.client, error, { clock: elb.clock }));
    expect(elb.clock.now() - began).toBe(seconds * 1_000);
  });

  it("is looked for as long where only what was sent is known", async () => {
    const sent = { arguments: { body: listener }, projectId: "p", at: new Date(elb.clock.now()) };
    const change = { operationId: "createListener", sent };
    const { evidence } = await elb.clock.drive(reconcile(elb.client, change, { clock: elb.clock }));
    expect(evidence).toContain("after 60 s");
  });

  it("is not mistaken for an older one of the same kind", async () => {
    elb.listeners.push({ ...listener, id: "old", create_time: elb.time(elb.clock.now() - 2 * 86_400_000) });
    expect(await lose("lost before", "createListener", { body: listener })).toMatchObject({
      outcome: "did not happen",
    });
    expect(await lose("lost after", "createListener", { body: listener })).toMatchObject({
      outcome: "happened",
      resource: { id: elb.listeners[1].id },
    });
  });

  it.each([
    ["a minute before", -60_000],
    ["eight hours later, as another zone has it", 8 * 3_600_000],
  ])("cannot be told from one that was created %s", async (_, ms) => {
    elb.listeners.push({ ...listener, id: "other", create_time: elb.time(elb.clock.now() + ms) });
    const { outcome, evidence, resource } = await lose("lost before", "createListener", { body: listener });
    expect(outcome).toBe("cannot tell");
    expect(evidence).toContain("other");
    expect(resource).toBeUndefined();
  });

  it("is told from it where that is known to have been there", async () => {
    elb.listeners.push({ ...listener, id: "other", create_time: elb.time() });
    const result = await lose("lost before", "createListener", { body: listener }, { known: ["other"] });
    expect(result.outcome).toBe("did not happen");
  });

  it("takes neither of two", async () => {
    elb.listeners.push({ ...listener, id: "twin", create_time: elb.time() });
    const { outcome, evidence } = await lose("lost after", "createListener", { body: listener });
    expect(outcome).toBe("cannot tell");
    expect(evidence).toContain("twin");
  });

  it("does not take one that only resembles it", async () => {
    elb.listeners.push({ ...listener, port: 81, id: "alike", create_time: elb.time() });
    const { outcome, evidence } = await lose("lost before", "createListener", { body: listener });
    expect(outcome).toBe("cannot tell");
    expect(evidence).toContain("alike");
  });

  it.each([
    ["createLoadBalancer", balancer, "loadbalancers", { name: "renamed" }],
    ["createLoadBalancer", { ...balancer, name: "a&b" }, "loadbalancers", { name: "a&amp;b" }],
    ["createListener", { ...listener, description: "mine" }, "listeners", { name: "n", description: "d" }],
  ] as const)("%s does not pass over one that only has another name: %#", async (id, body, rows, other) => {
    elb[rows].push({ ...body, ...other, id: "it", create_time: elb.time() });
    const { outcome, evidence, resource } = await lose("lost before", id, { body });
    expect(outcome).toBe("cannot tell");
    expect(evidence).toContain("it was created since, and resembles it");
    expect(resource).toBeUndefined();
  });

  it("passes over one that has another name and another value", async () => {
    elb.loadbalancers.push({ ...balancer, name: "other", bandwidth: 9, id: "it", create_time: elb.time() });
    const { outcome } = await lose("lost before", "createLoadBalancer", { body: balancer });
    expect(outcome).toBe("did not happen");
  });

  it.each([
    ["createCertificate", { body: certificate }, {}],
    ["createCertificate", { body: certificate }, { certificates: [] }],
    ["createLoadBalancer", { body: balancer }, { error_code: "ELB.1102", loadbalancers: [] }],
    ["createLoadBalancer", { body: balancer }, { loadbalancers: "none", instance_num: "0" }],
    ["createLoadBalancer", { body: balancer }, { loadbalancers: [null], instance_num: "1" }],
    ["createListener", { body: listener }, { error_code: "ELB.1102" }],
    ["createHealthCheck", { body: { listener_id: "L" } }, { error_code: "ELB.1102" }],
    ["addMembers", { listener_id: "L", body: [] }, { error_code: "ELB.1102" }],
    ["deleteCertificate", { certificate_id: "C" }, {}],
    ["deleteListener", { listener_id: "L" }, { error_code: "ELB.1102" }],
    ["updateListener", { listener_id: "L", body: { name: "n" } }, { error_code: "ELB.1102", name: "n" }],
  ] as const)("%s of %j cannot be told from %j", async (operationId, given, data) => {
    const answer = Object.assign(Promise.resolve(data), {
      withResponse: async () => ({ data, headers: new Headers() }),
    });
    const client = new Proxy(elb.client, { get: () => () => answer });
    const sent = { arguments: given, projectId: "p", at: new Date(elb.clock.now()) };
    const result = reconcile(client, { operationId, sent }, { clock: elb.clock });
    expect(await elb.clock.drive(result)).toMatchObject({ outcome: "cannot tell" });
  });

  it("takes other forms of a value for the same, and what does not apply for nothing", async () => {
    const given = {
      ...listener,
      description: "",
      port: "80",
      tcp_draining: true,
      admin_state_up: true,
      cookie_timeout: 5,
    };
    const as = {
      ...listener,
      description: null,
      tcp_draining: 1,
      admin_state_up: false,
      cookie_timeout: null,
    };
    elb.listeners.push({ ...as, id: "it", create_time: elb.time() });
    expect(await lose("lost before", "createListener", { body: given })).toMatchObject({
      outcome: "happened",
    });
  });

  /** Makes the service say that its time is so many milliseconds ahead. */
  const setAhead = (ahead: number): void => {
    const list = elb.client.listListeners;
    elb.client.listListeners = (...given) => {
      const headers = new Headers({ date: new Date(elb.clock.now() + ahead).toUTCString() });
      const answer = list(...given);
      return Object.assign(answer, {
        withResponse: async () => ({ data: await answer, status: 200, requestId: "", attempts: 1, headers }),
      });
    };
  };

  it.each([
    ["ten minutes behind", -600_000],
    ["ten minutes ahead", 600_000],
  ])("goes by the clock of the service, which is %s", async (_, ahead) => {
    elb.listeners.push({ ...listener, id: "it", create_time: elb.time(elb.clock.now() + ahead) });
    setAhead(ahead);
    expect(await lose("lost before", "createListener", { body: listener })).toMatchObject({
      outcome: "happened",
    });
  });

  it.each([
    ["days behind, created by our time", -3 * 86_400_000, 0, listener],
    ["days ahead, created by our time", 3 * 86_400_000, 0, listener],
    ["an hour behind, created by its time", -3_600_000, -3_600_000, listener],
    ["days behind, created by our time and renamed", -3 * 86_400_000, 0, { ...listener, name: "other" }],
  ])("cannot be told by a service whose time is %s", async (_, ahead, created, found) => {
    elb.listeners.push({ ...found, id: "it", create_time: elb.time(elb.clock.now() + created) });
    setAhead(ahead);
    const { outcome, evidence } = await lose("lost before", "createListener", { body: listener });
    expect(outcome).toBe("cannot tell");
    expect(evidence).toContain("it ");
  });

  it("of a health check is looked for at its listener", async () => {
    elb.listeners.push({ id: "L", healthcheck_id: null });
    const body = { listener_id: "L", healthcheck_protocol: "tcp" };
    expect(await lose("lost before", "createHealthCheck", { body })).toMatchObject({
      outcome: "did not happen",
    });
    const happened = await lose("lost after", "createHealthCheck", { body });
    expect(happened).toMatchObject({ outcome: "happened", resource: { listener_id: "L" } });
    const other = { listener_id: "L", healthcheck_protocol: "HTTP" };
    expect(await lose("lost before", "createHealthCheck", { body: other })).toMatchObject({
      outcome: "cannot tell",
    });
    const gone = { listener_id: "gone" };
    expect(await lose("lost before", "createHealthCheck", { body: gone }, { wait: 0 })).toMatchObject({
      outcome: "did not happen",
      evidence: "What it was to belong to does not exist.",
    });
  });

  it("says nothing of a private key", async () => {
    const result = await lose("lost after", "createCertificate", { body: certificate });
    expect(JSON.stringify(result)).not.toContain("SECRET");
  });
});

describe("an update", () => {
  const update = (fault: "lost before" | "lost after", body: Args) =>
    lose(fault, "updateListener", { listener_id: "L", body });
  beforeEach(() => {
    elb.listeners.push({ ...listener, id: "L" });
  });

  it("that has happened is found", async () => {
    expect(await update("lost after", { port: 81, name: "new" })).toMatchObject({
      outcome: "happened",
      resource: { id: "L", port: 81 },
    });
  });

  it("that has not is told, with the fields that differ and not their values", async () => {
    const { outcome, evidence } = await update("lost before", { port: 81, name: "new" });
    expect(outcome).toBe("did not happen");
    expect(evidence).toBe("listener_id L has other values of port, name, after 10 s.");
  });

  it("of what is gone did not happen", async () => {
    elb.listeners.pop();
    expect(await update("lost before", { port: 81 })).toMatchObject({ outcome: "did not happen" });
  });

  it("cannot be told by fields that are never answered", async () => {
    expect(await update("lost after", {})).toMatchObject({ outcome: "cannot tell" });
  });

  it("cannot be told while the answer lacks a field that was sent", async () => {
    const { outcome, evidence } = await update("lost before", { port: 80, certificates: ["sni"] });
    expect(outcome).toBe("cannot tell");
    expect(evidence).toBe("Answers do not say certificates of listener_id L.");
  });

  it("is not held up by a field that answers are wrong about", async () => {
    const result = await update("lost before", { port: 80, admin_state_up: true });
    expect(result).toMatchObject({ outcome: "happened" });
  });
});

describe("a deletion", () => {
  it("is told by what is there", async () => {
    elb.certificates.push({ id: "C" });
    const args = { certificate_id: "C" };
    expect(await lose("lost before", "deleteCertificate", args)).toMatchObject({ outcome: "did not happen" });
    expect(await lose("lost after", "deleteCertificate", args)).toMatchObject({ outcome: "happened" });
  });

  it.each(["deleteLoadBalancer", "deleteLoadBalancerKeepEip"])(
    "by %s is told by the load balancer",
    async (operationId) => {
      const sent = { arguments: { loadbalancer_id: "B" }, projectId: "p", at: new Date(elb.clock.now()) };
      const look = () => elb.clock.drive(reconcile(elb.client, { operationId, sent }, { clock: elb.clock }));
      elb.loadbalancers.push({ id: "B" });
      expect(await look()).toMatchObject({ outcome: "did not happen", resource: { id: "B" } });
      elb.loadbalancers.pop();
      expect(await look()).toMatchObject({ outcome: "happened" });
    },
  );
});

describe("members", () => {
  const body = [
    { server_id: "A", address: "10.0.0.1" },
    { server_id: "B", address: "10.0.0.2" },
  ];
  beforeEach(() => {
    elb.listeners.push({ id: "L" });
  });

  it("that were added are found when their job is done", async () => {
    const result = await lose("lost after", "addMembers", { listener_id: "L", body });
    expect(result).toMatchObject({ outcome: "happened", evidence: "2 of 2 servers are members." });
    expect(result.members).toEqual(elb.members);
  });

  it("that were not are looked for for a minute", async () => {
    const result = await lose("lost before", "addMembers", { listener_id: "L", body });
    expect(result).toMatchObject({
      outcome: "did not happen",
      evidence: expect.stringContaining("after 60 s"),
    });
  });

  it("of which some are there cannot be told", async () => {
    elb.members = [elb.member("A", "10.0.0.1"), elb.member("B", "10.0.0.9")];
    const result = await lose("lost before", "addMembers", { listener_id: "L", body });
    expect(result).toMatchObject({ outcome: "cannot tell", evidence: expect.stringContaining("1 of 2") });
  });

  it("that were removed are told by their ids", async () => {
    elb.members = [elb.member("A", "10.0.0.1"), elb.member("B", "10.0.0.2")];
    const removeMember = elb.members.map(({ id }) => ({ id }));
    const args = { listener_id: "L", body: { removeMember } };
    expect(await lose("lost before", "removeMembers", args)).toMatchObject({ outcome: "did not happen" });
    expect(await lose("lost after", "removeMembers", args)).toMatchObject({ outcome: "happened" });
  });

  it("cannot be told from an empty list that the listener contradicts", async () => {
    elb.listeners[0].member_number = 1;
    const result = await lose("lost before", "addMembers", { listener_id: "L", body });
    expect(result).toMatchObject({
      outcome: "cannot tell",
      evidence: expect.stringContaining("administrators"),
    });
  });
});

describe("reconcile", () => {
  const sent = () => ({ arguments: { listener_id: "L", body: {} }, projectId: "p", at: new Date() });

  it.each(["getListener", "noSuchThing", "toString"])(
    "refuses %s, which is no change",
    async (operationId) => {
      await expect(reconcile(elb.client, { operationId, sent: sent() })).rejects.toThrow(ElbArgumentError);
    },
  );

  it.each([
    ["nothing", undefined],
    ["a text", "createListener"],
    ["no sent", { operationId: "updateListener" }],
    ["no arguments", { operationId: "updateListener", sent: { projectId: "p", at: new Date() } }],
    ["no project", { operationId: "updateListener", sent: { arguments: {}, at: new Date() } }],
    ["no time", { operationId: "updateListener", sent: { ...sent(), at: "yesterday" } }],
    ["no members", { operationId: "addMembers", sent: sent() }],
    ["no members", { operationId: "removeMembers", sent: sent() }],
  ])("refuses an error with %s", async (_, error) => {
    await expect(reconcile(elb.client, error as never)).rejects.toThrow(ElbArgumentError);
    expect(elb.calls).toEqual([]);
  });

  it("takes a change that was stored as JSON", async () => {
    elb.listeners.push({ ...listener, id: "it", create_time: elb.time() });
    const now = { arguments: { body: listener }, projectId: "p", at: new Date(elb.clock.now()) };
    const stored = JSON.parse(JSON.stringify({ operationId: "createListener", sent: now }));
    const result = await elb.clock.drive(reconcile(elb.client, stored, { clock: elb.clock }));
    expect(result).toMatchObject({ outcome: "happened", resource: { id: "it" } });
  });

  it.each([
    { wait: -1 },
    { skew: Number.NaN },
    { waits: 1 },
    { clock: {} },
    { clock: null },
    { known: "abc" },
    { known: [1] },
    null,
  ] as never[])("refuses the options %j", async (options) => {
    const change = { operationId: "updateListener", sent: sent() };
    await expect(reconcile(elb.client, change, options)).rejects.toThrow(ElbArgumentError);
  });

  it("reads in the project that the change was sent to, and in the background", async () => {
    elb.listeners.push({ id: "L" });
    await lose("lost before", "updateListener", { listener_id: "L", project_id: "other", body: {} });
    expect(elb.calls.at(-1)).toMatchObject({ id: "getListener", args: { listener_id: "L" } });
    expect(elb.calls.at(-1)?.args.project_id).toBe("73cd9140bec7427ab9952b4ed75924e0");
  });

  it("cannot tell while reading fails in a way that may pass, and throws what will not pass", async () => {
    elb.faults.listListeners = Array(99).fill(refusal("ELB.9001", 500));
    expect(await lose("lost before", "createListener", { body: listener })).toMatchObject({
      outcome: "cannot tell",
      evidence: expect.stringContaining("ELB.9001"),
    });
    elb.faults.listListeners = [refusal("APIGW.0307", 401)];
    await expect(lose("lost before", "createListener", { body: listener })).rejects.toThrow("APIGW.0307");
  });

  it("stops when its signal says so", async () => {
    const controller = new AbortController();
    elb.before = (id) => id === "listListeners" && controller.abort();
    const { signal } = controller;
    await expect(lose("lost before", "createListener", { body: listener }, { signal })).rejects.toMatchObject(
      {
        name: "ElbAbortError",
      },
    );
  });
});
