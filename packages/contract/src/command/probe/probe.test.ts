import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readOverlay } from "../overlay.ts";
import { run } from "./index.ts";

interface Seen {
  readonly method: string;
  readonly url: string;
}

const PROJECT = "55300f3c8f764c06b1a32e2302edc305";
const TOKEN = "token-of-somebody";
let server: Server;
let endpoint: string;
let seen: Seen[];
let answer: (url: string) => readonly [status: number, body: unknown];
let folder: string;

const listen: RequestListener = (request, response) => {
  seen.push({ method: request.method!, url: request.url! });
  const [status, body] = answer(request.url!);
  response.writeHead(status, { "Content-Type": "application/json", "X-Request-Id": "r" });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
};

beforeEach(async () => {
  seen = [];
  answer = () => [404, { error_code: "APIGW.0101", error_msg: "no such API", request_id: "r" }];
  folder = mkdtempSync(join(tmpdir(), "probe-"));
  server = createServer(listen).listen(0, "127.0.0.1");
  await once(server, "listening");
  endpoint = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});

afterEach(async () => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

class Text extends Writable {
  text = "";

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk;
    done();
  }
}

async function probe(...args: string[]) {
  const [stdout, stderr] = [new Text(), new Text()];
  const env = { ELB_TOKEN: TOKEN, ELB_PROJECT_ID: PROJECT };
  const io = { stdin: Readable.from([]), stdout, stderr, env, signal: new AbortController().signal };
  const code = await run(["--endpoint", endpoint, ...args], io);
  return { code, out: stdout.text, err: stderr.text };
}

/** A service with one load balancer and nothing else. */
function oneLoadBalancer(url: string): readonly [number, unknown] {
  const balancer = {
    id: "0b07acf06d243925bc24a0ac7445267a",
    name: "shop-of-somebody",
    type: "External",
    status: "ACTIVE",
    admin_state_up: 1,
    vpc_id: "f54a3ffd-7a55-4568-9e3d-f0ff2d46a107",
    vip_address: "192.0.2.77",
    create_time: "2018-05-03 10:11:12",
    update_time: "2018-05-03 10:11:12",
  };
  if (url.includes(`/loadbalancers/${balancer.id}`)) return [200, balancer];
  if (/loadbalancers(\?id=0b07\w+)?$/.test(url))
    return [200, { loadbalancers: [balancer], instance_num: "1" }];
  if (url.includes("loadbalancers?id=")) return [200, { loadbalancers: {}, instance_num: "0" }];
  if (url.endsWith("/listeners")) return [200, [{ id: 7, name: "secret listener of somebody" }]];
  return [404, { error_code: "APIGW.0101", error_msg: `nothing for ${TOKEN}`, request_id: "r" }];
}

test("sends nothing but reads, and no more than the budget allows", async () => {
  answer = oneLoadBalancer;
  await probe("--budget", "4");
  expect(seen).toHaveLength(4);
  await probe();
  expect(new Set(seen.map(({ method }) => method))).toEqual(new Set(["GET"]));
});

test("says for each decision whether it is confirmed, refuted or not seen, and why", async () => {
  answer = oneLoadBalancer;
  const { code, out } = await probe("--format", "json");
  const { rows, differences } = JSON.parse(out);
  const row = (id: string) => rows.find((one: { id: string }) => one.id === id);
  expect(row("D01")).toMatchObject({
    verdict: "confirmed",
    evidence: [{ operationId: "listLoadBalancers", pointer: "/loadbalancers", value: {} }],
  });
  expect(row("D95")).toMatchObject({
    verdict: "refuted",
    evidence: [{ operationId: "getLoadBalancer", status: 404 }, {}],
  });
  expect(row("D10")).toMatchObject({ verdict: "not seen", reason: "change" });
  expect(row("D100")).toMatchObject({ verdict: "not seen", reason: "never" });
  expect(row("D16")).toMatchObject({ verdict: "not seen", reason: "unseen" });
  expect(differences).toContainEqual(
    expect.objectContaining({ code: "response.body.type", operationId: "listListeners", pointer: "/*/id" }),
  );
  expect(code).toBe(1);
});

test("an answer that breaks a decision refutes it", async () => {
  answer = (url) => (url.endsWith("/listeners") ? [200, { listeners: [] }] : oneLoadBalancer(url));
  const { rows } = JSON.parse((await probe("--format", "json")).out);
  expect(rows.find((one: { id: string }) => one.id === "D04")).toMatchObject({ verdict: "refuted" });
});

