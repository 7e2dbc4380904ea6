import { describe, expect, test } from "vitest";
import { createService } from "../emulator.ts";
import { createRandom } from "../faults/random.ts";
import { createManualClock, type Snapshot } from "../index.ts";
import { listsOf } from "../state/rows.ts";
import { LISTENER, PROJECT, PUBLIC, SEED } from "../testing/api.ts";
import { randomCall, sendCall } from "../testing/random-call.ts";
import { Book, type Operation } from "./book.ts";
import type { Storage } from "./storage.ts";

const START = Date.UTC(2026, 0, 15, 10, 30, 0);
const BALANCER = `/elbaas/loadbalancers/${PUBLIC}`;

/** A storage in memory, whose writes a test can hold up or let fail. */
function createMemory() {
  const entries = new Map<string, string>();
  const writes: (readonly Operation[])[] = [];
  const book = new Book();
  const memory = {
    writes,
    hold: undefined as Promise<void> | undefined,
    failure: undefined as Error | undefined,
    storage: {
      rows: undefined,
      time: 0,
      async write(changes, now) {
        const operations = book.operationsOf(changes, now);
        writes.push(operations);
        await memory.hold;
        if (memory.failure !== undefined) throw memory.failure;
        for (const operation of operations)
          if (operation.type === "put") entries.set(operation.key, operation.value);
          else entries.delete(operation.key);
      },
      close: async () => undefined,
    } satisfies Storage,
    /** What would be there after a restart, in the form of a snapshot's tables. */
    kept: () => listsOf(new Book().open([...entries]) ?? []),
  };
  return memory;
}

async function createKept(project = SEED) {
  const memory = createMemory();
  const clock = createManualClock(START);
  const service = createService(
    {
      auth: "off",
      clock,
      quotas: { loadbalancers: 20, listeners: 20 },
      seed: { projects: { [PROJECT]: project } },
    },
    memory.storage,
  );
  await service.saved();
  const send = (method: string, path: string, body?: unknown) =>
    sendCall(service, { method, path, body, wait: 0 });
  return { service, clock, memory, send };
}

/** Which of two listeners got members first makes no difference: it is members of the same one that have an order. */
function ordered({ members = [], ...tables }: Snapshot["tables"]) {
  const listenerOf = (row: readonly unknown[]) => String(row[1]);
  return {
    ...tables,
    members: members.toSorted((a, b) =>
      listenerOf(a) < listenerOf(b) ? -1 : Number(listenerOf(a) > listenerOf(b)),
    ),
  };
}

const aMoment = () => new Promise((resolve) => setImmediate(resolve));

/** Holds up the writes of a memory until it is called. */
function holdUp(memory: ReturnType<typeof createMemory>): () => void {
  let release = () => {};
  memory.hold = new Promise((resolve) => {
    release = resolve;
  });
  return release;
}

describe.each([1, 2, 3, 4])("random calls, seed %i", (seed) => {
  test("after every answer the storage has what a snapshot has, in the same order", async () => {
    const random = createRandom(seed);
    const { service, clock, memory } = await createKept();
    for (let step = 0; step < 120; step++) {
      const call = randomCall(random, service.state().projects[PROJECT]);
      await service.saved();
      await sendCall(service, call);
      expect(ordered(memory.kept()), `${step} ${call.method} ${call.path}`).toEqual(
        ordered(service.snapshot().tables),
      );
      clock.advance(call.wait);
    }
  });
});

test("what is deleted and made again between two writes comes last", async () => {
  const { service, memory } = await createKept();
  const before = service.snapshot();
  const tables = structuredClone(before.tables) as Record<string, unknown[][]>;
  tables.loadBalancers?.reverse();
  service.restore({ ...before, tables });
  await service.saved();
  expect(memory.kept().loadBalancers).toEqual(tables.loadBalancers);
});

test("only what a request changes is written", async () => {
  const members = Array.from({ length: 500 }, (_, index) => ({
    listener_id: LISTENER,
    server_address: `172.16.${index >> 8}.${index & 255}`,
  }));
  const { memory, send } = await createKept({ ...SEED, members });
  memory.writes.length = 0;
  await send("PUT", `/elbaas/listeners/${LISTENER}`, { name: "renamed" });
  const [only = []] = memory.writes;
  expect(only.map(({ key }) => key)).toEqual([JSON.stringify(["listeners", PROJECT, LISTENER]), "summary"]);
  await send("GET", `/elbaas/listeners/${LISTENER}/members`);
  await send("PUT", "/elbaas/listeners/none", { name: "renamed" });
  expect(memory.writes).toHaveLength(1);
});

test("an answer waits for its write, and so does one that tells of it", async () => {
  const { memory, send } = await createKept();
  const release = holdUp(memory);
  const answered: string[] = [];
  const change = send("PUT", `/elbaas/listeners/${LISTENER}`, { name: "a" }).then(() =>
    answered.push("change"),
  );
  await aMoment();
  const read = send("GET", `/elbaas/listeners/${LISTENER}`).then(() => answered.push("read"));
  await aMoment();
  expect(answered).toEqual([]);
  release();
  await Promise.all([change, read]);
  expect(answered).toHaveLength(2);
});

test("requests that come during a write share the next one", async () => {
  const { memory, send } = await createKept();
  const release = holdUp(memory);
  memory.writes.length = 0;
  const first = send("PUT", BALANCER, { name: "first" });
  await aMoment();
  const others = [1, 2, 3].map((port) => send("PUT", `/elbaas/listeners/${LISTENER}`, { port }));
  await aMoment();
  release();
  await Promise.all([first, ...others]);
  expect(memory.writes).toHaveLength(2);
});

test("a request whose change cannot be written has no answer, and a later write makes up for it", async () => {
  const { service, memory, send } = await createKept();
  memory.failure = new Error("no space");
  const change = () => send("PUT", `/elbaas/listeners/${LISTENER}`, { name: "a" });
  await expect(change()).rejects.toThrow("no space");
  await expect(send("GET", `/elbaas/listeners/${LISTENER}`)).rejects.toThrow("no space");
  memory.failure = undefined;
  await send("GET", BALANCER);
  expect(ordered(memory.kept())).toEqual(ordered(service.snapshot().tables));
});

test("without a storage everything is saved as far as it will be", async () => {
  const service = createService({ auth: "off", seed: { projects: { [PROJECT]: SEED } } });
  await expect(service.saved()).resolves.toBeUndefined();
});
