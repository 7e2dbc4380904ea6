import fc from "fast-check";
import { expect, test } from "vitest";
import { createEmulator, createManualClock } from "./index.ts";
import { LISTENER, PRIVATE, PROJECT, PUBLIC, SEED, takeApart, VPC } from "./testing/api.ts";

const QUOTAS = { loadbalancers: 4, listeners: 3, members: 4 };
const CERTIFICATE = "a5d7e1b5a8b14b7aa7d1d9b0f5f0c0de";
const MEMBERS = ["1", "2"].map((digit) => digit.repeat(32));

function createSystem() {
  const clock = createManualClock(Date.UTC(2026, 0, 15, 10, 30, 0));
  const members = MEMBERS.map((id, host) => ({
    id,
    listener_id: LISTENER,
    server_address: `10.0.0.${host}`,
  }));
  const seed = { projects: { [PROJECT]: { ...SEED, members, certificates: [{ id: CERTIFICATE }] } } };
  const emulator = createEmulator({ clock, auth: "off", jobDurationMs: 2000, quotas: QUOTAS, seed });

  /** @param arrive lets the payload arrive: until then, other requests go on */
  async function call(method: string, path: string, body?: unknown, arrive?: () => Promise<void>) {
    const url = `http://elb.test/v1.0/${PROJECT}/elbaas${path}`;
    const text = new TextEncoder().encode(JSON.stringify(body));
    const stream = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await arrive?.();
        controller.enqueue(text);
        controller.close();
      },
    });
    const payload = body === undefined ? {} : { body: stream, duplex: "half" };
    const response = await emulator.fetch(new Request(url, { method, ...payload } as RequestInit));
    return takeApart(response, await response.text());
  }

  return { call, clock };
}

type System = ReturnType<typeof createSystem>;
type Write = readonly [method: string, path: string, body?: unknown];

const balancers = fc.constantFrom(PUBLIC, PRIVATE);
const hosts = fc.integer({ min: 0, max: 6 }).map((host) => `10.0.0.${host}`);
const anyMembers = fc.uniqueArray(fc.constantFrom(...MEMBERS), { minLength: 1 });

const newBalancer: Write = [
  "POST",
  "/loadbalancers",
  { name: "n", type: "External", bandwidth: 1, vpc_id: VPC, admin_state_up: 1, vip_address: "203.0.113.7" },
];

const newListener = (loadbalancer_id: string, port: number, https: boolean): Write => [
  "POST",
  "/listeners",
  {
    name: "n",
    loadbalancer_id,
    port,
    backend_port: 80,
    lb_algorithm: "roundrobin",
    ...(https
      ? { protocol: "HTTPS", backend_protocol: "HTTP", certificate_id: CERTIFICATE }
      : { protocol: "TCP", backend_protocol: "TCP" }),
  },
];

const newMembers = (addresses: readonly string[]): Write => [
  "POST",
  `/listeners/${LISTENER}/members`,
  addresses.map((address) => ({ server_id: VPC, address })),
];

const newCheck: Write = ["POST", "/healthcheck", { listener_id: LISTENER }];

const write: fc.Arbitrary<Write> = fc.oneof(
  fc.constant(newBalancer),
  fc.constant(newCheck),
  fc.tuple(balancers, fc.integer({ min: 86, max: 89 }), fc.boolean()).map((given) => newListener(...given)),
  fc.integer({ min: 86, max: 89 }).map((port): Write => ["PUT", `/listeners/${LISTENER}`, { port }]),
  fc.uniqueArray(hosts, { minLength: 1, maxLength: 3 }).map(newMembers),
  anyMembers.map((ids): Write => {
    return ["POST", `/listeners/${LISTENER}/members/action`, { removeMember: ids.map((id) => ({ id })) }];
  }),
  balancers.map((id): Write => ["DELETE", `/loadbalancers/${id}`]),
  fc.constant<Write>(["DELETE", `/listeners/${LISTENER}`]),
  fc.constant<Write>(["DELETE", `/certificate/${CERTIFICATE}`]),
);

// biome-ignore lint/suspicious/noExplicitAny: rows of whatever list
type Row = any;

