import { describe, expect, test } from "vitest";
import { PROJECT } from "../testing/api.ts";
import {
  byKey,
  byPassword,
  createIam,
  DAY,
  DOMAIN,
  KEY,
  LIMITED_USER,
  PASSWORD,
  SECOND_PROJECT,
  USER,
} from "../testing/iam.ts";
import { signedRequest } from "../testing/sign.ts";

const SCOPE = { project: { name: "sa-brazil-1" } };
const WRONG = { code: 401, message: "The username or password is wrong.", title: "Unauthorized" };

describe("by password", () => {
  test("a token for a project, as documented", async () => {
    const { ask } = createIam();
    const { status, body, headers } = await ask(byPassword(USER), SCOPE);
    expect(status).toBe(201);
    expect(body.token).toEqual({
      methods: ["password"],
      issued_at: "2026-01-15T10:30:00.000000Z",
      expires_at: "2026-01-16T10:30:00.000000Z",
      project: { id: PROJECT, name: "sa-brazil-1", domain: DOMAIN },
      user: { id: USER.id, name: USER.name, domain: DOMAIN, password_expires_at: "" },
      roles: [{ id: "0", name: expect.any(String) }],
      catalog: expect.any(Array),
    });
    expect(headers.get("X-Subject-Token")).toMatch(/^MII[A-Za-z0-9+=-]{5125}$/);
    expect(headers.get("X-Request-Id")).toMatch(/^[0-9a-f]{32}$/);
    expect(headers.get("X-IAM-Trace-Id")).toMatch(/^[0-9a-f]{32}$/);
  });

  test("the token opens its project to the load balancers, and no other", async () => {
    const { logIn, listBalancers } = createIam();
    const headers = { "X-Auth-Token": await logIn() };
    expect(await listBalancers(headers)).toMatchObject({ status: 200 });
    expect(await listBalancers(headers, SECOND_PROJECT)).toMatchObject({ status: 400, code: "ELB.9808" });
  });

  test("a new token leaves older ones valid", async () => {
    const { logIn, listBalancers } = createIam();
    const [first, second] = [await logIn(), await logIn()];
    expect(first).not.toBe(second);
    expect(await listBalancers({ "X-Auth-Token": first })).toMatchObject({ status: 200 });
  });

  test.each([
    ["name, account by name", { name: USER.name, domain: { name: DOMAIN.name } }],
    ["name, account by id", { name: USER.name, domain: { id: DOMAIN.id } }],
    ["id", { id: USER.id }],
  ])("a user by %s", async (_, user) => {
    const { ask } = createIam();
    const identity = { methods: ["password"], password: { user: { ...user, password: PASSWORD } } };
    expect(await ask(identity, SCOPE)).toMatchObject({
      status: 201,
      body: { token: { user: { id: USER.id } } },
    });
  });

  test.each([
    ["a wrong password", { ...USER, password: "wrong" }],
    ["an unknown user", { ...USER, name: "Nobody" }],
    ["a name that objects inherit", { ...USER, name: "constructor" }],
    ["the owner of the account, who has no password", { name: DOMAIN.name, password: "undefined" }],
  ])("%s", async (_, user) => {
    const { ask } = createIam();
    const { status, body, headers } = await ask(byPassword(user), SCOPE);
    expect({ status, error: body.error }).toEqual({ status: 401, error: WRONG });
    expect(headers.get("X-Subject-Token")).toBeNull();
    expect(headers.get("X-IAM-Trace-Id")).toMatch(/^[0-9a-f]{32}$/);
  });

  test("another account", async () => {
    const { ask } = createIam();
    const user = { name: USER.name, password: PASSWORD, domain: { name: "Other" } };
    expect(await ask({ methods: ["password"], password: { user } }, SCOPE)).toMatchObject({ status: 401 });
  });

  test("repeated failures lock the user for a while", async () => {
    const { ask, clock } = createIam();
    const wrong = { ...USER, password: "wrong" };
    for (let failure = 0; failure < 6; failure++) await ask(byPassword(wrong), SCOPE);
    expect(await ask(byPassword(USER), SCOPE)).toMatchObject({ status: 401, code: "IAM.0061" });
    expect(await ask(byPassword(LIMITED_USER))).toMatchObject({ status: 201 });
    clock.advance(300_000);
    expect(await ask(byPassword(USER), SCOPE)).toMatchObject({ status: 201 });
  });

  test("with a one-time code, which is not checked, of the same user", async () => {
    const { ask } = createIam();
    const of = (id: string) => ({
      ...byPassword(USER),
      methods: ["password", "totp"],
      totp: { user: { id, passcode: "000000" } },
    });
    expect(await ask(of(USER.id), SCOPE)).toMatchObject({
      status: 201,
      body: { token: { methods: ["password", "totp"] } },
    });
    expect(await ask(of("another"), SCOPE)).toMatchObject({ status: 401 });
  });
});

