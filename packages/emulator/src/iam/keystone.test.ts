import { expect, test } from "vitest";
import { PROJECT } from "../testing/api.ts";
import { byPassword, createIam, DOMAIN, KEY, LIMITED_USER, SECOND_PROJECT, USER } from "../testing/iam.ts";
import { signedRequest } from "../testing/sign.ts";

const ORIGIN = "http://elb.test:8080";
type Service = { type: string; endpoints: { region: string; url: string; interface: string }[] };
const urls = (catalog: Service[]) =>
  Object.fromEntries(
    catalog.map(({ type, endpoints }) => [type, endpoints.map(({ region, url }) => `${region} ${url}`)]),
  );

const OF_PROJECT = {
  elb: [`sa-brazil-1 ${ORIGIN}/v1.0`],
  elbv1: [`sa-brazil-1 ${ORIGIN}/v1.0/${PROJECT}`],
  network: [`sa-brazil-1 ${ORIGIN}`],
  compute: [`sa-brazil-1 ${ORIGIN}/v2/${PROJECT}`],
  identity: [`sa-brazil-1 ${ORIGIN}/v3`],
  iam: [`* ${ORIGIN}/v3.0`],
};

test("the catalog of a token for a project leads to the origin that the request was sent to", async () => {
  const { ask } = createIam();
  const { body } = await ask(byPassword(USER), { project: { id: PROJECT } });
  expect(urls(body.token.catalog)).toEqual(OF_PROJECT);
  for (const { endpoints } of body.token.catalog)
    expect(endpoints[0]).toMatchObject({ interface: "public", region_id: endpoints[0].region });
});

test("the endpoints in it answer", async () => {
  const { ask, call } = createIam();
  const { body, headers } = await ask(byPassword(USER), { project: { id: PROJECT } });
  const token = { "X-Auth-Token": headers.get("X-Subject-Token") ?? "" };
  const { elbv1, network, compute } = Object.fromEntries(
    body.token.catalog.map(({ type, endpoints }: Service) => [type, endpoints[0]?.url.slice(ORIGIN.length)]),
  );
  // What public clients make of them.
  const bases = [elbv1, `${network}/v1.0/${PROJECT}`, compute.replace("/v2/", "/v1.0/")];
  for (const base of bases)
    expect(await call("GET", `${base}/elbaas/loadbalancers`, token)).toMatchObject({ status: 200 });
});

test("the project of a sub-project is in the region of the project above it", async () => {
  const { ask } = createIam();
  const { body } = await ask(byPassword(USER), { project: { id: SECOND_PROJECT } });
  expect(urls(body.token.catalog).elbv1).toEqual([`sa-brazil-1 ${ORIGIN}/v1.0/${SECOND_PROJECT}`]);
});

test("the catalog of a token for the account has the services of the account", async () => {
  const { ask } = createIam();
  const { body } = await ask(byPassword(USER), { domain: { name: DOMAIN.name } });
  expect(urls(body.token.catalog)).toEqual({ iam: [`* ${ORIGIN}/v3.0`] });
});

test("the catalog, for a token and for signatures", async () => {
  const { call, logIn, send } = createIam();
  const { body } = await call("GET", "/v3/auth/catalog", { "X-Auth-Token": await logIn() });
  expect(urls(body.catalog)).toEqual(OF_PROJECT);
  const signed = async (headers: Record<string, string>) => {
    const address = `${ORIGIN}/v3/auth/catalog`;
    const signing = { ...KEY, date: "20260115T103000Z", headers };
    return urls((await send(signedRequest("GET", address, signing))).body.catalog);
  };
  expect(await signed({ "x-project-id": PROJECT })).toEqual(OF_PROJECT);
  expect(await signed({})).toEqual(OF_PROJECT);
  expect(Object.keys(await signed({ "x-project-id": SECOND_PROJECT }))).toEqual(["iam"]);
});

test("services and endpoints belong together", async () => {
  const { call, logIn } = createIam();
  const token = { "X-Auth-Token": await logIn() };
  const { services } = (await call("GET", "/v3/services", token)).body;
  const { endpoints } = (await call("GET", "/v3/endpoints", token)).body;
  expect(services.map(({ type }: Service) => type)).toEqual(Object.keys(OF_PROJECT));
  const elb = services.find(({ type }: Service) => type === "elbv1");
  expect(endpoints.filter((each: { service_id: string }) => each.service_id === elb.id)).toMatchObject([
    { region: "sa-brazil-1", interface: "public", url: `${ORIGIN}/v1.0/$(tenant_id)s` },
  ]);
  expect(new Set(endpoints.map(({ id }: { id: string }) => id)).size).toBe(endpoints.length);
});

test.each(["/v3", "/v3/"])("%s tells that Keystone is here, to anybody", async (path) => {
  const { call } = createIam();
  expect(await call("GET", path)).toMatchObject({
    status: 200,
    body: { version: { status: "stable", links: [{ rel: "self", href: `${ORIGIN}/v3/` }] } },
  });
});

test.each(["/v3/auth/catalog", "/v3/services", "/v3/endpoints"])("%s needs credentials", async (path) => {
  const { call } = createIam();
  expect(await call("GET", path)).toMatchObject({ status: 401, code: "IAM.0001" });
});

test.each([
  ["GET", "/v3/users"],
  ["DELETE", "/v3/auth/tokens"],
  ["POST", "/v3"],
  ["POST", "/v3/projects"],
  ["GET", "/v3/auth/tokens/"],
  ["GET", "/v3/constructor"],
])("%s %s is nothing of IAM's", async (method, path) => {
  const { call } = createIam();
  expect(await call(method, path)).toMatchObject({ status: 404, code: "APIGW.0101" });
});

test("a region that does not offer the load balancers has IAM all the same", async () => {
  const { ask, listBalancers } = createIam({ unavailable: true });
  const { headers } = await ask(byPassword(LIMITED_USER));
  const token = { "X-Auth-Token": headers.get("X-Subject-Token") ?? "" };
  expect(token["X-Auth-Token"]).not.toBe("");
  expect(await listBalancers(token)).toMatchObject({ status: 404, code: "APIGW.0101" });
});
