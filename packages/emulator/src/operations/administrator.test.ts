import { expect, test } from "vitest";
import { LISTENER, PROJECT } from "../testing/api.ts";
import { ACCOUNT, ADMINISTRATOR, createIam } from "../testing/iam.ts";
import { signedRequest } from "../testing/sign.ts";

const PATH = `/v1.0/${PROJECT}/elbaas/listeners/${LISTENER}/members`;
const project = ACCOUNT.projects[PROJECT];
const members = [{ listener_id: LISTENER, server_address: "172.16.0.31" }];
const seed = { ...ACCOUNT, projects: { ...ACCOUNT.projects, [PROJECT]: { ...project, members } } };

test("ordinary users see the members of a listener", async () => {
  const { call, logIn } = createIam({ seed });
  expect((await call("GET", PATH, { "X-Auth-Token": await logIn() })).body).toMatchObject([
    { server_address: "172.16.0.31" },
  ]);
});

test.each([
  ["observed", {}],
  ["documented", []],
] as const)("an administrator of the cloud sees an empty list, as %s", async (quirks, empty) => {
  const { call, logIn } = createIam({ seed, quirks });
  const { status, body } = await call("GET", PATH, { "X-Auth-Token": await logIn(ADMINISTRATOR) });
  expect({ status, body }).toEqual({ status: 200, body: empty });
});

test("so it is with a token that an administrator's token was exchanged for, and with temporary keys", async () => {
  const { call, logIn, send } = createIam({ seed });
  const id = await logIn(ADMINISTRATOR);
  const identity = { methods: ["token"], token: { id } };
  const scope = { project: { id: PROJECT } };
  const { headers } = await call("POST", "/v3/auth/tokens", {}, { auth: { identity, scope } });
  const token = { "X-Auth-Token": headers.get("X-Subject-Token") ?? "" };
  expect((await call("GET", PATH, token)).body).toEqual({});
  const { body } = await call("POST", "/v3.0/OS-CREDENTIAL/securitytokens", {}, { auth: { identity } });
  const { access: ak, secret: sk, securitytoken } = body.credential;
  const signing = { ak, sk, date: "20260115T103000Z", headers: { "x-security-token": securitytoken } };
  const signed = await send(signedRequest("GET", `http://elb.test${PATH}`, signing));
  expect({ status: signed.status, body: signed.body }).toEqual({ status: 200, body: {} });
});

test("a listener that does not exist is refused to administrators too", async () => {
  const { call, logIn } = createIam({ seed });
  const path = PATH.replace(LISTENER, "x");
  expect(await call("GET", path, { "X-Auth-Token": await logIn(ADMINISTRATOR) })).toMatchObject({
    status: 400,
    code: "ELB.2010",
  });
});
