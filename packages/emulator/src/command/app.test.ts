import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "./app.ts";

const fetchApi = async (request: Request) => new Response(`API ${new URL(request.url).pathname}`);

describe("with documentation", () => {
  const parent = mkdtempSync(join(tmpdir(), "elb-docs-"));
  const docs = join(parent, "docs");

  beforeAll(() => {
    mkdirSync(join(docs, "zh-CN"), { recursive: true });
    writeFileSync(join(parent, "secret.txt"), "secret");
    for (const name of [
      "index.html",
      "zh-CN/index.html",
      "style.css",
      "app.js",
      "elb.json",
      "图.svg",
      "a b.txt",
      "page.md",
    ])
      writeFileSync(join(docs, name), name);
  });
  afterAll(() => rmSync(parent, { recursive: true }));

  const get = async (path: string) => {
    const response = await createApp(fetchApi, docs).fetch(new Request(`http://elb.test${path}`));
    const { status, headers } = response;
    return {
      status,
      type: headers.get("Content-Type"),
      location: headers.get("Location"),
      text: await response.text(),
    };
  };

  test.each([
    ["/_docs/", "text/html; charset=utf-8", "index.html"],
    ["/_docs/index.html", "text/html; charset=utf-8", "index.html"],
    ["/_docs/zh-CN/", "text/html; charset=utf-8", "zh-CN/index.html"],
    ["/_docs/style.css", "text/css; charset=utf-8", "style.css"],
    ["/_docs/app.js", "text/javascript; charset=utf-8", "app.js"],
    ["/_docs/elb.json", "application/json", "elb.json"],
    [`/_docs/${encodeURIComponent("图")}.svg`, "image/svg+xml; charset=utf-8", "图.svg"],
    ["/_docs/a%20b.txt", "text/plain; charset=utf-8", "a b.txt"],
    ["/_docs/page.md", "text/markdown; charset=utf-8", "page.md"],
    ["/_docs/style.css?v=1", "text/css; charset=utf-8", "style.css"],
  ])("%s is served", async (path, type, text) => {
    expect(await get(path)).toMatchObject({ status: 200, type, text });
  });

  test.each(["/_docs", "/_docs/zh-CN"])("%s leads to the folder", async (path) => {
    expect(await get(path)).toMatchObject({ status: 301, location: `${path}/` });
  });

  test.each([
    "/_docs/missing.html",
    "/_docs/missing.md",
    "/_docs/..%2fsecret.txt",
    "/_docs/%2e%2e%2fsecret.txt",
    "/_docs/zh-CN/..%2f..%2fsecret.txt",
    "/_docs/..%5csecret.txt",
    "/_docs//etc/passwd",
    "/_docs/%00",
    "/_docs/%ff",
  ])("%s is not there", async (path) => {
    expect(await get(path)).toMatchObject({ status: 404 });
  });

  test("what is not there is answered with the documentation's page for that, if it has one", async () => {
    writeFileSync(join(docs, "404.html"), "404.html");
    expect(await get("/_docs/zh-CN/missing/")).toMatchObject({
      status: 404,
      type: "text/html; charset=utf-8",
      text: "404.html",
    });
    rmSync(join(docs, "404.html"));
  });

  test.each(["/", "/v1.0/p/jobs/1", "/docs/"])("%s belongs to the API", async (path) => {
    expect(await get(path)).toMatchObject({ status: 200, text: `API ${path}` });
  });
});

test.each(["/_docs/", "/_docs", "/_emulators", "/_"])(
  "without documentation there is nothing at %s",
  async (path) => {
    const response = await createApp(fetchApi, undefined).fetch(new Request(`http://elb.test${path}`));
    expect(response.status).toBe(404);
  },
);

describe("the administration", () => {
  const get = (path: string, peer?: string, checkPeer?: () => void) => {
    const env = peer === undefined ? {} : { incoming: { socket: { remoteAddress: peer } } };
    const app = createApp(fetchApi, undefined, checkPeer);
    return app.fetch(new Request(`http://localhost${path}`), env);
  };

  test.each(["/_emulator", "/_emulator/", "/_emulator/state", "/x/../_emulator/state"])(
    "%s is left to the emulator for this machine, and refused to others",
    async (path) => {
      expect(await (await get(path, "127.0.0.1")).text()).toBe(`API ${path.replace("/x/..", "")}`);
      for (const peer of ["192.0.2.7", undefined]) {
        const refused = await get(path, peer);
        expect(refused.status).toBe(403);
        expect(refused.headers.get("X-Emulator-Reason")).toContain("--administration-anywhere");
        expect(await refused.json()).toMatchObject({ error_code: "APIGW.0402" });
      }
    },
  );

  test("is left to the emulator for everybody on request", async () => {
    expect((await get("/_emulator/state", "192.0.2.7", () => undefined)).status).toBe(200);
  });
});
