import { checkResponse } from "@elb-classic/contract";
import { errorCodes } from "@elb-classic/spec/error-codes";
import { describe, expect, test } from "vitest";
import { createEmulator, createManualClock, type FaultRule } from "../index.ts";
import { createApi, LISTENER, PROJECT, PUBLIC, takeApart, VPC } from "../testing/api.ts";
import { signedRequest } from "../testing/sign.ts";

const CREATE = { name: "new", type: "Internal", vpc_id: VPC, vip_subnet_id: VPC, admin_state_up: 1 };
const LIST = `http://elb.test/v1.0/${PROJECT}/elbaas/loadbalancers`;

/** As `createApi`, but faults also answer with statuses that no operation, or no code, is documented with. */
function withFaults(...faults: FaultRule[]) {
  const { emulator, clock } = createApi({ faults });

  async function call(method: string, path: string, body?: unknown) {
    const url = `http://elb.test/v1.0/${PROJECT}${path}`;
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await emulator.fetch(new Request(url, { method, ...init }));
    const text = await response.text();
    expect(faultsOf(method, url, response.status, text)).toEqual([]);
    return takeApart(response, text);
  }

  async function finish(method: string, path: string, body?: unknown) {
    const { body: launched } = await call(method, path, body);
    clock.advance(2000);
    return (await call("GET", `/jobs/${launched.job_id}`)).body;
  }

  return { emulator, clock, call, finish };
}

function faultsOf(method: string, url: string, status: number, body: string) {
  const { findings } = checkResponse({ method, url, status, body });
  return findings.filter(({ code }) => code !== "response.status" && code !== "response.error.status");
}

function create(fetch: (request: Request) => Promise<Response>): Promise<Response> {
  return fetch(new Request(LIST, { method: "POST", body: JSON.stringify(CREATE) }));
}

/** What there is, jobs included: what a fault may or may not have changed. */
function owned({ emulator }: ReturnType<typeof withFaults>) {
  const { loadbalancers, listeners, members, jobs } = emulator.state().projects[PROJECT]!;
  return { loadbalancers, listeners, members, jobs };
}

describe("a connection that is dropped", () => {
  test("before the request is accepted leaves everything as it was", async () => {
    const api = withFaults({ operations: ["createLoadBalancer"], drop: "before" });
    const before = owned(api);
    await expect(create(api.emulator.fetch)).rejects.toThrow(TypeError);
    expect(owned(api)).toEqual(before);
  });

  test("before the request is accepted, its body is not even read", async () => {
    const { emulator } = withFaults({ drop: "before" });
    const request = new Request(LIST, { method: "POST", body: JSON.stringify(CREATE) });
    await expect(emulator.fetch(request)).rejects.toThrow("dropped before the request was accepted");
    expect(request.bodyUsed).toBe(false);
  });

  test("after it is accepted leaves exactly what an answered request would have", async () => {
    const api = withFaults({ operations: ["createLoadBalancer"], drop: "after" });
    await expect(create(api.emulator.fetch)).rejects.toThrow("dropped after the request was accepted");
    const { loadbalancers, jobs } = owned(api);
    expect(loadbalancers).toHaveLength(3);
    expect(loadbalancers[2]).toMatchObject({ name: "new", status: "PENDING_CREATE" });
    expect(jobs).toMatchObject([{ job_type: "createELB", status: "INIT" }]);
    api.clock.advance(2000);
    expect(owned(api).loadbalancers[2]).toMatchObject({ status: "ACTIVE" });
  });

  test("a deletion that was dropped after it was accepted cannot be repeated", async () => {
    const api = withFaults({ operations: ["deleteListener"], first: 1, drop: "after" });
    const address = `http://elb.test/v1.0/${PROJECT}/elbaas/listeners/${LISTENER}`;
    await expect(api.emulator.fetch(new Request(address, { method: "DELETE" }))).rejects.toThrow(TypeError);
    expect(await api.call("DELETE", `/elbaas/listeners/${LISTENER}`)).toMatchObject({ code: "ELB.6002" });
  });

  test("after it is refused changes nothing either", async () => {
    const api = withFaults({ drop: "after" });
    const before = owned(api);
    const bad = new Request(LIST, { method: "POST", body: "{}" });
    await expect(api.emulator.fetch(bad)).rejects.toThrow(TypeError);
    expect(owned(api)).toEqual(before);
  });
});

