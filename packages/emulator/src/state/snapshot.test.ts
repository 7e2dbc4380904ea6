import { describe, expect, test } from "vitest";
import { createRandom } from "../faults/random.ts";
import {
  createEmulator,
  createManualClock,
  type Emulator,
  type ManualClock,
  type Snapshot,
  SnapshotError,
} from "../index.ts";
import { createApi, LISTENER, PROJECT, PUBLIC, VPC } from "../testing/api.ts";
import { randomCall, sendCall } from "../testing/random-call.ts";

const START = Date.UTC(2026, 0, 15, 10, 30, 0);
const SECRETS = { ak: "EMULATOR0ACCESSKEY00", sk: "emulator-secret-key-not-a-secret" };
const MANY = { loadbalancers: 20, listeners: 20 };
const KEY = "-----BEGIN PRIVATE KEY-----\nnot a key\n-----END PRIVATE KEY-----";

/** Another emulator that goes on from a snapshot, at the same time. */
function continued(snapshot: Snapshot, now: number) {
  const clock = createManualClock(now);
  const api = createApi({ clock, seed: { projects: {} }, quotas: MANY });
  api.emulator.restore(copy(snapshot));
  return { ...api, clock };
}

// Tests spoil copies in every way.
// biome-ignore lint/suspicious/noExplicitAny: the inside of a snapshot is nobody's business otherwise
const copy = (snapshot: Snapshot): any => JSON.parse(JSON.stringify(snapshot));

describe.each([1, 2, 3, 4, 5, 6, 7, 8])("random calls, seed %i", (seed) => {
  /** Calls that follow from the seed and from what there is. */
  function player(emulator: Emulator, clock: ManualClock) {
    const random = createRandom(seed);
    return async (others: readonly ReturnType<typeof continued>[] = []) => {
      const call = randomCall(random, emulator.state().projects[PROJECT], others.length === 0);
      const answers = [await sendCall(emulator, call)];
      for (const other of others) answers.push(await sendCall(other.emulator, call));
      for (const each of [clock, ...others.map((other) => other.clock)]) each.advance(call.wait);
      return { call, answers: answers.map(({ status, code, reason }) => ({ status, code, reason })) };
    };
  }

  test("an emulator that goes on from a snapshot is no different from the one that it was taken of", async () => {
    const { emulator, clock } = continued(createApi().emulator.snapshot(), START);
    const play = player(emulator, clock);
    for (let step = 0; step < 150; step++) {
      await play();
      if (step % 10 > 0) continue;
      const snapshot = emulator.snapshot();
      const second = continued(snapshot, clock.now());
      expect(second.emulator.snapshot()).toEqual(snapshot);
      for (const later of [700, 1300, 60_000]) {
        for (const each of [clock, second.clock]) each.advance(later);
        expect(second.emulator.state()).toEqual(emulator.state());
      }
    }
  });

  test("both answer the same from then on, but for the ids that they make up", async () => {
    const { emulator, clock } = continued(createApi().emulator.snapshot(), START);
    const play = player(emulator, clock);
    for (let step = 0; step < 80; step++) await play();
    const second = continued(emulator.snapshot(), clock.now());
    for (let step = 0; step < 60; step++) {
      const { call, answers } = await play([second]);
      if (!call.path.startsWith("/jobs/"))
        expect(answers[1], `${call.method} ${call.path}`).toEqual(answers[0]);
    }
    expect(withoutJobIds(second.emulator)).toEqual(withoutJobIds(emulator));
  });
});

/** Jobs have ids that are made up. */
function withoutJobIds(emulator: Emulator) {
  const projects = Object.values(emulator.state().projects);
  return projects.map(({ jobs, ...others }) => ({
    ...others,
    jobs: jobs.map(({ job_id: _, ...job }) => job),
  }));
}

