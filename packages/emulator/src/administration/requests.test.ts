import { expect, test } from "vitest";
import { createEmulator, type FaultRule, type RequestEntry } from "../index.ts";
import { createApi, PROJECT, PUBLIC, VPC } from "../testing/api.ts";
import { signedRequest } from "../testing/sign.ts";
import type { LoggedRequest } from "./request-log.ts";

const BASE = `http://elb.test/v1.0/${PROJECT}`;

async function logOf(fetch: (request: Request) => Promise<Response>): Promise<LoggedRequest[]> {
  const response = await fetch(new Request("http://elb.test/_emulator/requests"));
  return ((await response.json()) as { requests: LoggedRequest[] }).requests;
}

test("requests are told with what became of them, the newest last", async () => {
  const told: RequestEntry[] = [];
  const { call, emulator, clock } = createApi({
    onRequest: (entry) => told.push(entry),
    administration: true,
  });
  const { headers } = await call("GET", `/elbaas/listeners?loadbalancer_id=${PUBLIC}`);
  clock.advance(1000);
  await call("GET", "/elbaas/loadbalancers/unknown");
  expect(told).toEqual([
    {
      request_id: headers.get("X-Request-Id"),
      time: "2026-01-15T10:30:00.000Z",
      method: "GET",
      path: `/v1.0/${PROJECT}/elbaas/listeners?loadbalancer_id=${PUBLIC}`,
      operationId: "listListeners",
      status: 200,
      milliseconds: 0,
      code: null,
      reason: null,
      fault: null,
    },
    expect.objectContaining({
      time: "2026-01-15T10:30:01.000Z",
      operationId: "getLoadBalancer",
      status: 400,
      code: "ELB.1003",
      reason: expect.stringContaining("unknown"),
    }),
  ]);
  expect(await logOf(emulator.fetch)).toMatchObject(told);
});

test("what a request carried is kept, and the administration is not told of itself", async () => {
  const { call, emulator } = createApi({ administration: true });
  await logOf(emulator.fetch);
  await call("PUT", `/elbaas/loadbalancers/${PUBLIC}`, { name: "renamed" });
  expect(await logOf(emulator.fetch)).toMatchObject([
    { method: "PUT", headers: { "content-type": "application/json" }, body: { name: "renamed" } },
  ]);
});

test.each<[FaultRule, number | null, string]>([
  [{ drop: "before" }, null, "dropped before it was accepted"],
  [{ drop: "after" }, null, "dropped after it was accepted"],
  [{ latencyMs: 30 }, 200, "30 ms late"],
  [{ status: 502 }, 502, "refused"],
  [{ truncate: true }, 200, "answer cut off"],
])("the fault %j is told", async (rule, status, fault) => {
  const told: RequestEntry[] = [];
  const { emulator } = createApi({ faults: [rule], onRequest: (entry) => told.push(entry) });
  await emulator.fetch(new Request(`${BASE}/elbaas/loadbalancers`)).catch(() => undefined);
  expect(told).toMatchObject([{ status, fault, milliseconds: rule.latencyMs ?? 0 }]);
});

test("only the last requests are kept", async () => {
  const { call, emulator } = createApi({ administration: true });
  for (let count = 0; count < 510; count++) await call("GET", `/elbaas/listeners?limit=${count}`);
  const log = await logOf(emulator.fetch);
  expect(log).toHaveLength(500);
  expect(log.at(-1)?.path).toMatch(/limit=509$|\*\*\*$/);
});

test("no secret reaches the log, wherever a client puts it", async () => {
  const SECRET = "s3cr3t-value";
  const told: RequestEntry[] = [];
  const projects = {
    [PROJECT]: { accessKeys: [{ ak: "AK", sk: `sk-${SECRET}` }], tokens: [`token-${SECRET}`] },
  };
  const { fetch } = createEmulator({
    seed: { projects },
    administration: true,
    onRequest: (entry) => told.push(entry),
  });
  const list = `${BASE}/elbaas/loadbalancers`;
  const token = { "X-Auth-Token": `token-${SECRET}` };
  const send = (url: string, init: RequestInit) => fetch(new Request(url, init));
  const date = `${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`;
  const wrong = signedRequest("GET", list, { ak: "AK", sk: SECRET, date, headers: { "x-secret": SECRET } });
  await fetch(wrong);
  await send(list, { headers: { "X-Auth-Token": SECRET, "X-Security-Token": SECRET, Cookie: SECRET } });
  await send(`${list}?X-Auth-Token=${SECRET}&${SECRET}`, { headers: token });
  const bodies = [
    { name: "c", certificate: "x", private_key: SECRET },
    { auth: { identity: { password: { user: { password: SECRET } }, token: { id: SECRET } } } },
    { hw_ak_sk: { access: { key: SECRET }, secret: { key: SECRET } } },
    { credential: { access: SECRET, secret: SECRET, securitytoken: SECRET } },
    { anything: [`-----BEGIN PRIVATE KEY-----${SECRET}`] },
    `not JSON ${SECRET}`,
  ];
  for (const path of ["elbaas/certificate", "elbaas/loadbalancers"]) {
    for (const body of bodies) {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      await send(`${BASE}/${path}`, { method: "POST", headers: token, body: text });
    }
  }
  await send("http://elb.test/v3/auth/tokens", { method: "POST", body: JSON.stringify(bodies[1]) });
  const log = await logOf(fetch);
  expect(log.length).toBe(16);
  expect(JSON.stringify([log, told])).not.toContain(SECRET);
  const page = await (await send("http://elb.test/_emulator/", {})).text();
  expect(page).not.toContain(SECRET);
  const [{ headers }] = log as [LoggedRequest];
  expect(headers.authorization).toBe("***");
  expect(headers["x-sdk-date"]).toBe(date);
});

test("a payload that is large is not kept", async () => {
  const { emulator } = createApi({ administration: true });
  const body = JSON.stringify({ name: "n".repeat(20_000), vpc_id: VPC });
  await emulator.fetch(new Request(`${BASE}/elbaas/loadbalancers`, { method: "POST", body }));
  expect((await logOf(emulator.fetch))[0]?.body).toMatch(/^\d+ bytes, too many to be kept$/);
});
