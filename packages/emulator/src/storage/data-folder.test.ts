import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createService } from "../emulator.ts";
import { createManualClock } from "../index.ts";
import { LISTENER, PROJECT, SEED } from "../testing/api.ts";
import { sendCall } from "../testing/random-call.ts";
import { openDataFolder } from "./data-folder.ts";
import { type Storage, StorageError } from "./storage.ts";

let folder: string;
const opened: Storage[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "elb-data-"));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((storage) => storage.close()));
  rmSync(folder, { recursive: true, force: true });
});

async function open(clock = createManualClock()) {
  const storage = await openDataFolder(folder);
  opened.push(storage);
  const seed = { projects: { [PROJECT]: { ...SEED, tokens: ["a-token"] } } };
  const service = createService({ auth: "off", clock, seed }, storage);
  await service.saved();
  return { service, storage, clock };
}

async function close(): Promise<void> {
  await Promise.all(opened.splice(0).map((storage) => storage.close()));
}

/** Fills the folder, and leaves it. */
async function fill(): Promise<void> {
  const { service } = await open();
  for (let port = 100; port < 130; port++)
    await sendCall(service, {
      method: "PUT",
      path: `/elbaas/listeners/${LISTENER}`,
      body: { port },
      wait: 0,
    });
  await close();
}

/** Everything in the folder. */
function contents() {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names.map(({ name, parentPath }) => {
      const file = join(parentPath, name);
      return [file, createHash("sha256").update(readFileSync(file)).digest("hex")];
    }),
  );
}

const stateFile = (ending: RegExp) => {
  const name = readdirSync(join(folder, "state")).find((each) => ending.test(each));
  return join(folder, "state", name ?? "none");
};

/** Makes sure that the folder is refused in one sentence, and left as it is. */
async function refusal(): Promise<string> {
  const before = contents();
  const failure = await openDataFolder(folder).then(
    () => "It was not refused.",
    (error) => error,
  );
  expect(failure).toBeInstanceOf(StorageError);
  expect(contents()).toEqual(before);
  expect(failure.message).toMatch(/^--data \S+ .*[^.]\.$/);
  expect(failure.message).not.toContain("a-token");
  return failure.message;
}

test("the whole state is there again, and the seed is not planted twice", async () => {
  const first = await open();
  const body = { name: "new", type: "External", vpc_id: PROJECT, bandwidth: 1, admin_state_up: true };
  const { status } = await sendCall(first.service, {
    method: "POST",
    path: "/elbaas/loadbalancers",
    body,
    wait: 0,
  });
  expect(status).toBe(200);
  const snapshot = first.service.snapshot();
  await close();
  const second = await open(createManualClock(first.clock.now()));
  expect(second.service.snapshot()).toEqual(snapshot);
  second.clock.advance(2000);
  const balancers = second.service.state().projects[PROJECT]?.loadbalancers ?? [];
  expect(balancers.map((balancer) => balancer.status)).toEqual(["ACTIVE", "ACTIVE", "ACTIVE"]);
});

test("time goes on from the last write, where the clock was ahead", async () => {
  const clock = createManualClock(Date.UTC(2100, 0, 1));
  await open(clock);
  await close();
  const later = createManualClock(Date.UTC(2050, 0, 1));
  const { service } = await open(later);
  expect(service.clock.now()).toBe(clock.now());
});

test("a second user is refused, and the first goes on", async () => {
  const { service } = await open();
  await expect(openDataFolder(folder)).rejects.toThrow(
    `--data ${folder} is in use by another elb-emulator: stop that one, or choose another folder.`,
  );
  const change = { method: "PUT", path: `/elbaas/listeners/${LISTENER}`, body: { name: "renamed" }, wait: 0 };
  expect((await sendCall(service, change)).status).toBe(200);
});

test("a folder of another version is refused", async () => {
  await fill();
  writeFileSync(join(folder, "elb-emulator.json"), '{"format":"elb-classic-emulator","version":2}');
  expect(await refusal()).toContain("was written by an emulator of another version");
});

test("a folder with other files is refused", async () => {
  writeFileSync(join(folder, "notes.txt"), "mine");
  expect(await refusal()).toContain("holds other files: choose an empty folder, or a new one.");
});

test("a file in place of a folder is refused", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  await expect(openDataFolder(file)).rejects.toThrow(StorageError);
});

test.each<[string, () => void]>([
  ["its label is no JSON", () => writeFileSync(join(folder, "elb-emulator.json"), "no JSON")],
  ["its state is gone", () => rmSync(join(folder, "state"), { recursive: true })],
  ["the files of its state are gone", () => rmSync(stateFile(/^MANIFEST/))],
  ["its manifest is spoilt", () => writeFileSync(stateFile(/^MANIFEST/), "spoilt")],
  ["its CURRENT is spoilt", () => writeFileSync(stateFile(/^CURRENT/), "spoilt")],
  ["the last write is cut off, and all before", () => truncateSync(stateFile(/\.log$/), 0)],
  ["a byte is another one", () => changeByte(stateFile(/\.log$/), 0.5)],
  ["an early byte is another one", () => changeByte(stateFile(/\.log$/), 0.01)],
])("a folder that cannot be read is refused and left as it is: %s", async (_, spoil) => {
  await fill();
  spoil();
  expect(await refusal()).toContain("cannot be read (");
});

test("a table whose bytes are others is refused and left as it is", async () => {
  await fill();
  await open();
  await close();
  const table = stateFile(/\.ldb$/);
  for (const share of [0.02, 0.4]) changeByte(table, share);
  expect(await refusal()).toContain("cannot be read (");
});

test("a write that was cut short at the end never happened", async () => {
  await fill();
  const log = stateFile(/\.log$/);
  truncateSync(log, readFileSync(log).length - 7);
  const { service } = await open();
  expect(service.state().projects[PROJECT]?.listeners[0]).toMatchObject({ port: 128 });
});

function changeByte(file: string, share: number): void {
  const bytes = readFileSync(file);
  const at = Math.floor(bytes.length * share);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
}