test("jobs go on where they were, in every phase", async () => {
  const { call, clock, emulator } = createApi();
  const body = { name: "new", type: "External", vpc_id: VPC, bandwidth: 1, admin_state_up: true };
  const { job_id } = (await call("POST", "/elbaas/loadbalancers", body)).body;
  const statuses = [];
  for (const later of [0, 399, 1, 1599, 1]) {
    clock.advance(later);
    const second = continued(emulator.snapshot(), clock.now());
    statuses.push((await second.call("GET", `/jobs/${job_id}`)).body.status);
    second.clock.advance(2000);
    const { status, entities } = (await second.call("GET", `/jobs/${job_id}`)).body;
    expect(status).toBe("SUCCESS");
    expect((await second.call("GET", `/elbaas/loadbalancers/${entities.elb.id}`)).body.status).toBe("ACTIVE");
  }
  expect(statuses).toEqual(["INIT", "INIT", "RUNNING", "RUNNING", "SUCCESS"]);
});

test("servers that are being added stay reserved, and a member becomes healthy when it would have", async () => {
  const { call, clock, emulator } = createApi();
  const members = `/elbaas/listeners/${LISTENER}/members`;
  const server = [{ server_id: "dbecb618-2259-405f-ab17-9b68c4f541b0", address: "172.16.0.31" }];
  await call("POST", members, server);
  const early = continued(emulator.snapshot(), clock.now());
  expect((await early.call("POST", members, server)).code).toBe("ELB.2021");
  clock.advance(2000 + 4999);
  const late = continued(emulator.snapshot(), clock.now());
  expect((await late.call("GET", members)).body[0].health_status).toBe("UNAVAILABLE");
  late.clock.advance(1);
  expect((await late.call("GET", members)).body[0].health_status).toBe("NORMAL");
});

test("secrets are in a snapshot and not in the view of the state", async () => {
  const seed = {
    projects: {
      [PROJECT]: { accessKeys: [SECRETS], tokens: ["a-token"], certificates: [{ private_key: KEY }] },
    },
  };
  const emulator = createEmulator({ seed });
  const [kept, shown] = [emulator.snapshot(), emulator.state()].map((value) => JSON.stringify(value));
  for (const secret of [SECRETS.sk, "a-token", JSON.stringify(KEY)]) {
    expect(kept).toContain(secret);
    expect(shown).not.toContain(secret);
  }
});

test("keys, tokens and the record of failures go along", async () => {
  const seed = { projects: { [PROJECT]: { tokens: ["a-token"], accessKeys: [SECRETS] } } };
  const first = createEmulator({ seed });
  const list = `http://elb.test/v1.0/${PROJECT}/elbaas/loadbalancers`;
  const wrong = {
    "X-Sdk-Date": new Date(first.clock.now()).toISOString().replace(/[-:]|\.\d+/g, ""),
    Authorization: `SDK-HMAC-SHA256 Access=${SECRETS.ak}, SignedHeaders=x-sdk-date, Signature=${"0".repeat(64)}`,
  };
  for (let failure = 0; failure < 6; failure++) await first.fetch(new Request(list, { headers: wrong }));
  const second = createEmulator();
  second.restore(first.snapshot());
  const locked = await second.fetch(new Request(list, { headers: wrong }));
  expect(await locked.text()).toContain("AK access failed to reach the limit");
  expect((await second.fetch(new Request(list, { headers: { "X-Auth-Token": "a-token" } }))).status).toBe(
    200,
  );
});

test("what was there before is gone", async () => {
  const { emulator, call } = createApi();
  emulator.restore(createEmulator().snapshot());
  expect((await call("GET", `/elbaas/loadbalancers/${PUBLIC}`)).code).toBe("ELB.1003");
  expect(emulator.state().projects).not.toHaveProperty(`${PROJECT}.loadbalancers.0`);
});

test("a snapshot shares nothing with the emulator, neither taken nor restored", async () => {
  const { emulator } = createApi();
  const snapshot = copy(emulator.snapshot());
  emulator.restore(snapshot);
  snapshot.tables.loadBalancers[0][2].name = "changed";
  Object.assign(emulator.snapshot().tables.loadBalancers?.[0]?.[2] ?? {}, { name: "changed" });
  expect(emulator.state().projects[PROJECT]?.loadbalancers[0]).toMatchObject({ name: "public" });
});

type Spoil = (snapshot: ReturnType<typeof copy>) => unknown;

