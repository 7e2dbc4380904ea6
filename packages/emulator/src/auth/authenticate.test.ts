import { expect, test } from "vitest";
import { createEmulator, createManualClock } from "../index.ts";
import { LISTENER, PROJECT, SEED, takeApart } from "../testing/api.ts";
import { signedRequest } from "../testing/sign.ts";
import { formatSignatureDate } from "./authorization-header.ts";

const KEY = { ak: "EMULATOR0ACCESSKEY00", sk: "emulator-secret-key-not-a-secret" };
const TEMPORARY = {
  ak: "EMULATOR0TEMPORARY00",
  sk: "another-fake-secret",
  securityToken: "fake-security-token",
};
const OTHER_PROJECT = "77b6a44cba5143ab91d13ab9a8ff44fd";
const LIST = `http://elb.test/v1.0/${PROJECT}/elbaas/loadbalancers`;
const SECOND = 1000;

function setUp() {
  const clock = createManualClock(Date.UTC(2026, 0, 15, 10, 30, 0));
  const project = { ...SEED, accessKeys: [KEY, TEMPORARY], tokens: ["fake-token"] };
  const emulator = createEmulator({
    clock,
    seed: { projects: { [PROJECT]: project, [OTHER_PROJECT]: { tokens: ["other-token"] } } },
  });
  const date = () => formatSignatureDate(clock.now());
  async function send(request: Request) {
    const response = await emulator.fetch(request);
    return takeApart(response, await response.text());
  }
  const list = (changes: object = {}) =>
    send(signedRequest("GET", LIST, { ...KEY, date: date(), ...changes }));
  return { clock, date, send, list };
}

test("a correctly signed request is served", async () => {
  const { list } = setUp();
  expect(await list()).toMatchObject({ status: 200 });
});

test("the payload is part of the signature", async () => {
  const { date, send } = setUp();
  const address = `http://elb.test/v1.0/${PROJECT}/elbaas/listeners/${LISTENER}/members`;
  const body = JSON.stringify([
    { server_id: "dbecb618-2259-405f-ab17-9b68c4f541b0", address: "172.16.0.31" },
  ]);
  const request = signedRequest("POST", address, { ...KEY, date: date(), body });
  const forged = new Request(request, { body: body.replace(".31", ".32") });
  expect(await send(forged)).toMatchObject({ status: 401, code: "APIGW.0301" });
  expect(await send(signedRequest("POST", address, { ...KEY, date: date(), body }))).toMatchObject({
    status: 200,
  });
});

test("a plus sign in the query is a space, which axios sends as one and the vendor's SDK signs", async () => {
  const { date, send } = setUp();
  const address = LIST.replace("loadbalancers", "listeners");
  const { headers } = signedRequest("GET", `${address}?name=a%20b`, { ...KEY, date: date() });
  expect(await send(new Request(`${address}?name=a+b`, { headers }))).toMatchObject({ status: 200 });
});

test("UNSIGNED-PAYLOAD leaves the payload out", async () => {
  const { list } = setUp();
  expect(await list({ headers: { "x-sdk-content-sha256": "UNSIGNED-PAYLOAD" } })).toMatchObject({
    status: 200,
  });
});

test("no credentials at all", async () => {
  const { send } = setUp();
  const answer = await send(new Request(LIST));
  expect(answer).toMatchObject({ status: 401, code: "APIGW.0301" });
  expect(answer.body.error_msg).toMatch(/x-auth-token not found$/);
  expect(answer.body.request_id).toBe(answer.headers.get("X-Request-Id"));
});

test("a wrong secret is answered with the canonical request", async () => {
  const { list, date } = setUp();
  const { status, code, body } = await list({ sk: "wrong-secret" });
  expect({ status, code }).toEqual({ status: 401, code: "APIGW.0301" });
  expect(body.error_msg).toContain(
    `verify aksk signature fail, canonicalRequest:GET|/v1.0/${PROJECT}/elbaas/loadbalancers/||host:elb.test|x-sdk-date:${date()}||host;x-sdk-date|e3b0c442`,
  );
});

test("an unknown access key", async () => {
  const { list } = setUp();
  const { status, body } = await list({ ak: "NOBODY" });
  expect(status).toBe(401);
  expect(body.error_msg).toMatch(/ak NOBODY not exist$/);
});

test.each([
  ["15 minutes ahead", 900, 200],
  ["15 minutes behind", -900, 200],
  ["15 minutes and a second ahead", 901, 401],
  ["15 minutes and a second behind", -901, 401],
])("a date that is %s", async (_, seconds, status) => {
  const { list, clock } = setUp();
  const answer = await list({ date: formatSignatureDate(clock.now() + seconds * SECOND) });
  expect(answer.status).toBe(status);
  if (status === 401)
    expect(answer.body.error_msg).toMatch(
      /signature expired, signature time:\d{8}T\d{6}Z,server time:20260115T103000Z$/,
    );
});

