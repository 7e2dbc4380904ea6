import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LISTENER, PROJECT, SEED } from "./testing/api.ts";

const BIN = fileURLToPath(new URL("../bin/elb-emulator.js", import.meta.url));
const TOKEN = "a-token-for-tests";
const LISTENER_PATH = `/v1.0/${PROJECT}/elbaas/listeners/${LISTENER}`;

let folder: string;
let seedFile: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "elb-cli-data-"));
  seedFile = join(folder, "seed.json");
  writeFileSync(seedFile, JSON.stringify({ projects: { [PROJECT]: { ...SEED, tokens: [TOKEN] } } }));
});
afterEach(async () => {
  for (const child of children.splice(0)) await end(child, "SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const closed = once(child, "close");
  child.kill(signal);
  const [code] = await closed;
  return code;
}

function run(...args: string[]): ChildProcess {
  const all = [BIN, "--port", "0", "--ready-json", "--quiet", "--data", join(folder, "data"), ...args];
  const child = spawn(process.execPath, all, { stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  return child;
}

async function start(...args: string[]) {
  const child = run(...args);
  const [line] = await once(child.stdout!, "data");
  const { url } = JSON.parse(line) as { url: string };
  const send = async (method: string, path: string, body?: unknown, token = TOKEN) => {
    const headers = { "X-Auth-Token": token, "Content-Type": "application/json" };
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(url + path, { method, headers, ...init });
    // biome-ignore lint/suspicious/noExplicitAny: tests read whatever the emulator answers
    return { status: response.status, body: (await response.json()) as any };
  };
  return { child, send };
}

test.each<NodeJS.Signals>(["SIGTERM", "SIGKILL"])(
  "after %s, resources and credentials are there again without the seed",
  async (signal) => {
    const first = await start("--seed", seedFile);
    expect((await first.send("PUT", LISTENER_PATH, { name: "renamed" })).status).toBe(200);
    expect(await end(first.child, signal)).toBe(signal === "SIGTERM" ? 0 : null);
    const second = await start();
    expect((await second.send("GET", LISTENER_PATH)).body).toMatchObject({ name: "renamed" });
    expect((await second.send("GET", LISTENER_PATH, undefined, "another")).status).toBe(401);
  },
);

test("a snapshot that is restored over HTTP is kept", async () => {
  const first = await start("--seed", seedFile, "--administration");
  const { body: snapshot } = await first.send("GET", "/_emulator/snapshot");
  await first.send("PUT", LISTENER_PATH, { name: "renamed" });
  expect((await first.send("POST", "/_emulator/restore", snapshot)).status).toBe(200);
  await end(first.child, "SIGKILL");
  const second = await start("--administration");
  expect((await second.send("GET", LISTENER_PATH)).body).toMatchObject({ name: "listener1" });
  await second.send("POST", "/_emulator/reset", {});
  expect((await second.send("GET", "/_emulator/state")).body.projects).toEqual({});
});

test("a time that was moved on goes on from there", async () => {
  const first = await start("--seed", seedFile, "--administration");
  await first.send("POST", "/_emulator/clock/advance", { milliseconds: 1_000_000_000 });
  await first.send("PUT", LISTENER_PATH, { name: "renamed" });
  const { now } = (await first.send("GET", "/_emulator/clock")).body;
  await end(first.child, "SIGKILL");
  const second = await start("--administration");
  const later = (await second.send("GET", "/_emulator/clock")).body.now;
  expect(Math.abs(Date.parse(later) - Date.parse(now))).toBeLessThan(60_000);
});

test("a second process on the folder ends with one line and code 1, and the first goes on", async () => {
  const first = await start("--seed", seedFile);
  const second = run();
  let err = "";
  second.stderr?.on("data", (chunk) => {
    err += chunk;
  });
  expect(await once(second, "close")).toEqual([1, null]);
  expect(err).toBe(
    `elb-emulator: --data ${join(folder, "data")} is in use by another elb-emulator: stop that one, or choose another folder.\n`,
  );
  expect((await first.send("PUT", LISTENER_PATH, { name: "renamed" })).status).toBe(200);
});
