import { expect, test } from "vitest";
import { PROJECT } from "../testing/api.ts";
import {
  ADMINISTRATOR,
  byPassword,
  createIam,
  DAY,
  LIMITED_USER,
  SECOND_PROJECT,
  USER,
} from "../testing/iam.ts";

const PATH = "/v3/auth/tokens";

test("a token is looked at by its owner, with the same body and header as when it was issued", async () => {
  const { ask, call } = createIam();
  const issued = await ask(byPassword(USER), { project: { id: PROJECT } });
  const token = issued.headers.get("X-Subject-Token") ?? "";
  const { status, body, headers } = await call("GET", PATH, {
    "X-Auth-Token": token,
    "X-Subject-Token": token,
  });
  expect(status).toBe(200);
  expect(body).toEqual(issued.body);
  expect(headers.get("X-Subject-Token")).toBe(token);
});

test.each(["?nocatalog=true", "?nocatalog=0"])("%s leaves the catalog empty", async (query) => {
  const { ask, call, logIn } = createIam();
  const created = await ask(byPassword(USER), { project: { id: PROJECT } }, {}, query);
  expect(created.body.token.catalog).toEqual([]);
  const token = await logIn();
  const answer = await call("GET", PATH + query, { "X-Auth-Token": token, "X-Subject-Token": token });
  expect(answer.body.token.catalog).toEqual([]);
});

test("an empty nocatalog does not", async () => {
  const { ask } = createIam();
  const { body } = await ask(byPassword(USER), { project: { id: PROJECT } }, {}, "?nocatalog=");
  expect(body.token.catalog).not.toEqual([]);
});

test("a token of a seed is valid for another day, whenever that is asked", async () => {
  const { call, clock } = createIam({ seed: { projects: { [PROJECT]: { tokens: ["fake-token"] } } } });
  clock.advance(10 * DAY);
  const headers = { "X-Auth-Token": "fake-token", "X-Subject-Token": "fake-token" };
  expect((await call("GET", PATH, headers)).body.token).toMatchObject({
    project: { id: PROJECT },
    expires_at: "2026-01-26T10:30:00.000000Z",
  });
});

test("the token of another user is an administrator's to look at", async () => {
  const { call, logIn } = createIam();
  const subject = await logIn();
  const other = await logIn(LIMITED_USER, SECOND_PROJECT);
  expect(await call("GET", PATH, { "X-Auth-Token": other, "X-Subject-Token": subject })).toMatchObject({
    status: 403,
    code: "IAM.0002",
  });
  const administrator = await logIn(ADMINISTRATOR);
  expect(
    await call("GET", PATH, { "X-Auth-Token": administrator, "X-Subject-Token": subject }),
  ).toMatchObject({
    status: 200,
  });
});

test("a subject that is none", async () => {
  const { call, logIn, clock } = createIam();
  const old = await logIn();
  clock.advance(DAY);
  const token = await logIn();
  for (const subject of ["MIIx", old, ""]) {
    const { status, body } = await call("GET", PATH, { "X-Auth-Token": token, "X-Subject-Token": subject });
    const error = { code: 404, message: "X-Subject-Token is invalid in the request", title: "Not Found" };
    expect({ status, body }).toEqual({ status: 404, body: { error } });
  }
});

test("without a token of one's own, with one that is none, and with one that has run out", async () => {
  const { call, logIn, clock } = createIam();
  const token = await logIn();
  expect(await call("GET", PATH, { "X-Subject-Token": token })).toMatchObject({
    status: 401,
    body: {
      error_code: "IAM.0001",
      error_msg: "The request you have made requires authentication.",
    },
  });
  expect(await call("GET", PATH, { "X-Auth-Token": "MIIx" })).toMatchObject({
    status: 401,
    code: "IAM.0067",
  });
  clock.advance(DAY);
  expect(await call("GET", PATH, { "X-Auth-Token": token })).toMatchObject({ status: 401, code: "IAM.0066" });
});
