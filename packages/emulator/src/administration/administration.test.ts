import { describe, expect, test } from "vitest";
import { createEmulator, createManualClock, type EmulatorOptions } from "../index.ts";
import { createApi, LISTENER, PROJECT, PUBLIC, SEED, takeApart } from "../testing/api.ts";

const JSON_TYPE = { "Content-Type": "application/json" };
const NEW = { name: "new", type: "External", vpc_id: "v", bandwidth: 1, admin_state_up: 1 };

function createAdministered(options: EmulatorOptions = {}) {
  const api = createApi({ administration: true, ...options });
  async function admin(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = JSON_TYPE,
  ) {
    // Bytes, since a text would bring a content type of its own along.
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const init = body === undefined ? {} : { body: new TextEncoder().encode(text) };
    const request = new Request(`http://elb.test/_emulator${path}`, { method, headers, ...init });
    const response = await api.emulator.fetch(request);
    return takeApart(response, await response.text());
  }
  return { ...api, admin };
}

test.each(["", "/", "/state", "/clock", "/faults", "/requests", "/snapshot"])(
  "unless it is asked for there is nothing at /_emulator%s, in the gateway's words",
  async (path) => {
    for (const options of [{}, { administration: false }]) {
      const { admin } = createAdministered({ administration: undefined, ...options } as EmulatorOptions);
      for (const method of ["GET", "POST", "PUT", "DELETE"]) {
        const answer = await admin(method, path, method === "GET" ? undefined : {});
        expect(answer).toMatchObject({ status: 404, code: "APIGW.0101" });
        expect(Object.keys(answer.body)).toEqual(["error_msg", "error_code", "request_id"]);
      }
    }
  },
);

test("it asks for no credentials, and answers where the API is not offered", async () => {
  const { admin } = createAdministered({ auth: "on", unavailable: true });
  expect(await admin("GET", "/state")).toMatchObject({ status: 200 });
});

test.each([
  ["GET", "/nothing", 404, "APIGW.0101"],
  ["GET", "/state/", 404, "APIGW.0101"],
  ["GET", "/reset", 404, "APIGW.0101"],
  ["DELETE", "/state", 404, "APIGW.0101"],
  ["PATCH", "/faults", 404, "APIGW.0101"],
  ["POST", "/", 404, "APIGW.0101"],
  ["PUT", "/faults", 400, "APIGW.0602"],
  ["POST", "/clock/advance", 400, "APIGW.0602"],
  ["POST", "/restore", 400, "APIGW.0602"],
])("%s %s without a payload is %i %s", async (method, path, status, code) => {
  const { admin } = createAdministered();
  const answer = await admin(method, path);
  expect(answer).toMatchObject({ status, code });
  expect(answer.reason).toEqual(expect.any(String));
});

test("the state is what all projects own, without private keys", async () => {
  const { admin, call } = createAdministered();
  await call("POST", "/elbaas/certificate", { name: "c", certificate: "x", private_key: "very-secret" });
  const { body } = await admin("GET", "/state");
  expect(body.projects[PROJECT].loadbalancers).toMatchObject([{ id: PUBLIC }, {}]);
  expect(JSON.stringify(body)).not.toContain("very-secret");
});

describe("snapshots", () => {
  test("what was taken comes back, jobs included", async () => {
    const { admin, call, clock } = createAdministered();
    const launched = await call("POST", "/elbaas/loadbalancers", NEW);
    const { body: snapshot } = await admin("GET", "/snapshot");
    clock.advance(2000);
    await call("DELETE", `/elbaas/listeners/${LISTENER}`);
    const restored = await admin("POST", "/restore", snapshot);
    expect(restored.status).toBe(200);
    expect(restored.body.projects[PROJECT].listeners).toHaveLength(1);
    expect(await call("GET", `/jobs/${launched.body.job_id}`)).toMatchObject({ status: 200 });
  });

  test.each(["{", "null", "[]", "1", '{"projects":[]}', '{"format":1}'])(
    "%s is none, and changes nothing",
    async (body) => {
      const { admin } = createAdministered();
      const before = (await admin("GET", "/state")).body;
      const answer = await admin("POST", "/restore", body);
      expect(answer).toMatchObject({ status: 400, code: "APIGW.0602" });
      expect(answer.body.error_msg).toMatch(/^Bad request\. .+\.$/);
      expect((await admin("GET", "/state")).body).toEqual(before);
    },
  );
});