describe("latency", () => {
  test("moves a manual clock on and keeps nobody waiting", async () => {
    const { call, clock } = withFaults({ operations: ["getLoadBalancer"], latencyMs: 700 });
    const start = clock.now();
    const { headers } = await call("GET", `/elbaas/loadbalancers/${PUBLIC}`);
    expect(clock.now() - start).toBe(700);
    expect(headers.get("Date")).toBe(new Date(clock.now()).toUTCString());
    await call("GET", "/elbaas/loadbalancers");
    expect(clock.now() - start).toBe(700);
  });

  test("of several rules adds up, also before a refusal", async () => {
    const { call, clock } = withFaults(
      { latencyMs: 100 },
      { latencyMs: 20 },
      { status: 503 },
      { latencyMs: 3 },
    );
    const start = clock.now();
    expect(await call("GET", "/elbaas/loadbalancers")).toMatchObject({ status: 503 });
    expect(clock.now() - start).toBe(120);
  });

  test("is waited out by a clock that runs", async () => {
    const waits: number[] = [];
    const clock = { now: () => 0, sleep: async (milliseconds: number) => void waits.push(milliseconds) };
    const { fetch } = createEmulator({ auth: "off", clock, faults: [{ latencyMs: 250 }] });
    expect((await fetch(new Request(LIST))).status).toBe(200);
    expect(waits).toEqual([250]);
  });

  test("takes no time by a clock that cannot wait", async () => {
    const { fetch } = createEmulator({ auth: "off", clock: { now: () => 0 }, faults: [{ latencyMs: 9000 }] });
    expect((await fetch(new Request(LIST))).status).toBe(200);
  });
});

