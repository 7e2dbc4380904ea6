import { expect, test } from "vitest";
import { formatSignatureDate } from "../auth/authorization-header.ts";
import { PROJECT } from "../testing/api.ts";
import { byKey, createIam } from "../testing/iam.ts";
import { signedRequest } from "../testing/sign.ts";

const PATH = "/v3.0/OS-CREDENTIAL/securitytokens";
const LIST = `http://elb.test/v1.0/${PROJECT}/elbaas/loadbalancers`;

async function setUp(token: object = {}) {
  const iam = createIam();
  const payload = { auth: { identity: { methods: ["token"], token } } };
  const issue = async () => iam.call("POST", PATH, { "X-Auth-Token": await iam.logIn() }, payload);
  const { status, body } = await issue();
  const { access: ak = "", secret: sk = "", securitytoken = "", expires_at } = body.credential ?? {};
  const list = (headers: Record<string, string>, signedHeaders?: string[]) =>
    iam.send(
      signedRequest("GET", LIST, {
        ...{ ak, sk, headers, date: formatSignatureDate(iam.clock.now()) },
        ...(signedHeaders && { signedHeaders }),
      }),
    );
  return { ...iam, issue, status, ak, sk, securitytoken, expires_at, list };
}

test("temporary keys last 15 minutes unless told otherwise", async () => {
  const { status, ak, sk, securitytoken, expires_at } = await setUp();
  expect(status).toBe(201);
  expect(ak).toMatch(/^[A-Z0-9]{20}$/);
  expect(sk).toMatch(/^[A-Za-z0-9]{40}$/);
  expect(securitytoken).toMatch(/^[\w+=-]{100,}$/);
  expect(expires_at).toBe("2026-01-15T10:45:00.000000Z");
});

test.each([900, 21_600, 86_400])("they last %i seconds if asked to", async (duration_seconds) => {
  const { expires_at, clock } = await setUp({ duration_seconds });
  expect(Date.parse(expires_at)).toBe(clock.now() + duration_seconds * 1000);
});

test.each([899, 86_401, 0, -1, 900.5, "900", null])("%j is no such lifetime", async (duration_seconds) => {
  const { issue } = await setUp({ duration_seconds });
  expect(await issue()).toMatchObject({
    status: 400,
    code: 400,
    reason: expect.stringContaining("auth.identity.token.duration_seconds"),
  });
});

test("a request is signed with them, its security token signed or not", async () => {
  const { list, securitytoken } = await setUp();
  const headers = { "x-security-token": securitytoken };
  expect(await list(headers)).toMatchObject({ status: 200 });
  expect(await list(headers, ["host", "x-sdk-date", "x-security-token"])).toMatchObject({ status: 200 });
});

test("without their security token they open nothing", async () => {
  const { list } = await setUp();
  expect(await list({})).toMatchObject({ status: 401, code: "APIGW.0301" });
  expect(await list({ "x-security-token": "another" })).toMatchObject({ status: 401 });
});

test("they run out", async () => {
  const { list, securitytoken, clock } = await setUp();
  const headers = { "x-security-token": securitytoken };
  clock.advance(899_999);
  expect(await list(headers)).toMatchObject({ status: 200 });
  clock.advance(1);
  const { status, body } = await list(headers);
  expect({ status, body }).toEqual({
    status: 400,
    body: { error_code: "IAM.1108", error_msg: "The securitytoken has expired." },
  });
});

test("they are no keys to ask for a token with", async () => {
  const { ask, ak, sk } = await setUp();
  expect(await ask(byKey(ak, sk))).toMatchObject({ status: 401 });
});

test("a token in the payload will do in the place of the header, which counts where both are sent", async () => {
  const { call, logIn } = createIam();
  const id = await logIn();
  const payload = (token: object) => ({ auth: { identity: { methods: ["token"], token } } });
  expect(await call("POST", PATH, {}, payload({ id }))).toMatchObject({ status: 201 });
  expect(await call("POST", PATH, { "X-Auth-Token": "MIIx" }, payload({ id }))).toMatchObject({
    status: 401,
    code: "IAM.0067",
  });
  expect(await call("POST", PATH, {}, payload({}))).toMatchObject({ status: 401, code: "IAM.0001" });
});