test("a reset brings back the seed, the credentials and the faults of the start", async () => {
  const faults = [{ status: 503, first: 1 }];
  const { admin, call } = createAdministered({ faults });
  expect((await call("GET", "/elbaas/loadbalancers")).status).toBe(503);
  await call("POST", "/elbaas/loadbalancers", NEW);
  await call("DELETE", `/elbaas/listeners/${LISTENER}`);
  await admin("PUT", "/faults", []);
  const { status, body } = await admin("POST", "/reset");
  expect(status).toBe(200);
  expect(body.projects[PROJECT].loadbalancers).toHaveLength(SEED.loadbalancers!.length);
  expect(body.projects[PROJECT].listeners).toHaveLength(1);
  expect(body.projects[PROJECT].jobs).toEqual([]);
  expect((await admin("GET", "/faults")).body.faults).toEqual(faults);
  expect((await admin("GET", "/requests")).body.requests).toEqual([]);
  expect((await call("GET", "/elbaas/loadbalancers")).status).toBe(503);
  expect((await call("GET", "/elbaas/loadbalancers")).status).toBe(200);
});

describe("faults", () => {
  test("are put, shown and cleared", async () => {
    const { admin, call } = createAdministered();
    const rules = [{ operations: ["listLoadBalancers"], status: 503 }];
    expect((await admin("PUT", "/faults", rules)).body).toEqual({ faults: rules });
    expect((await call("GET", "/elbaas/loadbalancers")).status).toBe(503);
    expect((await admin("GET", "/faults")).body).toEqual({ faults: rules });
    expect((await admin("DELETE", "/faults")).body).toEqual({ faults: [] });
    expect((await call("GET", "/elbaas/loadbalancers")).status).toBe(200);
  });

  test("are put as they are shown, and begin to count anew", async () => {
    const { admin, call } = createAdministered({ faults: [{ status: 503, first: 1 }] });
    expect((await call("GET", "/elbaas/loadbalancers")).status).toBe(503);
    await admin("PUT", "/faults", (await admin("GET", "/faults")).body);
    expect((await call("GET", "/elbaas/loadbalancers")).status).toBe(503);
  });

  test("that make no sense are refused, and those before stay", async () => {
    const { admin } = createAdministered({ faults: [{ latencyMs: 1 }] });
    const answer = await admin("PUT", "/faults", [{ status: 200 }]);
    expect(answer).toMatchObject({ status: 400, code: "APIGW.0602" });
    expect(answer.body.error_msg).toContain("faults[0].status has to be a whole number from 500 to 599.");
    expect((await admin("GET", "/faults")).body).toEqual({ faults: [{ latencyMs: 1 }] });
  });

  test("do not touch the administration", async () => {
    const { admin } = createAdministered({ faults: [{ drop: "before" }, { status: 500 }] });
    expect((await admin("GET", "/state")).status).toBe(200);
  });
});

