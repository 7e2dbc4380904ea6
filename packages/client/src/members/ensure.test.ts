import { beforeEach, describe, expect, it } from "vitest";
import { ElbArgumentError } from "../errors/base.ts";
import { JobFailedError } from "../errors/job-errors.ts";
import { FakeElb, refusal } from "../testing/fake-elb.ts";
import { type EnsureMembersOptions, ensureMembers } from "./ensure.ts";
import { NotConvergedError, UnsafeChangeError } from "./errors.ts";
import type { MembersProgress } from "./options.ts";

const a = { server_id: "A", address: "10.0.0.1" };
const b = { server_id: "B", address: "10.0.0.2" };
const c = { server_id: "C", address: "10.0.0.3" };

let elb: FakeElb;
let events: MembersProgress[];
beforeEach(() => {
  elb = new FakeElb();
  elb.listeners.push({ id: "L" });
  elb.members = [elb.member("A", "10.0.0.1"), elb.member("B", "10.0.0.2")];
  events = [];
});

const ensure = (options: Omit<EnsureMembersOptions, "listener_id" | "clock">) =>
  elb.clock.drive(
    ensureMembers(elb.client, {
      listener_id: "L",
      clock: elb.clock,
      onProgress: (event) => events.push(event),
      ...options,
    }),
  );
const servers = (): string[] => elb.members.map(({ server_id }) => server_id).toSorted();
const error = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => expect.unreachable(),
    (reason) => reason,
  );

