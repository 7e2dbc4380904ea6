/** What operators do with members, against the emulator: lost answers, killed runs, and an administrator's empty lists. */
import { ElbAbortError } from "@elb-classic/client";
import {
  type DesiredMember,
  ensureMembers,
  listAllMembers,
  type MembersProgress,
  replaceMembers,
  waitForHealthy,
} from "@elb-classic/client/members";
import type { FaultRule } from "@elb-classic/emulator";
import { describe, expect, test } from "vitest";
import { type Driven, drivenEmulator, id, projectId } from "./support/driven-emulator.ts";

const listener_id = id("1");
const server = (n: number): DesiredMember => ({ server_id: `server-${n}`, address: `10.0.0.${n}` });
const [one, two, three, four] = [1, 2, 3, 4].map(server) as [
  DesiredMember,
  DesiredMember,
  DesiredMember,
  DesiredMember,
];

function start(members: readonly DesiredMember[], faults: readonly FaultRule[] = []): Driven {
  const seeded = members.map(({ server_id, address }) => {
    return { listener_id, server_id, server_address: address as string, health_status: "NORMAL" };
  });
  const project = {
    loadbalancers: [{ id: id("b") }],
    listeners: [{ id: listener_id, loadbalancer_id: id("b") }],
    members: seeded,
  };
  return drivenEmulator({ seed: { projects: { [projectId]: project } }, faults });
}

const servers = ({ project }: Driven): unknown[] =>
  project()
    .members.map(({ server_id }) => server_id)
    .toSorted();
const names = (members: readonly DesiredMember[]): string[] =>
  members.map(({ server_id }) => server_id).toSorted();

test("all members are listed, page by page, each once", async () => {
  const all = Array.from({ length: 250 }, (_, n) => server(n));
  const { client, drive } = start(all);
  const listed: string[] = [];
  await drive(
    (async () => {
      for await (const { server_id } of listAllMembers(client, { listener_id, limit: 60 }))
        listed.push(server_id);
    })(),
  );
  expect(listed.toSorted()).toEqual(names(all));
});

test("members are made what they are to be, and a second run changes nothing", async () => {
  const cloud = start([one, two]);
  const { client, clock, drive, changes } = cloud;
  const ensure = () => drive(ensureMembers(client, { listener_id, members: [two, three], clock }));
  expect(await ensure()).toMatchObject({
    applied: true,
    plan: { add: [three], remove: [{ server_id: "server-1" }] },
  });
  expect(servers(cloud)).toEqual(names([two, three]));
  expect(await ensure()).toMatchObject({ applied: false });
  expect(changes).toEqual(["addMembers", "removeMembers"]);
});

test("members are replaced without a moment in which none is NORMAL", async () => {
  const cloud = start([one, two]);
  const { client, clock, drive, project } = cloud;
  let fewest = Number.POSITIVE_INFINITY;
  const onProgress = (): void => {
    fewest = Math.min(
      fewest,
      project().members.filter(({ health_status }) => health_status === "NORMAL").length,
    );
  };
  await drive(replaceMembers(client, { listener_id, members: [three, four], clock, onProgress }));
  expect(servers(cloud)).toEqual(names([three, four]));
  expect(fewest).toBe(2);
  const healthy = await drive(waitForHealthy(client, { listener_id, clock }));
  expect(healthy.map(({ server_id }) => server_id).toSorted()).toEqual(names([three, four]));
});

test("an administrator's empty list is not taken for an empty listener", async () => {
  const accessKeys = [{ ak: "EMULATOR0ADMINISTRAT0", sk: "emulator-secret-key-not-a-secret" }];
  const users = [{ name: "administrator", administrator: true, accessKeys }];
  const project = {
    loadbalancers: [{ id: id("b") }],
    listeners: [{ id: listener_id, loadbalancer_id: id("b") }],
    members: [{ listener_id, server_address: "10.0.0.1" }],
  };
  const [credentials] = accessKeys;
  const seed = { users, projects: { [projectId]: project } };
  const cloud = drivenEmulator({ auth: "on", seed }, { credentials: credentials! });
  const { client, clock, drive, changes } = cloud;
  await expect(drive(ensureMembers(client, { listener_id, members: [two], clock }))).rejects.toMatchObject({
    name: "UnsafeChangeError",
    reason: "contradicted",
  });
  expect(changes).toEqual([]);
});

describe("a run that is killed while a job runs", () => {
  /** Stops a run as soon as it has launched its nth job, and says which one that was. */
  async function killed(cloud: Driven, nth: number): Promise<string> {
    const { client, clock, drive } = cloud;
    const controller = new AbortController();
    const jobs: string[] = [];
    const onProgress = (event: MembersProgress): void => {
      if (event.kind === "launched" && jobs.push(event.jobId) === nth) controller.abort();
    };
    const run = ensureMembers(client, {
      listener_id,
      members: [two, three],
      clock,
      onProgress,
      signal: controller.signal,
    });
    await expect(drive(run)).rejects.toThrow(ElbAbortError);
    return jobs.at(-1) as string;
  }

  test.each([1, 2])("is gone on with by the next one, which adopts job %i", async (nth) => {
    const cloud = start([one, two]);
    const { client, clock, drive, changes } = cloud;
    const pendingJob = await killed(cloud, nth);
    await drive(ensureMembers(client, { listener_id, members: [two, three], clock, pendingJob }));
    expect(servers(cloud)).toEqual(names([two, three]));
    expect(changes).toEqual(["addMembers", "removeMembers"]);
  });

  test.each([1, 2])("is gone on with even where the id of job %i is lost", async (nth) => {
    const cloud = start([one, two]);
    const { client, clock, drive } = cloud;
    await killed(cloud, nth);
    await drive(ensureMembers(client, { listener_id, members: [two, three], clock }));
    expect(servers(cloud)).toEqual(names([two, three]));
  });
});

/** Faults at random, in both directions and in reads as well. */
const faultsOf = (seed: number): FaultRule[] => [
  { operations: ["addMembers", "removeMembers"], probability: 0.3, seed, drop: "before" },
  { operations: ["addMembers", "removeMembers"], probability: 0.3, seed: seed + 1, drop: "after" },
  { operations: ["addMembers", "removeMembers"], probability: 0.2, seed: seed + 2, truncate: true },
  { operations: ["addMembers", "removeMembers"], probability: 0.1, seed: seed + 3, status: 502 },
  { operations: ["getJob", "listMembers"], probability: 0.2, seed: seed + 4, drop: "after" },
];

test("lost answers lose no change and make none twice, wherever they are lost", async () => {
  for (let seed = 0; seed < 50; seed++) {
    const cloud = start([one, two], faultsOf(seed * 10));
    const { client, clock, drive, project } = cloud;
    const options = { listener_id, members: [two, three, four], clock, timeout: 7_200_000 };
    const { applied } = await drive(ensureMembers(client, options));
    expect({ seed, applied, servers: servers(cloud) }).toEqual({
      seed,
      applied: true,
      servers: names([two, three, four]),
    });
    const done = project().jobs.filter(({ status }) => status === "SUCCESS");
    expect(done, `seed ${seed}: one job for each kind of change`).toHaveLength(2);
    expect(await drive(ensureMembers(client, options))).toMatchObject({ applied: false });
  }
});
