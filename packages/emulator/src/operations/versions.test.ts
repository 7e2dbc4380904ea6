import { checkResponse } from "@elb-classic/contract";
import { expect, test } from "vitest";
import { createEmulator, type EmulatorOptions } from "../index.ts";
import { PROJECT, takeApart } from "../testing/api.ts";

async function get(path: string, options: EmulatorOptions = { auth: "off" }, token?: string) {
  const emulator = createEmulator(options);
  const headers = token === undefined ? {} : { "X-Auth-Token": token };
  const url = `http://elb.test${path}`;
  const response = await emulator.fetch(new Request(url, { headers }));
  const text = await response.text();
  const { status } = response;
  expect(
    checkResponse({ method: "GET", url, status, headers: response.headers, body: text }).findings,
  ).toEqual([]);
  return { ...takeApart(response, text), projects: Object.keys(emulator.state().projects) };
}

const V1 = { id: "v1.0", status: "CURRENT", version: "", min_version: "", links: [{ rel: "self" }] };

test("the versions are those of the page", async () => {
  expect(await get("/")).toMatchObject({ status: 200, body: { versions: [V1] } });
  expect(await get("/?limit=1")).toMatchObject({ status: 200 });
  expect(await get("/v1.0")).toMatchObject({ status: 200, body: { version: V1 } });
});

test("they are not a project's", async () => {
  expect((await get("/v1.0")).projects).toEqual([]);
});

test.each(["/v1", "/v2.0", "/jobs", "/__proto__", "/%E4%B8%AD"])("%s is no version", async (path) => {
  expect(await get(path)).toMatchObject({ status: 404, code: "APIGW.0101" });
});

test.each(["/", "/v1.0"])("%s needs credentials, of any project", async (path) => {
  const options: EmulatorOptions = { seed: { projects: { [PROJECT]: { tokens: ["fake-token"] } } } };
  expect(await get(path, options)).toMatchObject({ status: 401, code: "APIGW.0301" });
  expect(await get(path, options, "fake-token")).toMatchObject({ status: 200 });
});

test("a region that does not offer the API does not list its versions", async () => {
  expect(await get("/", { unavailable: true })).toMatchObject({ status: 404, code: "APIGW.0101" });
});