describe("the clock", () => {
  test("of the machine can be held, moved on and let run", async () => {
    const { admin, call } = createAdministered({ clock: "real", jobDurationMs: 3_600_000 });
    expect((await admin("GET", "/clock")).body).toMatchObject({ running: true, next_job_end: null });
    const held = (await admin("POST", "/clock/hold")).body;
    expect(held).toMatchObject({ running: false });
    expect((await admin("GET", "/clock")).body.now).toBe(held.now);
    const { body: launched } = await call("POST", "/elbaas/loadbalancers", NEW);
    const status = async () => (await call("GET", `/jobs/${launched.job_id}`)).body.status;
    const moved = await admin("POST", "/clock/advance", { milliseconds: 720_000 });
    expect(Date.parse(moved.body.now) - Date.parse(held.now)).toBe(720_000);
    expect(await status()).toBe("RUNNING");
    const stepped = await admin("POST", "/clock/advance", { to: "next-job" });
    expect(stepped.body.next_job_end).toBeNull();
    expect(await status()).toBe("SUCCESS");
    const running = (await admin("POST", "/clock/run")).body;
    expect(running).toMatchObject({ running: true });
    expect(Date.parse(running.now)).toBeGreaterThanOrEqual(Date.parse(stepped.body.now));
  });

  test("steps from job to job, or past them all at once", async () => {
    const { admin, call, clock } = createAdministered();
    for (const name of ["one", "two", "three"]) {
      await call("POST", "/elbaas/loadbalancers", { ...NEW, name });
      clock.advance(500);
    }
    const waiting = async () =>
      (await admin("GET", "/state")).body.projects[PROJECT].jobs.filter(
        ({ status }: { status: string }) => status !== "SUCCESS",
      ).length;
    expect(await waiting()).toBe(3);
    await admin("POST", "/clock/advance", { to: "next-job" });
    expect(await waiting()).toBe(2);
    const before = clock.now();
    await admin("POST", "/clock/advance", { to: "last-job" });
    expect(await waiting()).toBe(0);
    expect(clock.now() - before).toBe(1000);
    await admin("POST", "/clock/advance", { to: "next-job" });
    expect(clock.now() - before).toBe(1000);
  });

  test("of a test can be moved on, but does not run", async () => {
    const { admin, clock } = createAdministered();
    const start = clock.now();
    expect((await admin("POST", "/clock/hold")).body).toMatchObject({ running: false });
    await admin("POST", "/clock/advance", { milliseconds: 5 });
    expect(clock.now() - start).toBe(5);
    expect(await admin("POST", "/clock/run")).toMatchObject({ status: 400, code: "APIGW.0602" });
  });

  test("of another kind is only shown", async () => {
    const { admin } = createAdministered({ clock: { now: () => 0 } });
    expect((await admin("GET", "/clock")).body).toMatchObject({ now: "1970-01-01T00:00:00.000Z" });
    for (const path of ["hold", "run", "advance"])
      expect((await admin("POST", `/clock/${path}`, { milliseconds: 1 })).status).toBe(400);
  });

  test.each([
    {},
    { milliseconds: -1 },
    { milliseconds: "5" },
    { milliseconds: 1, to: "next-job" },
    { to: "end" },
    { ms: 5 },
    [],
  ])("is not moved by %j", async (payload) => {
    const { admin, clock } = createAdministered();
    const start = clock.now();
    expect(await admin("POST", "/clock/advance", payload)).toMatchObject({ status: 400 });
    expect(clock.now()).toBe(start);
  });
});

describe("a page of another site", () => {
  const own = { Origin: "http://elb.test", ...JSON_TYPE };

  test.each<[string, Record<string, string>]>([
    ["its origin", { Origin: "http://evil.test", ...JSON_TYPE }],
    ["an origin that it hides", { Origin: "null", ...JSON_TYPE }],
    ["its origin of another port", { Origin: "http://elb.test:81", ...JSON_TYPE }],
    ["what the browser says of it", { "Sec-Fetch-Site": "cross-site", ...JSON_TYPE }],
    ["what the browser says of a neighbour", { "Sec-Fetch-Site": "same-site", ...JSON_TYPE }],
    ["a form's content type", { ...own, "Content-Type": "application/x-www-form-urlencoded" }],
    ["a content type that needs no asking", { ...own, "Content-Type": "text/plain;application/json" }],
    ["no content type", { Origin: "http://elb.test" }],
  ])("cannot change anything: %s", async (_, headers) => {
    const { admin } = createAdministered({ faults: [{ latencyMs: 1 }] });
    const { status, reason } = await admin("PUT", "/faults", [], headers);
    expect([400, 403]).toContain(status);
    expect(reason).toMatch(/another site|Content-Type/);
    expect((await admin("GET", "/faults")).body.faults).toHaveLength(1);
  });

  test("is not asked whether it may", async () => {
    const { admin } = createAdministered();
    const { status, headers } = await admin("OPTIONS", "/faults", undefined, {
      Origin: "http://evil.test",
      "Access-Control-Request-Method": "PUT",
    });
    expect(status).toBe(403);
    expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  test("cannot read with its origin, while the own page can", async () => {
    const { admin } = createAdministered();
    expect((await admin("GET", "/snapshot", undefined, { Origin: "http://evil.test" })).status).toBe(403);
    expect((await admin("GET", "/snapshot", undefined, own)).status).toBe(200);
    expect((await admin("PUT", "/faults", [], own)).status).toBe(200);
    expect(
      (await admin("PUT", "/faults", [], { "Content-Type": "Application/JSON; charset=utf-8" })).status,
    ).toBe(200);
  });
});

test("HEAD is told what the path takes instead", async () => {
  const { admin } = createAdministered();
  expect((await admin("HEAD", "/state", undefined, {})).reason).toBe("The path takes GET.");
});

test("a program that steers the clock itself keeps it when administration is on", () => {
  const clock = createManualClock();
  expect(createEmulator({ clock, administration: true }).clock).toBe(clock);
});