describe("by an access key", () => {
  test("a token for a project of the key", async () => {
    const { ask, listBalancers } = createIam();
    const { status, body, headers } = await ask(byKey(), SCOPE);
    expect({ status, methods: body.token.methods }).toEqual({ status: 201, methods: ["hw_ak_sk"] });
    const token = { "X-Auth-Token": headers.get("X-Subject-Token") ?? "" };
    expect(await listBalancers(token)).toMatchObject({ status: 200 });
  });

  test.each([
    ["another secret", byKey(KEY.ak, "wrong")],
    ["an unknown key", byKey("NOBODY")],
  ])("%s", async (_, identity) => {
    const { ask } = createIam();
    expect(await ask(identity, SCOPE)).toMatchObject({ status: 401, body: { error: WRONG } });
  });

  test("wrong secrets count as wrong signatures do", async () => {
    const { ask, send } = createIam();
    for (let failure = 0; failure < 6; failure++) await ask(byKey(KEY.ak, "wrong"), SCOPE);
    const address = `http://elb.test/v1.0/${PROJECT}/elbaas/loadbalancers`;
    const answer = await send(signedRequest("GET", address, { ...KEY, date: "20260115T103000Z" }));
    expect(answer.body.error_msg).toMatch(/AK access failed to reach the limit,forbidden$/);
  });

  test("a project that the key does not open", async () => {
    const { ask } = createIam();
    expect(await ask(byKey(), { project: { id: SECOND_PROJECT } })).toMatchObject({
      status: 403,
      code: "IAM.0002",
    });
  });
});

test("what the methods do not name does not count", async () => {
  const { ask } = createIam();
  const identity = { ...byKey(), password: 5, token: { id: 5 }, assume_role: null, totp: [] };
  expect(await ask(identity, SCOPE)).toMatchObject({ status: 201 });
});

describe("by an agency", () => {
  const agency = (name: object) => ({ methods: ["assume_role"], assume_role: name });
  const AGENCY = agency({ agency_name: "IAMAgency", domain_name: DOMAIN.name });
  const SECOND = { project: { name: "sa-brazil-1_second" } };

  test.each([
    ["account by name", AGENCY],
    ["account by id", agency({ agency_name: "IAMAgency", domain_id: DOMAIN.id })],
    [
      "the older name that public clients send",
      agency({ xrole_name: "IAMAgency", domain_name: DOMAIN.name }),
    ],
  ])("with the caller's own token, %s", async (_, identity) => {
    const { ask, logIn, listBalancers } = createIam();
    const { status, body, headers } = await ask(identity, SECOND, { "X-Auth-Token": await logIn() });
    expect(status).toBe(201);
    expect(body.token.user.name).toBe("IAMDomain/IAMAgency");
    const token = { "X-Auth-Token": headers.get("X-Subject-Token") ?? "" };
    expect(await listBalancers(token, SECOND_PROJECT)).toMatchObject({ status: 200 });
  });

  test("a signature will do in the place of a token", async () => {
    const { send } = createIam();
    const body = JSON.stringify({ auth: { identity: AGENCY, scope: SECOND } });
    const address = "http://elb.test/v3/auth/tokens";
    const request = signedRequest("POST", address, { ...KEY, date: "20260115T103000Z", body });
    expect(await send(request)).toMatchObject({ status: 201 });
  });

  test.each<[string, object, object, number, string]>([
    ["no token", AGENCY, {}, 401, "IAM.0001"],
    ["a token that was never issued", AGENCY, { "X-Auth-Token": "MIIx" }, 401, "IAM.0067"],
    [
      "an agency that nobody has",
      agency({ agency_name: "No", domain_name: DOMAIN.name }),
      {},
      404,
      "IAM.0004",
    ],
    ["another account", agency({ agency_name: "IAMAgency", domain_name: "Other" }), {}, 404, "IAM.0004"],
  ])("%s", async (_, identity, headers, status, code) => {
    const { ask, logIn } = createIam();
    const sent = status === 404 ? { "X-Auth-Token": await logIn() } : { ...headers };
    expect(await ask(identity, SECOND, sent)).toMatchObject({ status, code });
  });

  test("a project that the agency does not open", async () => {
    const { ask, logIn } = createIam();
    const token = { "X-Auth-Token": await logIn() };
    expect(await ask(AGENCY, { project: { id: PROJECT } }, token)).toMatchObject({ status: 403 });
  });
});

