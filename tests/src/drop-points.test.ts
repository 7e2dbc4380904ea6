/**
 * A thousand times from nothing to a listener with members that were replaced once, with an access key and within the
 * budget, while answers and requests are lost at seeded points: nothing may be there twice, and nothing missing.
 */
import { type ElbClientOptions, OutcomeUnknownError } from "@elb-classic/client";
import { type DesiredMember, ensureMembers, replaceMembers } from "@elb-classic/client/members";
import { reconcile } from "@elb-classic/client/reconcile";
import type { FaultRule } from "@elb-classic/emulator";
import { expect, test } from "vitest";
import { type Driven, drivenEmulator, projectId } from "./support/driven-emulator.ts";

const runs = 1_000;
const accessKey = { ak: "EMULATOR0ACCESSKEY00", sk: "emulator-secret-key-not-a-secret" };
const changes = ["createLoadBalancer", "createListener", "addMembers", "removeMembers"] as const;
const server = (n: number): DesiredMember => ({ server_id: `server-${n}`, address: `10.0.0.${n}` });
const before = [1, 2].map(server);
const after = [2, 3, 4].map(server);

/** Losses on both ways, for changes and for reads: about every second run loses the answer to a change. */
const faultsOf = (seed: number): FaultRule[] => [
  { budget: {} },
  { operations: [...changes], probability: 0.15, seed, drop: "after" },
  { operations: [...changes], probability: 0.1, seed: seed + 1, drop: "before" },
  { operations: [...changes], probability: 0.05, seed: seed + 2, truncate: true },
  { operations: ["getJob", "listMembers", "getListener"], probability: 0.1, seed: seed + 3, drop: "after" },
];

interface Counted extends Driven {
  requests: number;
  lost: number;
}

function start(seed: number): Counted {
  const counted = { requests: 0, lost: 0 };
  const options: Partial<ElbClientOptions> = {
    credentials: accessKey,
    budget: {},
    onRequest: () => counted.requests++,
    onChange: ({ outcome }) => {
      if (outcome === "unknown") counted.lost++;
    },
  };
  const seeded = { seed: { projects: { [projectId]: { accessKeys: [accessKey] } } } };
  const cloud = drivenEmulator({ auth: "on", ...seeded, faults: faultsOf(seed) }, options);
  return Object.assign(counted, cloud);
}

/** Creates something once, whatever becomes of the answers: repeats only what certainly did not happen. */
async function createOnce<T extends { id: string }>(
  { client, clock }: Driven,
  create: () => Promise<T>,
): Promise<string> {
  for (;;) {
    try {
      return (await create()).id;
    } catch (error) {
      if (!(error instanceof OutcomeUnknownError)) throw error;
      const { outcome, resource, evidence } = await reconcile(client, error, { clock });
      if (outcome === "happened") return (resource as { id: string }).id;
      if (outcome === "cannot tell") throw new Error(evidence);
    }
  }
}

/** A load balancer, of which there may only be one: each has an address that costs money. */
async function createLoadBalancer(cloud: Driven): Promise<string> {
  const { client, clock } = cloud;
  const body = { name: "web", type: "External", vpc_id: "vpc", bandwidth: 5, admin_state_up: true } as const;
  const loadbalancer_id = await createOnce(cloud, async () => {
    const job = await client.createLoadBalancer({ body });
    return (await job.wait({ timeout: 3_600_000 })).entities.elb;
  });
  const { signal } = new AbortController();
  // One whose answer was lost can still be in the making.
  while ((await client.getLoadBalancer({ loadbalancer_id })).status !== "ACTIVE")
    await clock.sleep(1_000, signal);
  return loadbalancer_id;
}

async function converge(cloud: Driven): Promise<void> {
  const { client, clock } = cloud;
  const loadbalancer_id = await createLoadBalancer(cloud);
  const body = {
    name: "web",
    loadbalancer_id,
    protocol: "HTTP",
    port: 80,
    backend_protocol: "HTTP",
    backend_port: 80,
    lb_algorithm: "roundrobin",
  } as const;
  const listener_id = await createOnce(cloud, () => client.createListener({ body }));
  const options = { listener_id, clock, timeout: 36_000_000 };
  const replace = () => replaceMembers(client, { ...options, members: after });
  await ensureMembers(client, { ...options, members: before });
  await replace();
  expect(await replace()).toMatchObject({ applied: false });
}

test(`${runs} runs lose no change and make none twice`, async () => {
  const total = { requests: 0, changes: 0, lost: 0 };
  for (let seed = 0; seed < runs; seed++) {
    const cloud = start(seed * 10);
    await cloud.drive(converge(cloud)).catch((error) => {
      throw new Error(`Seed ${seed}: ${error.message}`, { cause: error });
    });
    const { loadbalancers, listeners, members, jobs } = cloud.project();
    const servers = members.map(({ server_id }) => server_id).toSorted();
    const done = jobs.filter(({ status }) => status === "SUCCESS").map(({ job_type }) => job_type);
    expect({
      seed,
      loadbalancers: loadbalancers.length,
      listeners: listeners.length,
      servers,
      done: done.toSorted(),
    }).toEqual({
      seed,
      loadbalancers: 1,
      listeners: 1,
      servers: after.map(({ server_id }) => server_id),
      done: ["createELB", "createMember", "createMember", "removeMember"],
    });
    total.requests += cloud.requests;
    total.lost += cloud.lost;
    total.changes += 5;
  }
  expect(total.lost).toBeGreaterThan(runs / 2);
  console.log(
    `${runs} runs, ${total.changes} changes, ${total.lost} of them unanswered at first:` +
      ` ${(total.requests / total.changes).toFixed(1)} requests per change`,
  );
}, 300_000);