test.each([
  ["is not signed", { signedHeaders: ["host"] }],
  ["is malformed", { date: "2026-01-15T10:30:00Z" }],
])("a date that %s", async (_, changes) => {
  const { list } = setUp();
  expect(await list(changes)).toMatchObject({
    status: 401,
    code: "APIGW.0301",
    reason: expect.stringContaining("X-Sdk-Date"),
  });
});

test("more than five failures in a row lock the key for five minutes", async () => {
  const { list, clock } = setUp();
  const fail = async (times: number) => {
    for (let failure = 0; failure < times; failure++) await list({ sk: "wrong-secret" });
  };
  await fail(5);
  expect(await list()).toMatchObject({ status: 200 });
  await fail(5);
  expect(await list()).toMatchObject({ status: 200 });
  await fail(6);
  const locked = await list();
  expect(locked.status).toBe(401);
  expect(locked.body.error_msg).toMatch(/AK access failed to reach the limit,forbidden$/);
  clock.advance(299 * SECOND);
  expect(await list()).toMatchObject({ status: 401 });
  clock.advance(1 * SECOND);
  expect(await list()).toMatchObject({ status: 200 });
});

test("a temporary key needs its security token", async () => {
  const { list } = setUp();
  const { ak, sk, securityToken } = TEMPORARY;
  expect(await list({ ak, sk })).toMatchObject({
    status: 401,
    reason: expect.stringContaining("X-Security-Token"),
  });
  expect(await list({ ak, sk, headers: { "x-security-token": securityToken } })).toMatchObject({
    status: 200,
  });
});

test.each([
  ["fake-token", 200, undefined],
  ["other-token", 400, "ELB.9808"],
  ["never-issued", 401, "APIGW.0301"],
])("the token %s", async (token, status, code) => {
  const { send } = setUp();
  expect(await send(new Request(LIST, { headers: { "X-Auth-Token": token } }))).toMatchObject({
    status,
    code,
  });
});

test("the project in the URL has to be that of the key", async () => {
  const { send, date } = setUp();
  const address = LIST.replace(PROJECT, OTHER_PROJECT);
  expect(await send(signedRequest("GET", address, { ...KEY, date: date() }))).toMatchObject({
    status: 400,
    code: "ELB.9808",
  });
});

test("X-Project-Id has to name the project in the URL", async () => {
  const { list } = setUp();
  expect(await list({ headers: { "x-project-id": PROJECT } })).toMatchObject({ status: 200 });
  expect(await list({ headers: { "x-project-id": OTHER_PROJECT } })).toMatchObject({
    status: 400,
    code: "ELB.9808",
  });
});

test("another scheme of authorization", async () => {
  const { send } = setUp();
  expect(await send(new Request(LIST, { headers: { Authorization: "Bearer abc" } }))).toMatchObject({
    status: 401,
    code: "APIGW.0301",
  });
});

test("a key of a user opens all projects of the user", async () => {
  const clock = createManualClock(Date.UTC(2026, 0, 15, 10, 30, 0));
  const accessKeys = [KEY];
  const seed = {
    users: [{ name: "IAMUser", projects: [PROJECT], accessKeys }],
    projects: { [PROJECT]: {}, [OTHER_PROJECT]: {} },
  };
  const { fetch } = createEmulator({ clock, seed });
  const statusOf = async (address: string) =>
    (await fetch(signedRequest("GET", address, { ...KEY, date: "20260115T103000Z" }))).status;
  expect(await statusOf(LIST)).toBe(200);
  expect(await statusOf(LIST.replace(PROJECT, OTHER_PROJECT))).toBe(400);
});

test("the canonical request is echoed line by line, bars for newlines", async () => {
  const { date, send } = setUp();
  const address = `${LIST}?limit=2`;
  const body = "{}";
  const signing = {
    ...KEY,
    sk: "wrong",
    date: date(),
    body,
    headers: { "content-type": "application/json" },
  };
  const signedHeaders = ["content-type", "host", "x-sdk-date"];
  const answer = await send(signedRequest("POST", address, { ...signing, signedHeaders }));
  expect(answer.body.error_msg).toBe(
    [
      "Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest:POST",
      `/v1.0/${PROJECT}/elbaas/loadbalancers/`,
      "limit=2",
      "content-type:application/json",
      "host:elb.test",
      `x-sdk-date:${date()}`,
      "",
      "content-type;host;x-sdk-date",
      "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    ].join("|"),
  );
});