describe("by another token", () => {
  const byToken = (id: string) => ({ methods: ["token"], token: { id } });

  test("for another project", async () => {
    const { ask, logIn, listBalancers } = createIam();
    const { status, headers } = await ask(byToken(await logIn()), { project: { id: SECOND_PROJECT } });
    expect(status).toBe(201);
    const token = { "X-Auth-Token": headers.get("X-Subject-Token") ?? "" };
    expect(await listBalancers(token, SECOND_PROJECT)).toMatchObject({ status: 200 });
    expect(await listBalancers(token)).toMatchObject({ code: "ELB.9808" });
  });

  test("one that has run out, and one that was never issued", async () => {
    const { ask, logIn, clock } = createIam();
    const token = await logIn();
    clock.advance(DAY);
    expect(await ask(byToken(token), SCOPE)).toMatchObject({ status: 401, code: "IAM.0066" });
    expect(await ask(byToken("MIIx"), SCOPE)).toMatchObject({ status: 401, code: "IAM.0067" });
  });

  test("a token of an old session in the header does not keep anybody from logging in", async () => {
    const { ask } = createIam();
    expect(await ask(byPassword(USER), SCOPE, { "X-Auth-Token": "old" })).toMatchObject({ status: 201 });
  });
});

describe("for", () => {
  test.each<[string, object, object]>([
    ["a project by name", { project: { name: "sa-brazil-1" } }, { project: { id: PROJECT } }],
    ["a project by id", { project: { id: SECOND_PROJECT } }, { project: { name: "sa-brazil-1_second" } }],
    [
      "a project by name, as Keystone's clients name it",
      { project: { name: "sa-brazil-1", domain: { name: DOMAIN.name } } },
      { project: { id: PROJECT } },
    ],
    [
      "a project, where the account is given too",
      { domain: { name: DOMAIN.name }, ...SCOPE },
      { project: { id: PROJECT } },
    ],
    ["the account by name", { domain: { name: DOMAIN.name } }, { domain: DOMAIN }],
    ["the account by id", { domain: { id: DOMAIN.id } }, { domain: DOMAIN }],
  ])("%s", async (_, scope, expected) => {
    const { ask } = createIam();
    const { status, body } = await ask(byPassword(USER), scope);
    expect(status).toBe(201);
    expect(body.token).toMatchObject(expected);
    expect("project" in body.token && "domain" in body.token).toBe(false);
  });

  test("nothing in particular, which is of no use to the load balancers", async () => {
    const { ask, listBalancers } = createIam();
    const { status, body, headers } = await ask(byPassword(USER));
    expect(status).toBe(201);
    expect(Object.keys(body.token)).not.toContain("domain");
    const token = { "X-Auth-Token": headers.get("X-Subject-Token") ?? "" };
    expect(await listBalancers(token)).toMatchObject({ status: 400, code: "ELB.9808" });
  });

  test.each<[string, object, number, object]>([
    [
      "a project that does not exist",
      { project: { name: "cn-north-9" } },
      404,
      { error_code: "IAM.0004", error_msg: "Could not find project: cn-north-9." },
    ],
    [
      "an account that does not exist",
      { domain: { id: "other" } },
      404,
      { error_code: "IAM.0004", error_msg: "Could not find domain: other." },
    ],
  ])("%s", async (_, scope, status, body) => {
    const { ask } = createIam();
    const answer = await ask(byPassword(USER), scope);
    expect({ status: answer.status, body: answer.body }).toEqual({ status, body });
  });

  test("a project that the user may not work in", async () => {
    const { ask } = createIam();
    expect(await ask(byPassword(LIMITED_USER), SCOPE)).toMatchObject({ status: 403, code: "IAM.0002" });
  });
});