describe("ensureMembers", () => {
  it("adds, waits, removes by the id of the member, waits, and then finds nothing to do", async () => {
    const [, old] = elb.members;
    const { plan, applied } = await ensure({ members: [a, c] });
    expect(applied).toBe(true);
    expect(plan).toMatchObject({ add: [c], remove: [{ server_id: "B" }], keep: [{ server_id: "A" }] });
    expect(servers()).toEqual(["A", "C"]);
    expect(elb.changes).toEqual(["addMembers", "removeMembers"]);
    expect(elb.calls.find(({ id }) => id === "removeMembers")?.args.body).toEqual({
      removeMember: [{ id: old.id }],
    });
    const again = await ensure({ members: [a, c] });
    expect(again).toMatchObject({ applied: false, plan: { add: [], remove: [] } });
    expect(elb.changes).toHaveLength(2);
    expect(elb.clock.pending).toBe(0);
  });

  it("makes a plan only, when run dry", async () => {
    const result = await ensure({ members: [a, c], dryRun: true, pendingJob: "unknown" });
    expect(result).toMatchObject({ applied: false, plan: { add: [c], remove: [{ server_id: "B" }] } });
    expect(elb.changes).toEqual([]);
  });

  it("tells a server's addresses apart by server_address, and never by address", async () => {
    elb.members = [elb.member("A", "10.0.0.9"), { ...elb.member("B", "10.0.0.8"), address: b.address }];
    await ensure({ members: [a, { server_id: "B" }] });
    expect(elb.members.map(({ server_address }) => server_address).toSorted()).toEqual([
      "10.0.0.1",
      "10.0.0.8",
    ]);
  });

  it.each([
    ["twice with the same address", [a, { ...a }]],
    ["with and without address", [a, { server_id: "A" }]],
    ["without an id", [{ server_id: "" }]],
    ["as null", [null]],
    ["with an address that is a number", [{ server_id: "A", address: 1 }]],
  ])("refuses a server that is named %s, before anything is sent", async (_, members) => {
    expect(await error(ensure({ members: members as never }))).toBeInstanceOf(ElbArgumentError);
    expect(elb.calls).toEqual([]);
  });

  it("refuses a misspelt option", async () => {
    expect((await error(ensure({ members: [a], dryrun: true } as never))).message).toContain("`dryrun`");
  });

  it("takes two addresses of one server for two members", async () => {
    await ensure({ members: [a, { server_id: "A", address: "10.0.0.7" }, b] });
    expect(servers()).toEqual(["A", "A", "B"]);
  });

  it("needs the address of a server to add, before anything is changed", async () => {
    expect(await error(ensure({ members: [a, { server_id: "C" }] }))).toBeInstanceOf(ElbArgumentError);
    expect(elb.changes).toEqual([]);
  });

  describe("leaves a listener in service", () => {
    it("refuses an empty list before anything is sent, unless forced", async () => {
      const refused = await error(ensure({ members: [] }));
      expect(refused).toBeInstanceOf(UnsafeChangeError);
      expect(refused).toMatchObject({ reason: "empty" });
      expect(elb.calls).toEqual([]);
      await ensure({ members: [], force: true });
      expect(elb.members).toEqual([]);
    });

    it("does not begin to remove the last member that is NORMAL, and names it", async () => {
      const refused = await error(ensure({ members: [c] }));
      expect(refused).toMatchObject({
        reason: "last-normal",
        members: [{ server_id: "A" }, { server_id: "B" }],
      });
      expect(refused).toBeInstanceOf(UnsafeChangeError);
      expect(elb.changes).toEqual([]);
      const dry = await ensure({ members: [c], dryRun: true });
      expect(dry).toMatchObject({ applied: false, plan: { add: [c] }, refused: { reason: "last-normal" } });
      expect(await ensure({ members: [c], dryRun: true, force: true })).not.toHaveProperty("refused");
      await ensure({ members: [c], force: true });
      expect(servers()).toEqual(["C"]);
    });

    it("does not remove them either where those that stay are NORMAL no longer", async () => {
      elb.health = "UNAVAILABLE";
      elb.before = (id) => {
        if (id === "addMembers") elb.members[0].health_status = "ABNORMAL";
      };
      expect(await error(ensure({ members: [a, c] }))).toMatchObject({ reason: "last-normal" });
      expect(servers()).toEqual(["A", "B", "C"]);
    });

    it("removes members that are not NORMAL, though none is", async () => {
      elb.members = [elb.member("A", "10.0.0.1", "ABNORMAL"), elb.member("B", "10.0.0.2", "strange")];
      await ensure({ members: [a] });
      expect(servers()).toEqual(["A"]);
    });

    it("does not believe an empty list that the listener contradicts, even if forced", async () => {
      elb.members = [];
      Object.assign(elb.listeners[0], { member_number: 2 });
      const refused = await error(ensure({ members: [a], force: true }));
      expect(refused).toMatchObject({ reason: "contradicted" });
      expect(elb.changes).toEqual([]);
    });

    it.each([0, undefined, null])("believes it with a member_number of %s", async (member_number) => {
      elb.members = [];
      Object.assign(elb.listeners[0], { member_number });
      await ensure({ members: [a] });
      expect(servers()).toEqual(["A"]);
    });
  });

  describe("when an answer is lost", () => {
    it.each(["addMembers", "removeMembers"] as const)(
      "does not repeat %s that has happened",
      async (operation) => {
        elb.faults[operation] = ["lost after"];
        await ensure({ members: [a, c] });
        expect(servers()).toEqual(["A", "C"]);
        expect(elb.changes).toEqual(["addMembers", "removeMembers"]);
        expect(events).toContainEqual(expect.objectContaining({ kind: "trouble", operationId: operation }));
      },
    );

    it.each(["addMembers", "removeMembers"] as const)(
      "repeats %s that has not, after a minute of looking",
      async (operation) => {
        elb.faults[operation] = ["lost before"];
        const began = elb.clock.now();
        await ensure({ members: [a, c] });
        expect(servers()).toEqual(["A", "C"]);
        expect(elb.changes).toHaveLength(3);
        expect(elb.clock.now() - began).toBeGreaterThan(60_000);
      },
    );

    it("gives up after ten attempts, and says what is left", async () => {
      elb.faults.addMembers = Array(99).fill("lost before");
      const gaveUp = await error(ensure({ members: [a, b, c], timeout: 3_600_000 }));
      expect(gaveUp).toBeInstanceOf(NotConvergedError);
      expect(gaveUp).toMatchObject({ plan: { add: [c], remove: [] } });
      expect(elb.changes).toHaveLength(10);
    });

    it("gives up at the deadline, and says what is left", async () => {
      elb.faults.addMembers = Array(99).fill("lost before");
      const gaveUp = await error(ensure({ members: [a, b, c], timeout: 90_000 }));
      expect(gaveUp).toBeInstanceOf(NotConvergedError);
      expect(gaveUp.message).toMatch(/90 s.*1 to add and 0 to remove/);
    });
  });

  describe("after a run that was killed", () => {
    it("waits for the pending job first", async () => {
      const { id } = await elb.client.addMembers({ listener_id: "L", body: [c] });
      const { applied } = await ensure({ members: [a, b, c], pendingJob: id });
      expect(applied).toBe(false);
      expect(elb.changes).toEqual(["addMembers"]);
      expect(events[0]).toEqual({ kind: "finished", jobId: id, succeeded: true });
    });

    it("does without a pending job that is not known any more", async () => {
      expect(await ensure({ members: [a, b], pendingJob: "forgotten" })).toMatchObject({ applied: false });
    });

    it("takes a refusal for the work of the earlier run, if the members come to show it", async () => {
      await elb.client.addMembers({ listener_id: "L", body: [c] });
      elb.faults.addMembers = [refusal("ELB.2021")];
      await ensure({ members: [a, b, c] });
      expect(servers()).toEqual(["A", "B", "C"]);
      expect(elb.changes).toHaveLength(2);
    });

    it("adds what is left, where the earlier run has added a part", async () => {
      const d = { server_id: "D", address: "10.0.0.4" };
      await elb.client.addMembers({ listener_id: "L", body: [c] });
      elb.faults.addMembers = [refusal("ELB.2021")];
      await ensure({ members: [a, b, c, d] });
      expect(elb.calls.filter(({ id }) => id === "addMembers").at(-1)?.args.body).toEqual([d]);
    });

    it("takes a failed removal for the work of the earlier run", async () => {
      const [, old] = elb.members;
      await elb.client.removeMembers({ listener_id: "L", body: { removeMember: [{ id: old.id }] } });
      elb.faults.removeMembers = ["job fails"];
      await ensure({ members: [a] });
      expect(servers()).toEqual(["A"]);
    });
  });

  describe("goes on though the members cannot be read", () => {
    const trouble = refusal("ELB.9001", 500);

    it.each(["listMembers", "addMembers", "removeMembers"])("for a while, from %s on", async (operation) => {
      elb.before = (id) => {
        if (id !== operation) return;
        elb.before = () => {};
        elb.faults.listMembers = Array(20).fill(trouble);
      };
      await ensure({ members: [a, c] });
      expect(servers()).toEqual(["A", "C"]);
      expect(events).toContainEqual({ kind: "unread", error: trouble });
    });

    it("until its time is over, and then says why", async () => {
      elb.faults.listMembers = Array(999).fill(trouble);
      const began = elb.clock.now();
      const late = await error(ensure({ members: [a], timeout: 90_000 }));
      expect(late).toMatchObject({ name: "NotConvergedError", cause: trouble });
      expect(elb.clock.now() - began).toBe(90_000);
    });

    it("but not where that will not pass", async () => {
      const refused = refusal("APIGW.0307", 401);
      elb.faults.listMembers = [refused];
      expect(await error(ensure({ members: [a] }))).toBe(refused);
    });
  });

  describe("with another run at the same time", () => {
    const run = (members: (typeof a)[], listener_id = "L", more = {}) =>
      ensureMembers(elb.client, { listener_id, members, clock: elb.clock, ...more });

    it("waits for it, so that they do not empty the listener together", async () => {
      const results = await elb.clock.drive(Promise.allSettled([run([a]), run([b])]));
      expect(results).toMatchObject([
        { status: "fulfilled" },
        { status: "rejected", reason: { reason: "last-normal" } },
      ]);
      expect(servers()).toEqual(["A"]);
    });

    it("comes to its turn after one that has failed", async () => {
      elb.faults.addMembers = [refusal("ELB.2001", 403)];
      const results = await elb.clock.drive(Promise.allSettled([run([a, c]), run([b])]));
      expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
      expect(servers()).toEqual(["B"]);
    });

    it("never begins if it is stopped while it waits", async () => {
      const controller = new AbortController();
      const first = run([a]);
      const second = run([b], "L", { signal: controller.signal });
      controller.abort();
      const results = await elb.clock.drive(Promise.allSettled([first, second]));
      expect(results).toMatchObject([{ status: "fulfilled" }, { reason: { name: "ElbAbortError" } }]);
      expect(elb.changes).toEqual(["removeMembers"]);
    });

    it("waits neither for one of another listener nor to make a plan", async () => {
      elb.listeners.push({ id: "M" });
      await elb.clock.drive(Promise.all([run([a, c]), run([a, b, c], "M"), run([b], "L", { dryRun: true })]));
      expect(elb.calls.slice(0, 3).map(({ id }) => id)).toEqual([
        "listMembers",
        "listMembers",
        "listMembers",
      ]);
    });
  });

  it.each([{ clock: {} }, { clock: null }])("refuses the option %j", async (options) => {
    const ensured = ensureMembers(elb.client, { listener_id: "L", members: [a], ...(options as object) });
    await expect(ensured).rejects.toThrow(ElbArgumentError);
    expect(elb.calls).toEqual([]);
  });

  it("throws a refusal that the members do not explain", async () => {
    const refused = refusal("ELB.2021");
    elb.faults.addMembers = [refused];
    expect(await error(ensure({ members: [a, b, c] }))).toBe(refused);
    expect(elb.changes).toHaveLength(1);
  });

  it("throws at once what no earlier run can be behind", async () => {
    const began = elb.clock.now();
    const quota = refusal("ELB.2001", 403);
    elb.faults.addMembers = [quota];
    expect(await error(ensure({ members: [a, b, c] }))).toBe(quota);
    expect(elb.clock.now()).toBe(began);
  });

  it("throws for a job that failed for good", async () => {
    elb.faults.addMembers = ["job fails"];
    expect(await error(ensure({ members: [a, b, c] }))).toBeInstanceOf(JobFailedError);
    expect(events).toContainEqual(expect.objectContaining({ kind: "finished", succeeded: false }));
  });

  it("says the id of a job before it waits for it", async () => {
    await ensure({ members: [a, c] });
    expect(events.map(({ kind }) => kind)).toEqual([
      "planned",
      "launched",
      "finished",
      "launched",
      "finished",
    ]);
  });

  it("says so if something else removes what was added", async () => {
    elb.before = (id) => {
      if (id === "removeMembers") elb.members = elb.members.filter(({ server_id }) => server_id !== "C");
    };
    const fought = await error(ensure({ members: [a, c] }));
    expect(fought).toMatchObject({ name: "NotConvergedError", plan: { add: [c] } });
  });

  it("stops when its signal says so", async () => {
    const controller = new AbortController();
    const onProgress = (event: MembersProgress): void => {
      if (event.kind === "launched") controller.abort();
    };
    const stopped = await error(ensure({ members: [a, c], signal: controller.signal, onProgress }));
    expect(stopped.name).toBe("ElbAbortError");
    expect(elb.changes).toEqual(["addMembers"]);
  });
});