describe("refusals", () => {
  test.each([500, 502, 503, 504, 507, 599])("with the status %i have the gateway's shape", async (status) => {
    const { call } = withFaults({ status });
    const { body, status: got } = await call("GET", "/elbaas/loadbalancers");
    expect(got).toBe(status);
    expect(body).toEqual({
      error_msg: expect.any(String),
      error_code: expect.stringMatching(/^APIGW\.\d{4}$/),
      request_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  const rows = Object.entries(errorCodes).filter(([, { status }]) => status >= 400);

  test.each(rows)("with the row %s have its code and status", async (error, { code, status }) => {
    const faults = [{ error } as FaultRule];
    const response = await createEmulator({ auth: "off", faults }).fetch(new Request(LIST));
    const text = await response.text();
    expect({ status: response.status, text }).toEqual({ status, text: expect.stringContaining(`"${code}"`) });
    if (code.startsWith("APIGW.")) expect(faultsOf("GET", LIST, status, text)).toEqual([]);
  });

  test("come before the credentials are looked at, and change nothing", async () => {
    const { emulator } = createApi({ auth: "on", faults: [{ error: "APIGW.0307#1" }] });
    const response = await create(emulator.fetch);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error_code: "APIGW.0307" });
    expect(emulator.state().projects[PROJECT]?.loadbalancers).toHaveLength(2);
  });

  test("send Retry-After where the rule says so", async () => {
    const { call } = withFaults({ error: "APIGW.0308#1", retryAfterSeconds: 7, first: 1 }, { status: 503 });
    expect((await call("GET", "/elbaas/loadbalancers")).headers.get("Retry-After")).toBe("7");
    expect((await call("GET", "/elbaas/loadbalancers")).headers.get("Retry-After")).toBeNull();
  });
});

describe("an answer that is cut off", () => {
  test("announces its length, and fails to be read to its end, although all has happened", async () => {
    const api = withFaults({ operations: ["createLoadBalancer"], truncate: true });
    const response = await create(api.emulator.fetch);
    expect(response.status).toBe(200);
    const length = Number(response.headers.get("Content-Length"));
    const reader = response.body!.getReader();
    const { value } = await reader.read();
    expect(value!.byteLength).toBe(Math.floor(length / 2));
    expect(new TextDecoder().decode(value)).toContain('{"uri":');
    await expect(reader.read()).rejects.toThrow(TypeError);
    expect(owned(api).loadbalancers).toHaveLength(3);
  });

  test("is whole where it has no body", async () => {
    const api = withFaults({ truncate: true });
    const address = `http://elb.test/v1.0/${PROJECT}/elbaas/listeners/${LISTENER}`;
    const response = await api.emulator.fetch(new Request(address, { method: "DELETE" }));
    expect({ status: response.status, text: await response.text() }).toEqual({ status: 204, text: "" });
  });

  test("can be a refusal", async () => {
    const { emulator } = withFaults({ truncate: true }, { status: 502 });
    const response = await emulator.fetch(new Request(LIST));
    expect(response.status).toBe(502);
    await expect(response.text()).rejects.toThrow(TypeError);
  });
});

describe("a job that fails", () => {
  const failJob = { code: "ELB.1009" };

  test("has the code, and by default the text that the catalogue has for it", async () => {
    const { finish } = withFaults({ operations: ["createLoadBalancer"], failJob });
    expect(await finish("POST", "/elbaas/loadbalancers", CREATE)).toMatchObject({
      status: "FAIL",
      error_code: "ELB.1009",
      fail_reason: "CreateIPTask-fail",
      entities: {},
    });
  });

  test("of a load balancer leaves one in ERROR, which can be deleted", async () => {
    const api = withFaults({ operations: ["createLoadBalancer"], failJob });
    await api.finish("POST", "/elbaas/loadbalancers", CREATE);
    const failed = owned(api).loadbalancers[2];
    expect(failed).toMatchObject({ name: "new", status: "ERROR" });
    const deleted = await api.finish("DELETE", `/elbaas/loadbalancers/${failed?.id}`);
    expect(deleted).toMatchObject({ status: "SUCCESS" });
  });

  test("of an update or a deletion changes nothing", async () => {
    const api = withFaults({ failJob: { code: "ELB.9999", reason: "because" } });
    const before = owned(api).loadbalancers;
    const job = await api.finish("PUT", `/elbaas/loadbalancers/${PUBLIC}`, { name: "other" });
    expect(job).toMatchObject({ status: "FAIL", error_code: "ELB.9999", fail_reason: "because" });
    await api.finish("DELETE", `/elbaas/loadbalancers/${PUBLIC}`);
    expect(owned(api).loadbalancers).toEqual(before);
  });

  test("of members adds none, and they can be added again; removing likewise", async () => {
    const rule: FaultRule = { operations: ["addMembers", "removeMembers"], every: 2, failJob };
    const api = withFaults(rule);
    const path = `/elbaas/listeners/${LISTENER}/members`;
    const [first, second] = ["10.0.0.1", "10.0.0.2"].map((address) => [{ server_id: "s", address }]);
    expect(await api.finish("POST", path, first)).toMatchObject({ status: "SUCCESS" });
    expect(await api.finish("POST", path, second)).toMatchObject({ status: "FAIL" });
    expect(owned(api).members).toHaveLength(1);
    expect(await api.finish("POST", path, second)).toMatchObject({ status: "SUCCESS" });
    const [member] = owned(api).members;
    const removal = { removeMember: [{ id: member?.id }] };
    expect(await api.finish("POST", `${path}/action`, removal)).toMatchObject({ status: "FAIL" });
    expect(owned(api).members).toHaveLength(2);
  });

  test("is only counted where one was launched", async () => {
    const { call, finish } = withFaults({ operations: ["createLoadBalancer"], first: 1, failJob });
    expect(await call("POST", "/elbaas/loadbalancers", {})).toMatchObject({ status: 400 });
    expect(await finish("POST", "/elbaas/loadbalancers", CREATE)).toMatchObject({ status: "FAIL" });
    expect(await finish("POST", "/elbaas/loadbalancers", CREATE)).toMatchObject({ status: "SUCCESS" });
  });
});

describe("a rule applies", () => {
  const statuses = async (rules: FaultRule[], calls: number) => {
    const { call } = withFaults(...rules);
    const all: number[] = [];
    for (let count = 0; count < calls; count++) all.push((await call("GET", "/elbaas/loadbalancers")).status);
    return all;
  };

  test("to the first calls", async () => {
    expect(await statuses([{ status: 500, first: 2 }], 4)).toEqual([500, 500, 200, 200]);
  });

  test("to every Nth call", async () => {
    expect(await statuses([{ status: 500, every: 3 }], 7)).toEqual([200, 200, 500, 200, 200, 500, 200]);
  });

  test("by chance, the same with the same seed", async () => {
    const of = (seed: number) => statuses([{ status: 500, probability: 0.3, seed }], 200);
    const one = await of(1);
    expect(await of(1)).toEqual(one);
    expect(await statuses([{ status: 500, probability: 0.3 }], 200)).toEqual(one);
    expect(await of(2)).not.toEqual(one);
    const hits = one.filter((status) => status === 500).length;
    expect(hits).toBeGreaterThan(40);
    expect(hits).toBeLessThan(80);
  });

  test("never with the probability 0, always with 1", async () => {
    expect(await statuses([{ status: 500, probability: 0 }], 50)).not.toContain(500);
    expect(await statuses([{ status: 500, probability: 1 }], 50)).not.toContain(200);
  });

  test("to its operations only, and to no path that is none", async () => {
    const { call, emulator } = withFaults({ operations: ["listListeners"], status: 500 });
    expect((await call("GET", "/elbaas/loadbalancers")).status).toBe(200);
    expect((await call("GET", "/elbaas/listeners")).status).toBe(500);
    expect((await emulator.fetch(new Request("http://elb.test/nowhere"))).status).toBe(404);
  });

  test("in turn: what ends the call keeps later rules from counting", async () => {
    const rules: FaultRule[] = [
      { status: 500, every: 2 },
      { status: 502, first: 2 },
    ];
    expect(await statuses(rules, 4)).toEqual([502, 500, 502, 500]);
    expect(await statuses(rules, 5)).toEqual([502, 500, 502, 500, 200]);
  });
});

describe("a budget of calls", () => {
  test("by default is the gateway's: 200 calls in five minutes", async () => {
    const { call, clock } = withFaults({ budget: {} });
    const get = () => call("GET", "/elbaas/loadbalancers");
    for (let count = 0; count < 200; count++) expect((await get()).status).toBe(200);
    clock.advance(60_500);
    const refused = await get();
    expect(refused).toMatchObject({ status: 429, code: "APIGW.0308" });
    expect(refused.body.error_msg).toBe(
      "The throttling threshold has been reached: policy user over ratelimit,limit:200,time:5 minute",
    );
    expect(refused.headers.get("Retry-After")).toBe("240");
    clock.advance(239_000);
    expect((await get()).headers.get("Retry-After")).toBe("1");
    clock.advance(1000);
    expect((await get()).status).toBe(200);
  });

  test("is off unless asked for", async () => {
    const { call } = createApi();
    for (let count = 0; count < 250; count++)
      expect((await call("GET", "/elbaas/loadbalancers")).status).toBe(200);
  });

  test("is each project's own", async () => {
    const clock = createManualClock();
    const { fetch } = createEmulator({ auth: "off", clock, faults: [{ budget: { calls: 1, seconds: 9 } }] });
    const get = async (project: string) => (await fetch(new Request(LIST.replace(PROJECT, project)))).status;
    expect([await get("a"), await get("b"), await get("a"), await get("b")]).toEqual([200, 200, 429, 429]);
  });

  test("is each user's own, and calls with wrong credentials do not count", async () => {
    const clock = createManualClock(Date.UTC(2026, 0, 15, 10, 30, 0));
    const users = ["A", "B"].map((name) => ({
      name,
      accessKeys: [
        { ak: name, sk: "fake" },
        { ak: `${name}2`, sk: "fake" },
      ],
    }));
    const seed = { users, projects: { [PROJECT]: {} } };
    const { fetch } = createEmulator({ clock, faults: [{ budget: { calls: 1, seconds: 9 } }], seed });
    const get = async (ak: string, sk = "fake") =>
      (await fetch(signedRequest("GET", LIST, { ak, sk, date: "20260115T103000Z" }))).status;
    expect([await get("A", "wrong"), await get("A"), await get("A2")]).toEqual([401, 200, 429]);
    expect([await get("B2"), await get("B"), await get("B", "wrong")]).toEqual([200, 429, 401]);
  });

  test("of some operations leaves the others alone, and what is refused changes nothing", async () => {
    const api = withFaults({ operations: ["createLoadBalancer"], budget: { calls: 0 } });
    expect(await api.call("POST", "/elbaas/loadbalancers", CREATE)).toMatchObject({ status: 429 });
    expect(owned(api)).toMatchObject({ jobs: [] });
    expect(await api.call("GET", "/elbaas/loadbalancers")).toMatchObject({ status: 200 });
  });
});