describe("a payload that is not as described", () => {
  const user = { name: USER.name, password: PASSWORD };
  test.each<[unknown, string]>([
    ["{", "The payload is not JSON."],
    ["", "The payload is not JSON."],
    ["null", "The payload is no object."],
    ["[]", "The payload is no object."],
    [{}, "auth is missing"],
    [{ auth: {} }, "auth.identity is missing"],
    [{ auth: { identity: { methods: [] } } }, "auth.identity.methods"],
    [{ auth: { identity: { methods: ["sms"] } } }, "auth.identity.methods[0]"],
    [
      { auth: { identity: { methods: ["password"], password: { user } } } },
      "auth.identity.password.user.domain is missing",
    ],
    [{ auth: { identity: byPassword(USER), scope: { project: {} } } }, "auth.scope.project"],
    [{ auth: { identity: byPassword(USER), scope: { project: { id: 5 } } } }, "auth.scope.project."],
    [{ auth: { identity: byPassword(USER), scope: null } }, "auth.scope is missing or not as described."],
    [{ auth: { identity: { methods: ["assume_role"], assume_role: {} } } }, "auth.identity.assume_role"],
    [
      { auth: { identity: { methods: ["password"], password: { user: { __proto__: 1, id: 5 } } } } },
      "auth.identity.password.user",
    ],
  ])("%j", async (payload, reason) => {
    const { call } = createIam();
    const answer = await call("POST", "/v3/auth/tokens", {}, payload);
    expect({ status: answer.status, body: answer.body }).toEqual({
      status: 400,
      body: { error: { code: 400, message: "The request body is invalid", title: "Bad Request" } },
    });
    expect(answer.reason).toContain(reason);
    expect(answer.reason).not.toContain(PASSWORD);
  });
});

test("tokens that ran out long ago are forgotten, so that they do not pile up", async () => {
  const { ask, logIn, clock, listBalancers } = createIam();
  const token = { "X-Auth-Token": await logIn() };
  clock.advance(DAY);
  const expired = await listBalancers(token);
  expect(expired).toMatchObject({ status: 401, code: "APIGW.0301" });
  expect(expired.body.error_msg).toBe(
    "Incorrect IAM authentication information: token expires, expires_at: 2026-01-16T10:30:00.000000Z",
  );
  clock.advance(DAY + 1);
  await ask(byPassword(USER), SCOPE);
  expect((await listBalancers(token)).body.error_msg).toMatch(/decrypt token fail$/);
});

test("a token lives for a day, to the millisecond", async () => {
  const { logIn, clock, listBalancers } = createIam();
  const token = { "X-Auth-Token": await logIn() };
  clock.advance(DAY - 1);
  expect(await listBalancers(token)).toMatchObject({ status: 200 });
  clock.advance(1);
  expect(await listBalancers(token)).toMatchObject({ status: 401 });
});

describe("where authentication is off", () => {
  const seed = { projects: {} };

  test("whoever asks gets a token, for a project that comes into being", async () => {
    const { ask, call } = createIam({ auth: "off", seed });
    const { status, body } = await ask(byPassword({ name: "anybody", password: "anything" }), SCOPE);
    expect(status).toBe(201);
    const { id } = body.token.project;
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect((await call("GET", "/v3/projects?name=sa-brazil-1")).body.projects).toMatchObject([{ id }]);
    expect(await ask(byKey(), SCOPE)).toMatchObject({ status: 201, body: { token: { project: { id } } } });
  });

  test("a project is found by a name that nobody has spoken of", async () => {
    const { call } = createIam({ auth: "off", seed });
    expect((await call("GET", "/v3/projects?name=ap-southeast-1")).body.projects).toHaveLength(1);
  });

  test("an id that is no text makes no project", async () => {
    const { ask } = createIam({ auth: "off", seed });
    const { body } = await ask(byKey(), { project: { name: "sa-brazil-1", id: null } });
    expect(body.token.project).toMatchObject({ name: "sa-brazil-1", id: expect.any(String) });
  });

  test("what is not as described is refused all the same", async () => {
    const { call } = createIam({ auth: "off", seed });
    expect(await call("POST", "/v3/auth/tokens", {}, {})).toMatchObject({ status: 400 });
  });
});