test("the evidence keeps structure and quirks, and nothing that tells about anybody", async () => {
  answer = oneLoadBalancer;
  const file = join(folder, "evidence.json");
  const { out } = await probe("--evidence", file);
  const text = readFileSync(file, "utf8");
  for (const secret of [
    PROJECT,
    TOKEN,
    "somebody",
    "0b07acf06d24",
    "f54a3ffd",
    "192.0.2",
    "127.0.0.1",
    "2018",
  ]) {
    expect([secret, text.includes(secret), out.includes(secret)]).toEqual([secret, false, false]);
  }
  const { calls } = JSON.parse(text);
  const [list, , , , , , empty, ...others] = calls;
  expect(list.body.loadbalancers[0]).toMatchObject({ type: "External", name: "<text>", admin_state_up: 1 });
  expect(empty.body).toEqual({ loadbalancers: {}, instance_num: "0" });
  const detail = others.find((one: { operationId: string }) => one.operationId === "getLoadBalancer");
  expect(detail.ids.loadbalancer_id).toBe(list.body.loadbalancers[0].id);
});

test("nor in the names of properties, in pointers and in numbers", async () => {
  answer = (url) => {
    const [status, body] = oneLoadBalancer(url);
    if (!url.endsWith("/loadbalancers")) return [status, body];
    const { loadbalancers } = body as { loadbalancers: object[] };
    const more = { tags: { "alice.smith": "x" }, phone: 13_800_138_000 };
    return [200, { loadbalancers: [{ ...loadbalancers[0], ...more }], instance_num: "1" }];
  };
  const file = join(folder, "evidence.json");
  await probe("--evidence", file);
  const text = readFileSync(file, "utf8");
  expect(text).not.toMatch(/alice|phone|tags|13800138000/);
  const [{ body, findings }] = JSON.parse(text).calls;
  expect(body.loadbalancers[0]).toMatchObject({ "<name>": { "<name>": "<text>" }, "<name 2>": 1_000_000 });
  expect(findings).toContainEqual(expect.objectContaining({ pointer: "/loadbalancers/0/<name>" }));
});

test("the overlay is one that the other commands read", async () => {
  answer = oneLoadBalancer;
  const file = join(folder, "overlay.json");
  await probe("--overlay", file);
  const codes = readOverlay(file).differences.map(({ operationId, code }) => `${operationId} ${code}`);
  expect(codes).toContain("listListeners response.body.required");
});

test("jobs are looked at where they are named", async () => {
  answer = (url) =>
    url.includes("/jobs/j1")
      ? [
          200,
          {
            job_id: "j1",
            job_type: "createELB",
            status: "RUNNING",
            entities: { elb: { id: "e" } },
            end_time: "",
          },
        ]
      : oneLoadBalancer(url);
  const { rows } = JSON.parse((await probe("--format", "json", "--job", "j1")).out);
  const confirmed = rows.filter(({ verdict }: { verdict: string }) => verdict === "confirmed");
  expect(confirmed.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(["D12", "D16", "D17", "D21"]),
  );
});

test("the Chinese report has the records' Chinese titles", async () => {
  answer = oneLoadBalancer;
  expect((await probe("--language", "zh-CN")).out).toMatch(/相符\n {2}D01 {2}没有负载均衡器/);
});

test.each([
  ["does not offer the API", 404, { error_code: "APIGW.0101" }],
  ["refuses the credentials", 401, { error_msg: TOKEN, error_code: "APIGW.0301" }],
  ["does not answer as this API does", 200, "<html>"],
  ["does not answer as this API does", 502, "bad gateway"],
])("an endpoint that %s is one sentence (%s)", async (words, status, body) => {
  answer = () => [status, body];
  const failure = probe();
  await expect(failure).rejects.toThrow(words);
  await expect(failure).rejects.not.toThrow(TOKEN);
  expect(seen.length).toBeLessThan(3);
});

test("an endpoint that cannot be reached is one sentence", async () => {
  endpoint = "http://127.0.0.1:1";
  await expect(probe()).rejects.toThrow(/No answer from 127\.0\.0\.1:1/);
});

test("an endpoint that says nothing is named with the time that it had", async () => {
  const patience = new AbortController();
  vi.spyOn(AbortSignal, "timeout").mockReturnValue(patience.signal);
  server.removeAllListeners("request").on("request", () => patience.abort());
  await expect(probe()).rejects.toThrow(/^No answer to \w+ within 30 s\.$/);
});

test("a connection that breaks later keeps what came before", async () => {
  answer = (url) => {
    if (url.endsWith("/quotas")) server.closeAllConnections();
    return oneLoadBalancer(url);
  };
  const { out, err } = await probe();
  expect(err).toMatch(/The calls before it count\.\n$/);
  expect(out).toContain("by 3 calls");
});

test.each([
  [["--budget", "0"], "--budget"],
  [["--format", "html"], "--format"],
  [["--region", "cn-north-1"], "either --endpoint or --region"],
  [["more"], "options only"],
])("wrong usage %j is named", async (args, words) => {
  await expect(probe(...args)).rejects.toThrow(words);
});
