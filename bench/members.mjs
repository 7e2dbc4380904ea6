import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "./support/figures.mjs";
import { ask } from "./support/load.mjs";
import { get, seeded } from "./support/requests.mjs";
import { startEmulator } from "./support/servers.mjs";

export const question = "What does a list cost as it grows?";
export const target = "10,000 members; the cost of a list is linear in what it answers";
export const head = ["members", "all, ms", "µs a member", "one by its address, ms", "a page of 100, ms"];

const SIZES = [100, 1000, 10_000, 20_000];
const ROUNDS = 15;

/** Each list is asked for on a connection of its own. Nothing is signed: what is measured is the list. */
export async function run() {
  const rows = [];
  for (const size of SIZES) rows.push(await measure(size));
  return rows;
}

async function measure(size) {
  const file = join(tmpdir(), `elb-bench-${process.pid}-${size}.json`);
  writeFileSync(file, JSON.stringify(seedOf(size)));
  const emulator = await startEmulator("--seed", file).finally(() => rmSync(file));
  const path = `/v1.0/${seeded.projectId}/elbaas/listeners/${seeded.listenerId}/members`;
  const time = (query, count) => timeOf(emulator.port, path + query, count);
  try {
    const all = await time("", size);
    const one = await time(`?server_address=${addressOf(size - 1)}`, 1);
    const page = await time(
      `?limit=100&marker=${idOf(Math.floor(size / 2) - 1)}`,
      Math.min(100, Math.ceil(size / 2)),
    );
    return [size, all.toFixed(2), ((all * 1000) / size).toFixed(2), one.toFixed(2), page.toFixed(2)];
  } finally {
    await emulator.stop();
  }
}

/** The median time of an answer, which is looked at once. */
async function timeOf(port, target, count) {
  const request = get(port, target);
  const answer = JSON.parse((await ask(port, request)).body);
  if (answer.length !== count) throw new Error(`${target} has ${answer.length} members, not ${count}.`);
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begin = performance.now();
    await ask(port, request);
    times.push(performance.now() - begin);
  }
  return median(times);
}

function seedOf(size) {
  const { projectId, listenerId } = seeded;
  const balancer = "0b07acf06d243925bc24a0ac7445267a";
  const members = Array.from({ length: size }, (_, index) => ({
    id: idOf(index),
    listener_id: listenerId,
    server_address: addressOf(index),
  }));
  return {
    projects: {
      [projectId]: {
        loadbalancers: [{ id: balancer }],
        listeners: [{ id: listenerId, loadbalancer_id: balancer }],
        members,
      },
    },
  };
}

const idOf = (index) => index.toString(16).padStart(32, "0");
const addressOf = (index) => `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;
