import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { calls, startProxy, startRawService, startService, talk } from "./testing/proxy.ts";

const JSON_HEADERS = { "Content-Type": "application/json" };
const { listPath, memberPath, members, list, launched } = calls;

/** What a request looks like on the wire. */
const get = (path: string, ...headers: string[]) =>
  [`GET ${path} HTTP/1.1`, "X-Auth-Token: any", "Connection: close", ...headers, "", ""].join("\r\n");

test("a call passes as it is, and its answer tells the verdict on the request", async () => {
  const service = await startService(async (incoming, outgoing) => {
    expect(await text(incoming)).toBe(members);
    outgoing.writeHead(200, JSON_HEADERS).end(launched);
  });
  const proxy = await startProxy(service.url);
  const headers = { ...JSON_HEADERS, "X-Auth-Token": "any" };
  const response = await fetch(proxy.url + memberPath, { method: "POST", headers, body: members });
  expect([response.status, response.headers.get("X-Elb-Contract")]).toEqual([200, "ok"]);
  expect(await response.text()).toBe(launched);
  expect(await proxy.stop()).toBe(0);
  expect(proxy.stderr).toMatch(/POST \/v1\.0\/\S+ 200 \d+ms - addMembers\n/);
});

test("findings are in the header, on stderr and in the exit code", async () => {
  const service = await startService((_, outgoing) => {
    outgoing.writeHead(200, JSON_HEADERS).end('{"loadbalancers":[7],"instance_num":"1"}');
  });
  const proxy = await startProxy(service.url);
  const response = await fetch(`${proxy.url}${listPath}?limit=ten&colour=red`, {
    headers: { "X-Auth-Token": "any" },
  });
  const verdict = response.headers.get("X-Elb-Contract");
  expect(verdict).toMatch(/^error;findings=3;codes="request\.\S+( request\.\S+)*"$/);
  expect(verdict).toContain("request.query.type");
  expect(await response.text()).toBe('{"loadbalancers":[7],"instance_num":"1"}');
  expect(await proxy.stop()).toBe(1);
  expect(proxy.stderr).toContain("  error response.body.type: ");
});

test("headers pass with their spelling, order and repetitions, both ways", async () => {
  const received: string[][] = [];
  const service = await startRawService((socket) => {
    socket.on("data", (chunk) => {
      received.push(chunk.toString("latin1").split("\r\n"));
      socket.end(
        `HTTP/1.1 200 Fine\r\nx-One: 1\r\nContent-type: application/json\r\nX-ONE: \u00e9\r\nContent-Length: ${list.length}\r\n` +
          `Connection: close, X-Own\r\nX-Own: 1\r\n\r\n${list}`,
        "latin1",
      );
    });
  });
  const proxy = await startProxy(service.url);
  const answer = await talk(
    proxy.port,
    get(
      listPath,
      `hOST: ${service.host}`,
      "x-b: 2",
      "X-a: 1",
      "X-A:  2",
      "Proxy-Connection: x",
      "TE: trailers",
    ),
  );
  expect(received[0]).toEqual([
    `GET ${listPath} HTTP/1.1`,
    "X-Auth-Token: any",
    `hOST: ${service.host}`,
    "x-b: 2",
    "X-a: 1",
    "X-A: 2",
    "Connection: keep-alive",
    "",
    "",
  ]);
  expect(answer.split("\r\n").slice(0, 6)).toEqual([
    "HTTP/1.1 200 Fine",
    "x-One: 1",
    "Content-type: application/json",
    "X-ONE: \u00e9",
    `Content-Length: ${list.length}`,
    'X-Elb-Contract: note;findings=1;codes="request.header.content-type"',
  ]);
  expect(answer).not.toContain("X-Own");
});

