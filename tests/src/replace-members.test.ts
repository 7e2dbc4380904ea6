/**
 * The drill: examples/replace-members.ts against the command of the emulator, with an access key, within the budget of
 * 200 requests in five minutes, with answers lost after the change was taken on, and killed while a job runs.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createElbClient } from "@elb-classic/client";
import type { FaultRule } from "@elb-classic/emulator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seeded, startSeededEmulator } from "./support/example.ts";
import { inRoot, root, runNode, type Server } from "./support/processes.ts";

const old = ["dbecb618-2259-405f-ab17-9b68c4f541b0=172.16.0.31"];
const wanted = [
  "97444148-7afb-47cc-b4a3-6e1c94d1ade4=172.16.0.16",
  "0a1b2c3d-7afb-47cc-b4a3-6e1c94d1ade4=172.16.0.17",
];
const faults: FaultRule[] = [
  { budget: {} },
  { operations: ["removeMembers"], first: 1, drop: "after" },
  { operations: ["listMembers"], every: 5, drop: "after" },
];

const folder = mkdtempSync(join(tmpdir(), "elb-drill-"));
const jobFile = join(folder, "job");
let emulator: Server;
let env: Record<string, string>;

beforeAll(async () => {
  writeFileSync(join(folder, "faults.json"), JSON.stringify(faults));
  emulator = await startSeededEmulator("--job-seconds", "1", "--faults", join(folder, "faults.json"));
  env = {
    ELB_ENDPOINT: emulator.url,
    ELB_LISTENER_ID: seeded.listenerId,
    ELB_JOB_FILE: jobFile,
    HUAWEICLOUD_SDK_PROJECT_ID: seeded.projectId,
    HUAWEICLOUD_SDK_AK: seeded.accessKey.ak,
    HUAWEICLOUD_SDK_SK: seeded.accessKey.sk,
  };
});
afterAll(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

const replace = (members: string[]) => runNode("examples/replace-members.ts", members, env);

/** Kills a run as soon as it has told of a job. */
async function killInMidJob(members: string[]): Promise<string> {
  const child = spawn(process.execPath, [inRoot("examples/replace-members.ts"), ...members], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = once(child, "close");
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const job = /^addMembers: job (\w+)$/.exec(line)?.[1];
    if (!job) continue;
    child.kill("SIGKILL");
    await closed;
    return job;
  }
  throw new Error("The run ended without launching a job.");
}

async function membersNow(): Promise<string[]> {
  const client = createElbClient({
    endpoint: emulator.url,
    projectId: seeded.projectId,
    credentials: seeded.accessKey,
  });
  const members = await client.listMembers({ listener_id: seeded.listenerId });
  return members.map(({ server_id, server_address }) => `${server_id}=${server_address}`).toSorted();
}

test("a run that was killed is gone on with, its job adopted and lost answers made out", async () => {
  const first = await replace(old);
  expect(first.code, first.stderr).toBe(0);
  expect(await membersNow()).toEqual(old);

  const job = await killInMidJob(wanted);
  expect(existsSync(jobFile)).toBe(true);

  const again = await replace(wanted);
  expect(again.code, again.stderr).toBe(0);
  expect(again.stdout).toContain(`Going on with job ${job}\njob ${job}: done`);
  expect(again.stdout).toMatch(/removeMembers: .*(lost|answer)/i);
  expect(again.stdout).not.toContain("addMembers:");
  expect(existsSync(jobFile)).toBe(false);
  expect(await membersNow()).toEqual(wanted.toSorted());
  const trail = again.stderr.trim().split("\n");
  expect(trail.map((line) => JSON.parse(line).outcome)).toContain("unknown");

  const third = await replace(wanted);
  expect(third).toMatchObject({ code: 0, stderr: "" });
  expect(third.stdout).toMatch(/^no changes\n\d requests, 0 changes\n$/);
}, 60_000);

test("what makes no sense is said in a sentence", async () => {
  const { code, stderr } = await replace(["half"]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '✗ "half" is no member: write SERVER_ID=ADDRESS.\n' });
});
