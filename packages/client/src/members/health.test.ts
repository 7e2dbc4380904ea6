import { beforeEach, describe, expect, it } from "vitest";
import { ElbArgumentError } from "../errors/base.ts";
import { FakeElb, refusal } from "../testing/fake-elb.ts";
import { MembersNotHealthyError } from "./errors.ts";
import { type WaitForHealthyOptions, waitForHealthy } from "./health.ts";
import { replaceMembers } from "./replace.ts";

const a = { server_id: "A", address: "10.0.0.1" };
const c = { server_id: "C", address: "10.0.0.3" };

let elb: FakeElb;
beforeEach(() => {
  elb = new FakeElb();
  elb.listeners.push({ id: "L" });
  elb.members = [elb.member("A", "10.0.0.1"), elb.member("B", "10.0.0.2", "UNAVAILABLE")];
});

const wait = (options: Omit<WaitForHealthyOptions, "listener_id" | "clock"> = {}) =>
  elb.clock.drive(waitForHealthy(elb.client, { listener_id: "L", clock: elb.clock, ...options }));
const replace = (members: (typeof a)[], timeout = 60_000) =>
  elb.clock.drive(replaceMembers(elb.client, { listener_id: "L", clock: elb.clock, members, timeout }));
const servers = (): string[] => elb.members.map(({ server_id }) => server_id).toSorted();
/** Makes every member NORMAL once the members were read so many times. */
const healthyAfter = (reads: number): void => {
  elb.before = () => {
    if (elb.calls.length > reads) for (const member of elb.members) member.health_status = "NORMAL";
  };
};

describe("waitForHealthy", () => {
  it("waits for all members, and resolves to them", async () => {
    healthyAfter(4);
    expect((await wait()).map(({ server_id }) => server_id)).toEqual(["A", "B"]);
    expect(elb.calls).toHaveLength(5);
  });

  it("waits for the given members only", async () => {
    expect(await wait({ members: [{ server_id: "A" }] })).toHaveLength(1);
    expect(elb.calls).toHaveLength(1);
  });

  it("refuses an empty list of members before anything is sent", async () => {
    await expect(wait({ members: [] })).rejects.toThrow(ElbArgumentError);
    expect(elb.calls).toEqual([]);
  });

  it("names those that are not NORMAL in time, an unknown health and a missing member among them", async () => {
    elb.members.push(elb.member("D", "10.0.0.4", "PERHAPS"));
    const members = [a, { server_id: "B" }, c, { server_id: "D" }];
    await expect(wait({ members, timeout: 30_000 })).rejects.toMatchObject({
      name: "MembersNotHealthyError",
      message: expect.stringMatching(/30 s: B .*UNAVAILABLE, C .* not listed, D .*PERHAPS/),
      members: [
        { server_id: "B", health_status: "UNAVAILABLE" },
        { server_id: "C" },
        { server_id: "D", health_status: "PERHAPS" },
      ],
    });
  });

  it("does not take an empty listener for a healthy one", async () => {
    elb.members = [];
    await expect(wait({ timeout: 10_000 })).rejects.toThrow("none is listed");
  });

  it("asks less and less often", async () => {
    await expect(wait({ timeout: 300_000 })).rejects.toThrow(MembersNotHealthyError);
    expect(elb.calls.length).toBeLessThan(30);
    expect(Math.max(...elb.clock.asked.slice(1))).toBe(15_000);
  });

  it("goes on after trouble that may pass, and tells of it if it does not", async () => {
    elb.faults.listMembers = [refusal("ELB.9001", 500)];
    healthyAfter(2);
    expect(await wait()).toHaveLength(2);
    const trouble = refusal("ELB.9001", 500);
    elb.faults.listMembers = Array(99).fill(trouble);
    await expect(wait({ timeout: 10_000 })).rejects.toMatchObject({ cause: trouble });
  });

  it("ends at once for trouble that does not", async () => {
    const trouble = refusal("APIGW.0307", 401);
    elb.faults.listMembers = [trouble];
    await expect(wait()).rejects.toBe(trouble);
  });
});

describe("replaceMembers", () => {
  it("adds, waits until all that were given are NORMAL, and then removes the others", async () => {
    elb.health = "UNAVAILABLE";
    healthyAfter(5);
    const order: string[] = [];
    const { before } = elb;
    elb.before = (id, args) => {
      before(id, args);
      if (id === "removeMembers")
        order.push(...elb.members.map((each) => `${each.server_id} ${each.health_status}`));
    };
    await replace([a, c]);
    expect(servers()).toEqual(["A", "C"]);
    expect(order).toEqual(["A NORMAL", "B NORMAL", "C NORMAL"]);
    expect(elb.changes).toEqual(["addMembers", "removeMembers"]);
  });

  it("removes nothing if they never are", async () => {
    elb.health = "ABNORMAL";
    await expect(replace([a, c])).rejects.toThrow(/C \(10\.0\.0\.3\) is ABNORMAL/);
    expect(servers()).toEqual(["A", "B", "C"]);
    expect(elb.changes).toEqual(["addMembers"]);
  });

  it("says what is left, not who is ill, if it is late after that", async () => {
    elb.faults.removeMembers = Array(99).fill("lost before");
    await expect(replace([a])).rejects.toMatchObject({ name: "NotConvergedError", plan: { add: [] } });
  });

  it("changes nothing and waits for nobody where there is nothing to do", async () => {
    const result = await replace([a, { server_id: "B", address: "10.0.0.2" }]);
    expect(result.applied).toBe(false);
    expect(elb.calls.map(({ id }) => id)).toEqual(["listMembers"]);
  });

  it("refuses an empty list before anything is sent", async () => {
    await expect(replace([])).rejects.toMatchObject({ name: "UnsafeChangeError", reason: "empty" });
    expect(elb.calls).toEqual([]);
  });
});