test.each<[string, Spoil]>([
  ["it is none of this emulator: its format is not", () => 1],
  ["it is none of this emulator: its format is not", () => null],
  ["it is none of this emulator: its format is not", () => ({})],
  ["it is nothing that JSON can hold", (snapshot) => ({ ...snapshot, more: 1n })],
  ["it is of another version than 1", (snapshot) => ({ ...snapshot, version: 2 })],
  ["tables has to be an object", (snapshot) => ({ ...snapshot, tables: [] })],
  ["tables.loadBalancers has to be an array", ({ tables }) => Object.assign(tables, { loadBalancers: {} })],
  ["tables.jobs[0] has to be an array of ids", ({ tables }) => Object.assign(tables, { jobs: [[1, 2, {}]] })],
  [
    "tables.others[0] is of a kind that is not known",
    ({ tables }) => Object.assign(tables, { others: [["a", 1]] }),
  ],
  ["it has not exactly one account", ({ tables }) => delete tables.domains],
  ["tables.loadBalancers[1] has the wrong ids", ({ tables }) => tables.loadBalancers[1].splice(1, 1)],
  ["tables.loadBalancers[3] has the wrong ids", ({ tables: { loadBalancers: all } }) => all.push(all[0])],
  ["tables.loadBalancers[0].id is not the id", ({ tables }) => (tables.loadBalancers[0][2].id = "other")],
  ["tables.loadBalancers[0].name does not fit", ({ tables }) => (tables.loadBalancers[0][2].name = 7)],
  [
    "tables.loadBalancers[0] is missing, of the wrong type",
    ({ tables }) => (tables.loadBalancers[0][2] = null),
  ],
  [
    "tables.loadBalancers[1].vip_address belongs to another",
    ({ tables: { loadBalancers: all } }) => (all[1][2] = { ...all[0][2], id: all[1][1] }),
  ],
  ["tables.listeners[0].loadbalancer_id names no load balancer", ({ tables }) => delete tables.loadBalancers],
  ["tables.members[0].listenerId names no listener", ({ tables }) => delete tables.listeners],
  ["tables.jobs[0].task.type is missing", ({ tables }) => (tables.jobs[0][2].task.type = "reboot")],
  ["tables.jobs[0].endsAt is missing", ({ tables }) => (tables.jobs[0][2].endsAt = 1e300)],
  [
    "tables.jobs[0].more is missing, of the wrong type or not known",
    ({ tables }) => (tables.jobs[0][2].more = 1),
  ],
  ["tables.counters[0] is missing, of the wrong type", ({ tables }) => (tables.counters[0][1] = -1)],
  ["tables.keys[0].key.sk is missing", ({ tables }) => (tables.keys[0][1].key.sk = 5)],
])("a wrong snapshot is refused in one sentence and changes nothing: %s", async (sentence, spoil) => {
  const seed = {
    projects: {
      [PROJECT]: {
        accessKeys: [SECRETS],
        loadbalancers: [{ id: PUBLIC }, { id: "b".repeat(32) }],
        listeners: [{ id: LISTENER, loadbalancer_id: PUBLIC }],
        members: [{ listener_id: LISTENER, server_address: "172.16.0.31" }],
      },
    },
  };
  const { emulator, call } = createApi({ seed });
  const body = { name: "new", type: "External", vpc_id: VPC, bandwidth: 1, admin_state_up: true };
  await call("POST", "/elbaas/loadbalancers", body);
  const before = emulator.snapshot();
  const snapshot = copy(before);
  const result = spoil(snapshot);
  const spoilt = typeof result === "object" && result !== null && "format" in result ? result : snapshot;
  const given = sentence.includes("format") ? result : spoilt;
  const failure = catchError(() => emulator.restore(given as Snapshot));
  expect(failure).toBeInstanceOf(SnapshotError);
  expect(failure.message).toMatch(/^snapshot: .*\.$/);
  expect(failure.message).toContain(sentence);
  expect(failure.message).not.toContain(SECRETS.sk);
  expect(emulator.snapshot()).toEqual(before);
});

function catchError(action: () => void): Error {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  throw new Error("It did not fail.");
}