/** What has to hold whatever happened before. */
async function checkInvariants({ call }: System): Promise<void> {
  const list = async (path: string): Promise<Row[]> => Object.values((await call("GET", path)).body);
  const { loadbalancers } = (await call("GET", "/loadbalancers")).body;
  const all: Row[] = Object.values(loadbalancers);
  expect(all.length).toBeLessThanOrEqual(QUOTAS.loadbalancers);
  expect(new Set(all.map((each) => each.vip_address)).size).toBe(all.length);
  const certificates = (await call("GET", "/certificate")).body.certificates.map(({ id }: Row) => id);
  const listeners = await list("/listeners");
  const places = listeners.map((each) => `${each.loadbalancer_id} ${each.port}`);
  expect(new Set(places).size, "a port is used once on a load balancer").toBe(places.length);
  for (const { id } of all) {
    const own = listeners.filter((each) => each.loadbalancer_id === id);
    expect(own.length).toBeLessThanOrEqual(QUOTAS.listeners);
  }
  for (const each of listeners) {
    expect(all.map(({ id }) => id)).toContain(each.loadbalancer_id);
    if (each.certificate_id !== null) expect(certificates).toContain(each.certificate_id);
    const members = await list(`/listeners/${each.id}/members`);
    expect(members).toHaveLength(each.member_number);
    expect(members.length).toBeLessThanOrEqual(QUOTAS.members);
    const servers = members.map(({ server_id, server_address }) => `${server_id} ${server_address}`);
    expect(new Set(servers).size, "a server is a member once").toBe(servers.length);
    if (each.healthcheck_id === null) continue;
    const { body: check } = await call("GET", `/healthcheck/${each.healthcheck_id}`);
    expect(check.listener_id).toBe(each.id);
  }
}

test("many writers at once break no invariant, in whatever order their requests arrive", async () => {
  const writes = fc.array(fc.tuple(write, fc.constantFrom(0, 0, 0, 500, 1500)), {
    minLength: 20,
    maxLength: 60,
    size: "max",
  });
  const property = fc.asyncProperty(fc.scheduler(), writes, async (scheduler, given) => {
    const system = createSystem();
    const pending = given.map(async ([[method, path, body], wait]) => {
      await scheduler.schedule(Promise.resolve(), `${method} ${path}`);
      system.clock.advance(wait);
      return system.call(method, path, body, () => scheduler.schedule(Promise.resolve(), "its payload"));
    });
    const answers = await scheduler.waitFor(Promise.all(pending));
    for (const { status } of answers) expect([200, 204, 400, 403, 404, 503]).toContain(status);
    await checkInvariants(system);
    system.clock.advance(10_000);
    await checkInvariants(system);
  });
  await fc.assert(property, { seed: 20_261_126, numRuns: 60 });
}, 60_000);

test.each<[string, readonly Write[], number, string]>([
  ["port", Array<Write>(20).fill(newListener(PUBLIC, 90, false)), 1, "ELB.6101"],
  ["server", Array<Write>(20).fill(newMembers(["10.0.0.9"])), 1, "ELB.2021"],
  ["address", Array<Write>(20).fill(newBalancer), 1, "ELB.1101"],
  ["health check", Array<Write>(20).fill(newCheck), 1, "ELB.7001"],
  ["place in the quota of listeners", portsFrom(90, 20), 2, "ELB.6091"],
  [
    "place in the quota of members",
    Array.from({ length: 20 }, (_, host) => newMembers([`10.1.0.${host}`])),
    2,
    "ELB.2001",
  ],
])("of twenty who want the same %s, no more get it than there is", async (_, writes, winners, code) => {
  const { call } = createSystem();
  const answers = await Promise.all(
    writes.map(([method, path, body], index) => call(method, path, body, () => lateBy(index % 5))),
  );
  expect(answers.filter((answer) => answer.code === undefined)).toHaveLength(winners);
  expect(answers.filter((answer) => answer.code === code)).toHaveLength(writes.length - winners);
});

function portsFrom(first: number, count: number): Write[] {
  return Array.from({ length: count }, (_, index) => newListener(PUBLIC, first + index, false));
}

/** Some turns of the event loop. */
async function lateBy(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
}
