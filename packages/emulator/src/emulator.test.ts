import { operations } from "@elb-classic/spec/operations";
import { expect, test } from "vitest";
import { createEmulator } from "./index.ts";
import { createApi, PROJECT, PUBLIC, takeApart, UNKNOWN } from "./testing/api.ts";

const LIST = `http://elb.test/v1.0/${PROJECT}/elbaas/loadbalancers`;

async function send(request: Request, options = {}) {
  const response = await createEmulator({ auth: "off", ...options }).fetch(request);
  return takeApart(response, await response.text());
}

test("requests are authenticated unless that is switched off", async () => {
  expect(await send(new Request(LIST))).toMatchObject({ status: 200 });
  expect(await send(new Request(LIST), { auth: "on" })).toMatchObject({ status: 401, code: "APIGW.0301" });
});

test("every answer has an id, a date from the emulator's clock and says who it is from", async () => {
  const { call } = createApi();
  const { headers } = await call("GET", "/elbaas/loadbalancers");
  expect(headers.get("X-Request-Id")).toMatch(/^[0-9a-f]{32}$/);
  expect(headers.get("Date")).toBe("Thu, 15 Jan 2026 10:30:00 GMT");
  expect(headers.get("Server")).toBe("api-gateway");
  expect(headers.get("Content-Type")).toBe("application/json");
});

test.each(["/elbaas/loadbalancers", `/elbaas/loadbalancers/${PUBLIC}`, "/jobs/1", "/elbaas/listeners"])(
  "a region that does not offer the API answers %s with APIGW.0101",
  async (path) => {
    const answer = await send(new Request(`http://elb.test/v1.0/${PROJECT}${path}`), {
      unavailable: true,
      auth: "on",
    });
    expect(answer).toMatchObject({ status: 404, code: "APIGW.0101" });
    expect(Object.keys(answer.body)).toEqual(["error_msg", "error_code", "request_id"]);
  },
);

test.each([
  ["POST", "/"],
  ["GET", "//"],
  ["GET", "/v1.0/"],
  ["GET", `/v1.0/${PROJECT}`],
  ["GET", "/_docs"],
  ["GET", "/_emulator/state"],
  ["GET", "/v2.0/lbaas/loadbalancers"],
  ["GET", `/v1.0/${PROJECT}/elbaas/loadbalancers/`],
  ["GET", `/v1.0//elbaas/loadbalancers`],
  ["GET", `/v1.0/%ZZ/elbaas/loadbalancers`],
  ["GET", `/v1/${PROJECT}/elbaas/loadbalancers`],
  ["PATCH", `/v1.0/${PROJECT}/elbaas/loadbalancers/${PUBLIC}`],
  ["OPTIONS", `/v1.0/${PROJECT}/elbaas/loadbalancers`],
  ["HEAD", `/v1.0/${PROJECT}/elbaas/loadbalancers`],
])("%s %s is no operation, with or without credentials", async (method, path) => {
  for (const auth of ["on", "off"])
    expect(await send(new Request(`http://elb.test${path}`, { method }), { auth })).toMatchObject({
      status: 404,
      code: "APIGW.0101",
    });
});

test("the names of other operations work as ids", async () => {
  const { call } = createApi();
  expect(await call("GET", "/elbaas/listeners/members")).toMatchObject({ status: 400, code: "ELB.6000" });
  expect(await call("GET", "/elbaas/loadbalancers/__proto__")).toMatchObject({
    status: 400,
    code: "ELB.1003",
  });
});

test.each(Object.entries(operations))("%s is not misled by names that objects inherit", async (_, row) => {
  const target = row.path.replace("{project_id}", PROJECT).replaceAll(/\{\w+\}/g, PUBLIC);
  for (const name of ["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"]) {
    const body = row.body ? { body: `{"${name}": {"${name}": 1}}` } : {};
    const address = `http://elb.test${target}?${name}=1`;
    const { status, code = "" } = await send(new Request(address, { method: row.method, ...body }));
    expect([200, 204, 400, 404, 503]).toContain(status);
    if (row.queryParameters.length > 0) expect(code).toMatch(/^ELB\.[126]00[34]$/);
  }
});

test("a query parameter without a name is one that a list does not know", async () => {
  const { call } = createApi();
  expect(await call("GET", "/elbaas/listeners?=1")).toMatchObject({ status: 400, code: "ELB.6003" });
});

test("a payload where none belongs is ignored, whatever it is", async () => {
  for (const body of ["{}", "{", "null", "[1]"]) {
    const address = `http://elb.test/v1.0/${PROJECT}/elbaas/listeners`;
    const gone = await send(new Request(`${address}/${UNKNOWN}`, { method: "DELETE", body }));
    expect(gone).toMatchObject({ status: 503, code: "ELB.6002" });
  }
});

test("ids are decoded", async () => {
  const { call } = createApi();
  const encoded = PUBLIC.replace("0b07", "%30%62%30%37");
  expect(await call("GET", `/elbaas/loadbalancers/${encoded}`)).toMatchObject({
    status: 200,
    body: { id: PUBLIC },
  });
});

test("a URI, a header and a body that are too large", async () => {
  expect(await send(new Request(`${LIST}?name=${"n".repeat(33_000)}`))).toMatchObject({
    status: 414,
    code: "APIGW.0201",
  });
  const headers = { "X-Auth-Token": "t".repeat(33_000) };
  expect(await send(new Request(LIST, { headers }))).toMatchObject({ status: 494, code: "APIGW.0201" });
  const body = new Uint8Array(12 * 1024 * 1024 + 1);
  expect(await send(new Request(LIST, { method: "POST", body }))).toMatchObject({
    status: 413,
    code: "APIGW.0201",
  });
});

test("a body without end is cut off", async () => {
  let chunks = 0;
  const body = new ReadableStream({
    pull(controller) {
      chunks += 1;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  const request = new Request(LIST, { method: "POST", body, duplex: "half" } as RequestInit);
  expect(await send(request)).toMatchObject({ status: 413, code: "APIGW.0201" });
  expect(chunks).toBeLessThan(20);
});

test("a body that breaks off", async () => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) });
  const request = new Request(LIST, { method: "POST", body, duplex: "half" } as RequestInit);
  expect(await send(request)).toMatchObject({ status: 400, code: "APIGW.0201" });
});

test.each(["{", '"text"', "null", "[[", "1e999"])("the body %j is refused as unreadable", async (body) => {
  expect(await send(new Request(LIST, { method: "POST", body }))).toMatchObject({
    status: 400,
    code: "ELB.0002",
  });
});

test("bytes that are no UTF-8 are refused as unreadable", async () => {
  expect(await send(new Request(LIST, { method: "POST", body: new Uint8Array([0xff, 0x7b]) }))).toMatchObject(
    { code: "ELB.0002" },
  );
});

test("projects do not see each other", async () => {
  const { emulator } = createApi();
  const response = await emulator.fetch(new Request(LIST.replace(PROJECT, "another")));
  expect(await response.json()).toEqual({ loadbalancers: {}, instance_num: "0" });
});

test("a snapshot shares nothing with the emulator", () => {
  const { emulator } = createApi();
  const first = emulator.state();
  const [balancer] = first.projects[PROJECT]?.loadbalancers ?? [];
  Object.assign(balancer ?? {}, { name: "changed" });
  expect(emulator.state().projects[PROJECT]?.loadbalancers[0]).toMatchObject({ name: "public" });
});