test("payloads of unknown length pass in chunks, and with any method", async () => {
  const service = await startService(async (incoming, outgoing) => {
    const { "transfer-encoding": coding, "content-length": length } = incoming.headers;
    const read = await text(incoming);
    outgoing.writeHead(200, JSON_HEADERS);
    outgoing.write(JSON.stringify({ coding, length, read }));
    outgoing.end();
  });
  const proxy = await startProxy(service.url);
  for (const method of ["POST", "PUT", "DELETE", "GET"]) {
    const answer = await talk(
      proxy.port,
      `${method} ${listPath} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n`,
    );
    expect(answer, method).toContain("Transfer-Encoding: chunked");
    expect(answer, method).toContain('{"coding":"chunked","read":"abcd"}');
  }
});

test("a request without a payload stays without", async () => {
  const seen: IncomingMessage["headers"][] = [];
  const service = await startService((incoming, outgoing) => {
    seen.push(incoming.headers);
    outgoing.writeHead(204).end();
  });
  const proxy = await startProxy(service.url);
  for (const method of ["GET", "DELETE", "POST"])
    await talk(proxy.port, `${method} ${listPath} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
  expect(seen.map((headers) => [headers["transfer-encoding"], headers["content-length"]])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
    [undefined, "0"],
  ]);
});

test("answers without a payload stay without: HEAD, 204, 304", async () => {
  const service = await startService((incoming, outgoing) => {
    if (incoming.method === "HEAD")
      outgoing.writeHead(200, { ...JSON_HEADERS, "Content-Length": "999" }).end();
    else outgoing.writeHead(incoming.url?.endsWith("304") ? 304 : 204, { ETag: "x" }).end();
  });
  const proxy = await startProxy(service.url);
  const ask = (method: string, path: string) =>
    talk(proxy.port, `${method} ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
  const [head, none, unchanged] = [
    await ask("HEAD", listPath),
    await ask("DELETE", listPath),
    await ask("GET", "/v3/304"),
  ];
  expect(head).toContain("Content-Length: 999");
  expect(head.endsWith("\r\n\r\n")).toBe(true);
  expect(none).toMatch(/^HTTP\/1\.1 204 /);
  expect(none).not.toMatch(/Transfer-Encoding|Content-Length/);
  expect(unchanged).toMatch(/^HTTP\/1\.1 304 [\s\S]*X-Elb-Contract: not-checked/);
});

test.each([
  ["gzip", gzipSync],
  ["br", brotliCompressSync],
  ["deflate", deflateSync],
  ["deflate", deflateRawSync],
  ["identity", (text: string) => Buffer.from(text)],
])("an answer in %s passes byte for byte and is checked all the same", async (encoding, encode) => {
  const bytes = encode('{"loadbalancers":[7],"instance_num":"1"}');
  const service = await startService((_, outgoing) => {
    outgoing
      .writeHead(200, { ...JSON_HEADERS, "Content-Encoding": encoding, "Content-Length": bytes.length })
      .end(bytes);
  });
  const proxy = await startProxy(service.url);
  const answer = await talk(proxy.port, get(listPath, "Host: a", "Content-Type: application/json"));
  expect(answer.slice(answer.indexOf("\r\n\r\n") + 4)).toBe(Buffer.from(bytes).toString("latin1"));
  expect(await proxy.stop()).toBe(1);
  expect(proxy.stderr).toContain("error response.body.type");
});

test.each([
  ["zstd", "whatever it is", 0, "getJob"],
  ["gzip", "not gzip at all", 1, "response.body.syntax"],
  [
    "gzip",
    gzipSync(JSON.stringify({ loadbalancers: [], instance_num: "0", more: "x".repeat(4000) })),
    0,
    "response.body.size",
  ],
])("an answer in %s that cannot be decoded passes (%#)", async (encoding, bytes, code, finding) => {
  const service = await startService((_, outgoing) => {
    outgoing.writeHead(200, { ...JSON_HEADERS, "Content-Encoding": encoding }).end(bytes);
  });
  const proxy = await startProxy(service.url, ["--max-body", "1000"]);
  const answer = await talk(proxy.port, get(listPath, "Host: a", "Content-Type: application/json"));
  expect(answer).toContain("200 OK");
  expect(await proxy.stop()).toBe(code);
  if (encoding === "zstd") expect(proxy.stderr).not.toContain("response.body");
  else expect(proxy.stderr).toContain(finding);
});

test("what is longer than is kept passes whole, and that it was not checked is a note", async () => {
  const long = JSON.stringify([{ server_id: "x".repeat(3_000_000), address: 1 }]);
  const service = await startService(async (incoming, outgoing) => {
    outgoing.writeHead(200, JSON_HEADERS).end(await text(incoming));
  });
  const proxy = await startProxy(service.url);
  const headers = { ...JSON_HEADERS, "X-Auth-Token": "any" };
  const response = await fetch(proxy.url + memberPath, { method: "POST", headers, body: long });
  expect(response.headers.get("X-Elb-Contract")).toBe('note;findings=1;codes="request.body.size"');
  expect(await response.text()).toBe(long);
  expect(await proxy.stop()).toBe(0);
  expect(proxy.stderr).toContain("note response.body.size");
});

test("calls of other APIs at the same host pass unchecked", async () => {
  const service = await startService((_, outgoing) => outgoing.writeHead(201).end("{}"));
  const proxy = await startProxy(service.url, ["--fail-on", "note"]);
  const response = await fetch(`${proxy.url}/v3/auth/tokens`, { method: "POST", body: "{" });
  expect([response.status, response.headers.get("X-Elb-Contract")]).toEqual([201, "not-checked"]);
  expect(await proxy.stop()).toBe(0);
});

test("a path below the API that is not described is an error", async () => {
  const service = await startService((_, outgoing) => outgoing.writeHead(404, JSON_HEADERS).end("{}"));
  const proxy = await startProxy(service.url);
  const response = await fetch(`${proxy.url}${listPath.replace("loadbalancers", "pools")}`);
  expect(response.headers.get("X-Elb-Contract")).toBe('error;findings=1;codes="operation.unknown"');
});

test("pipelined requests are answered in their order", async () => {
  const service = await startService((incoming, outgoing) => {
    outgoing.writeHead(200, JSON_HEADERS).end(JSON.stringify({ number: incoming.headers["x-number"] }));
  });
  const proxy = await startProxy(service.url);
  const one = (number: number, connection: string) =>
    `GET ${listPath} HTTP/1.1\r\nHost: a\r\nX-Number: ${number}\r\nConnection: ${connection}\r\n\r\n`;
  const answer = await talk(proxy.port, one(1, "keep-alive") + one(2, "keep-alive") + one(3, "close"));
  expect(answer.match(/"number":"\d"/g)).toEqual(['"number":"1"', '"number":"2"', '"number":"3"']);
});

test("a job that goes back across calls is found", async () => {
  const job = (status: string) => ({
    status,
    job_id: "4010b39b4fc3d5ff014fc4a4e7ab0a52",
    job_type: "addMember",
    begin_time: "2019-11-15T03:36:55.100Z",
    end_time: "",
    error_code: null,
    fail_reason: null,
    entities: {},
  });
  const states = ["SUCCESS", "RUNNING"];
  const service = await startService((_, outgoing) => {
    outgoing.writeHead(200, JSON_HEADERS).end(JSON.stringify(job(states.shift() ?? "INIT")));
  });
  const proxy = await startProxy(service.url);
  const path = listPath.replace("elbaas/loadbalancers", "jobs/4010b39b4fc3d5ff014fc4a4e7ab0a52");
  for (const _ of [1, 2])
    await (await fetch(proxy.url + path, { headers: { "X-Auth-Token": "any" } })).text();
  await proxy.stop();
  expect(proxy.stderr).toContain("sequence.job.status");
});
