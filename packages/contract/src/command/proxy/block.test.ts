import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { calls, startProxy, startService } from "./testing/proxy.ts";

const { listPath, memberPath, members, list } = calls;
interface Refused {
  error_code: string;
  findings: { code: string }[];
}

const JSON_HEADERS = { "Content-Type": "application/json", "X-Auth-Token": "any" };

async function startBlocking(answer: string, args: string[] = []) {
  const received: string[] = [];
  const service = await startService(async (incoming, outgoing) => {
    received.push(await text(incoming));
    outgoing.writeHead(200, { "Content-Type": "application/json" }).end(answer);
  });
  const proxy = await startProxy(service.url, ["--mode", "block", ...args]);
  const send = (path: string, body?: string) =>
    fetch(proxy.url + path, {
      method: body === undefined ? "GET" : "POST",
      headers: JSON_HEADERS,
      body: body ?? null,
    });
  return { received, proxy, send };
}

test("a bad request does not reach the service", async () => {
  const { received, proxy, send } = await startBlocking(list);
  const response = await send(memberPath, '[{"server_id":"x","address":7}]');
  expect([response.status, response.headers.get("X-Elb-Contract")]).toEqual([400, "refused"]);
  const { error_code, findings } = (await response.json()) as Refused;
  expect(error_code).toBe("APIGW.0201");
  expect(findings.map(({ code }) => code)).toContain("request.body.type");
  expect(received).toEqual([]);
  expect(await proxy.stop()).toBe(1);
});

test("a bad answer is replaced", async () => {
  const { received, proxy, send } = await startBlocking('{"loadbalancers":[7],"instance_num":"1"}');
  const response = await send(listPath);
  expect(response.status).toBe(502);
  const { findings } = (await response.json()) as Refused;
  expect(findings.map(({ code }) => code)).toEqual(["response.body.type"]);
  expect(received).toEqual([""]);
  expect(await proxy.stop()).toBe(1);
  expect(proxy.stderr).toContain("in place of the service's 200");
});

test("what keeps the contract passes, warnings too", async () => {
  const { received, send } = await startBlocking(calls.launched);
  const response = await send(`${memberPath}?colour=red`, members);
  expect(response.status).toBe(200);
  expect(response.headers.get("X-Elb-Contract")).toMatch(/^warning;findings=1;/);
  expect(await response.text()).toBe(calls.launched);
  expect(received).toEqual([members]);
});

test("calls of other APIs pass", async () => {
  const { send } = await startBlocking("no JSON");
  expect(await (await send("/v3/auth/tokens", "no JSON")).text()).toBe("no JSON");
});

test("what is longer than can be held passes whole", async () => {
  const long = `["${"x".repeat(500_000)}"]`;
  const { received, send } = await startBlocking(long, ["--max-body", "1000"]);
  const response = await send(memberPath, long);
  expect(response.headers.get("X-Elb-Contract")).toBe('note;findings=1;codes="request.body.size"');
  expect(await response.text()).toBe(long);
  expect(received).toEqual([long]);
});
