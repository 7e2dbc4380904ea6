/** `elb-emulator --data`, killed at random moments: what it has acknowledged has to be there, and nothing half. */
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DurableWriter, type Target } from "./support/durable-writer.ts";
import { startEmulator } from "./support/processes.ts";
import { createRandom } from "./support/random.ts";

const KILLS = 30;
const WRITERS = 4;
const SEED = 20_260_115;
const PROJECT = "55300f3c8f764c06b1a32e2302edc305";
const BALANCER = "0b07acf06d243925bc24a0ac7445267a";
const TOKEN = "a-token-for-tests";
const LISTENERS = Array.from({ length: WRITERS }, (_, number) => `${number}`.padStart(32, "0"));

let folder: string;
let args: readonly string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "elb-durability-"));
  const seed = join(folder, "seed.json");
  const project = {
    tokens: [TOKEN],
    loadbalancers: [{ id: BALANCER }],
    listeners: LISTENERS.map((id, number) => ({ id, loadbalancer_id: BALANCER, port: 1 + number, name: "" })),
  };
  const users = [{ name: "writer", password: "a-password-for-tests" }];
  writeFileSync(seed, JSON.stringify({ users, projects: { [PROJECT]: project } }));
  args = ["--seed", seed, "--data", join(folder, "data"), "--job-seconds", "0.2", "--quiet"];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes until the emulator is gone. */
async function writeOn(writer: DurableWriter, target: Target): Promise<void> {
  const isGone = (error: unknown) => error instanceof TypeError || error instanceof SyntaxError;
  try {
    for (;;) await writer.change(target);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

test(`${KILLS} times kill -9 in the midst of changes lose nothing that was acknowledged`, async () => {
  const random = createRandom(SEED);
  const writers = LISTENERS.map(
    (id, number) => new DurableWriter(PROJECT, id, number, createRandom(SEED + number)),
  );
  for (let kill = 0; kill <= KILLS; kill++) {
    const { url, process, stop } = await startEmulator(...args);
    const target = { url, token: TOKEN };
    try {
      await Promise.all(writers.map((writer) => writer.verify(target)));
      if (kill === KILLS) break;
      const ended = once(process, "close");
      setTimeout(() => process.kill("SIGKILL"), 5 + random() * 250);
      await Promise.all(writers.map((writer) => writeOn(writer, target)));
      await ended;
    } finally {
      await stop();
    }
  }
  const total = writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  expect(total).toBeGreaterThan(KILLS * WRITERS);
});
