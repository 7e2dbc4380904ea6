import { expect, test } from "vitest";
import { createApi, PROJECT, PUBLIC } from "../../testing/api.ts";

async function page(options = {}, path = "/_emulator/") {
  const api = createApi({ administration: true, ...options });
  const load = async () => {
    const response = await api.emulator.fetch(new Request(`http://elb.test${path}`));
    return { response, text: await response.text() };
  };
  return { ...api, load };
}

test("the page shows resources, jobs, the clock, faults and the last requests", async () => {
  const { call, load } = await page({ faults: [{ latencyMs: 40 }] });
  const { body } = await call("PUT", `/elbaas/loadbalancers/${PUBLIC}`, { name: "renamed" });
  const { text } = await load();
  for (const part of [
    PROJECT,
    PUBLIC,
    "192.144.62.114",
    body.job_id,
    "updateELB",
    "INIT",
    "2026-01-15T10:30:00.040Z",
  ])
    expect(text).toContain(part);
  expect(text).toContain("{&quot;latencyMs&quot;:40}");
  expect(text).toContain("updateLoadBalancer");
  expect(text).toContain("40 ms late");
});

test("it loads nothing, runs nothing and cannot be framed", async () => {
  const { load } = await page();
  const { response, text } = await load();
  const policy = response.headers.get("Content-Security-Policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe");
  expect(text).not.toContain("<script");
  expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  const nonce = /<style nonce="(\w+)">/.exec(text)?.[1];
  expect(policy).toContain(`style-src 'nonce-${nonce}'`);
  expect((await load()).text).not.toContain(nonce);
  expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
  expect(response.headers.get("Cache-Control")).toBe("no-store");
});

test("what comes from requests is shown as text", async () => {
  const { call, load, emulator } = await page();
  const script = "<script>alert(1)</script>";
  const listener = { name: `a"'&${script}`, protocol: "TCP", backend_protocol: "TCP" };
  await call("PUT", `/elbaas/loadbalancers/${PUBLIC}`, { description: script });
  await call("POST", "/elbaas/listeners", { ...listener, loadbalancer_id: PUBLIC, port: 1, backend_port: 1 });
  await emulator.fetch(new Request(`http://elb.test/${encodeURIComponent(script)}/'"<b>`));
  const { text } = await load();
  expect(text).not.toContain("<script");
  expect(text).not.toContain("<b>");
});

test("it refreshes itself only on request", async () => {
  expect((await (await page()).load()).text).not.toContain("http-equiv");
  const { text } = await (await page({}, "/_emulator/?refresh")).load();
  expect(text).toContain('<meta http-equiv="refresh" content="2">');
});

test("the folder's name leads to it", async () => {
  const { load } = await page({}, "/_emulator");
  const { response } = await load();
  expect({ status: response.status, to: response.headers.get("Location") }).toEqual({
    status: 301,
    to: "/_emulator/",
  });
});

test("an emulator without anything has a page, too", async () => {
  const { load } = await page({ seed: { projects: {} } });
  expect((await load()).text).toContain("None so far");
});
