import { expect, test } from "vitest";
import { PROJECT } from "../testing/api.ts";
import { createIam, DOMAIN, KEY, LIMITED_USER, SECOND_PROJECT } from "../testing/iam.ts";
import { signedRequest } from "../testing/sign.ts";

const ids = (answer: { body: { projects: { id: string }[] } }) => answer.body.projects.map(({ id }) => id);

test("a project by the name of its region, as documented", async () => {
  const { call, logIn } = createIam();
  const { status, body, headers } = await call("GET", "/v3/projects?name=sa-brazil-1", {
    "X-Auth-Token": await logIn(),
  });
  expect(status).toBe(200);
  const self = `http://elb.test:8080/v3/projects`;
  expect(body).toEqual({
    projects: [
      {
        id: PROJECT,
        name: "sa-brazil-1",
        description: "",
        domain_id: DOMAIN.id,
        parent_id: DOMAIN.id,
        enabled: true,
        is_domain: false,
        links: { self: `${self}/${PROJECT}`, next: null, previous: null },
      },
    ],
    links: { self, next: null, previous: null },
  });
  expect(headers.get("X-IAM-Trace-Id")).toMatch(/^[0-9a-f]{32}$/);
});

test.each<[string, readonly string[]]>([
  ["", [PROJECT, SECOND_PROJECT]],
  ["?name=nowhere", []],
  [`?domain_id=${DOMAIN.id}`, [PROJECT, SECOND_PROJECT]],
  ["?domain_id=other", []],
  [`?parent_id=${DOMAIN.id}`, [PROJECT]],
  [`?parent_id=${PROJECT}`, [SECOND_PROJECT]],
  ["?enabled=false", []],
  ["?enabled=true", [PROJECT, SECOND_PROJECT]],
  ["?page=2&per_page=1", [SECOND_PROJECT]],
  ["?page=3&per_page=1", []],
  ["?anything=else", [PROJECT, SECOND_PROJECT]],
])("the filters %j", async (query, expected) => {
  const { call, logIn } = createIam();
  const answer = await call("GET", `/v3/projects${query}`, { "X-Auth-Token": await logIn() });
  expect(ids(answer)).toEqual(expected);
});

test.each([
  "?page=1",
  "?per_page=1",
  "?page=0&per_page=1",
  "?page=1&per_page=5001",
  "?page=x&per_page=1",
  "?enabled=2",
])("the query %j is not as described", async (query) => {
  const { call, logIn } = createIam();
  const headers = { "X-Auth-Token": await logIn() };
  expect(await call("GET", `/v3/projects${query}`, headers)).toMatchObject({ status: 400, code: 400 });
});

test("a signature will do, and whatever X-Project-Id says then", async () => {
  const { send } = createIam();
  const address = "http://elb.test/v3/projects?name=sa-brazil-1";
  const headers = { "x-project-id": "any" };
  const answer = await send(signedRequest("GET", address, { ...KEY, date: "20260115T103000Z", headers }));
  expect(answer.status).toBe(200);
  expect(ids(answer)).toEqual([PROJECT]);
});

test("a wrong signature is the gateway's to refuse", async () => {
  const { send } = createIam();
  const address = "http://elb.test/v3/projects";
  const answer = await send(signedRequest("GET", address, { ...KEY, sk: "wrong", date: "20260115T103000Z" }));
  expect(answer).toMatchObject({ status: 401, code: "APIGW.0301" });
  expect(answer.body.error_msg).toContain("canonicalRequest:GET|/v3/projects/||");
});

test.each(["/v3/projects", "/v3/auth/projects"])("%s shows what the caller may work in", async (path) => {
  const { call, logIn } = createIam();
  const token = await logIn(LIMITED_USER, SECOND_PROJECT);
  expect(ids(await call("GET", path, { "X-Auth-Token": token }))).toEqual([SECOND_PROJECT]);
});

test("the account of the caller", async () => {
  const { call, logIn } = createIam();
  const { status, body } = await call("GET", "/v3/auth/domains?name=ignored", {
    "X-Auth-Token": await logIn(),
  });
  expect(status).toBe(200);
  expect(body.domains).toMatchObject([{ ...DOMAIN, enabled: true }]);
});

test.each(["/v3/projects", "/v3/auth/projects", "/v3/auth/domains"])("%s needs credentials", async (path) => {
  const { call } = createIam();
  expect(await call("GET", path)).toMatchObject({ status: 401, code: "IAM.0001" });
});

test("projects without names are named after a region, so that their names differ", async () => {
  const seed = { projects: { [PROJECT]: { accessKeys: [KEY] }, [SECOND_PROJECT]: { accessKeys: [KEY] } } };
  const { send } = createIam({ seed });
  const answer = await send(
    signedRequest("GET", "http://elb.test/v3/projects", { ...KEY, date: "20260115T103000Z" }),
  );
  expect(answer.body.projects).toMatchObject([
    { id: PROJECT, name: "cn-north-1" },
    { id: SECOND_PROJECT, name: `cn-north-1_${SECOND_PROJECT}` },
  ]);
});
