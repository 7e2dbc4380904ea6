import type { IncomingHttpHeaders } from "node:http";
import { signRequest } from "@elb-classic/client/signing";
import { expect, test } from "vitest";
import { calls, startProxy, startService, talk } from "./testing/proxy.ts";

const keys = { ak: "ACCESSKEY0OF0THE0TEST", sk: "secret-key-of-the-test-not-a-secret" };
const { listPath, list } = calls;
const PUBLIC = "elb.example.test";

interface Seen {
  url: string;
  headers: IncomingHttpHeaders;
}

/** A service that remembers what reached it. */
async function startMemory() {
  const seen: Seen[] = [];
  const service = await startService((incoming, outgoing) => {
    seen.push({ url: incoming.url ?? "", headers: incoming.headers });
    outgoing.writeHead(200, { "Content-Type": "application/json" }).end(list);
  });
  return { ...service, seen };
}

/** A signed GET as text. */
function signedGet(
  target: string,
  signedHost: string,
  headers: Record<string, string> = {},
  host = signedHost,
): string {
  const signed = signRequest(
    { method: "GET", url: `http://${signedHost}${listPath}`, headers },
    keys,
  ).headers;
  const lines = Object.entries({ Host: host, ...signed }).map(([name, value]) => `${name}: ${value}`);
  return [`GET ${target} HTTP/1.1`, ...lines, "Connection: close", "", ""].join("\r\n");
}

test("what is signed for the proxy's own address is refused before it is sent", async () => {
  const service = await startMemory();
  const proxy = await startProxy(service.url);
  const answer = await talk(proxy.port, signedGet(listPath, `127.0.0.1:${proxy.port}`));
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  expect(head).toMatch(/^HTTP\/1\.1 400 /);
  expect(head).toContain("X-Elb-Contract: refused");
  const { error_code, error_msg, request_id } = JSON.parse(body);
  expect(error_code).toBe("APIGW.0201");
  expect(error_msg).toContain(`--signing-host ${service.host}`);
  expect(head).toContain(`X-Request-Id: ${request_id}`);
  expect(service.seen).toEqual([]);
  expect(proxy.stderr + answer).not.toContain(keys.ak);
});

test("a token and a signature that leaves the host out need no help", async () => {
  const service = await startMemory();
  const proxy = await startProxy(service.url);
  const without = `SDK-HMAC-SHA256 Access=${keys.ak}, SignedHeaders=x-sdk-date, Signature=${"0".repeat(64)}`;
  for (const header of ["X-Auth-Token: any", `Authorization: ${without}`]) {
    const answer = await talk(
      proxy.port,
      `GET ${listPath} HTTP/1.1\r\nHost: 127.0.0.1:${proxy.port}\r\n${header}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  }
  expect(service.seen.map(({ headers: { host } }) => host)).toEqual([service.host, service.host]);
});

test("as the HTTP proxy of a client it leaves the host as it was signed", async () => {
  const service = await startMemory();
  const proxy = await startProxy(service.url);
  const answer = await talk(proxy.port, signedGet(`http://${service.host}${listPath}?limit=1`, service.host));
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(service.seen[0]?.url).toBe(`${listPath}?limit=1`);
  expect(service.seen[0]?.headers.host).toBe(service.host);
});

test("a caller that sends the service's host needs no option", async () => {
  const service = await startMemory();
  const proxy = await startProxy(service.url);
  expect(await talk(proxy.port, signedGet(listPath, service.host))).toMatch(/^HTTP\/1\.1 200 /);
  expect(service.seen[0]?.headers.host).toBe(service.host);
});

test("with --signing-host the service gets the host that callers sign for", async () => {
  const service = await startMemory();
  const proxy = await startProxy(service.url, ["--signing-host", PUBLIC]);
  const requests = [
    signedGet(listPath, PUBLIC, {}, `127.0.0.1:${proxy.port}`),
    signedGet(listPath, PUBLIC),
    signedGet(`http://${PUBLIC}${listPath}`, PUBLIC),
  ];
  for (const request of requests) expect(await talk(proxy.port, request)).toMatch(/^HTTP\/1\.1 200 /);
  expect(service.seen.map(({ headers: { host } }) => host)).toEqual([PUBLIC, PUBLIC, PUBLIC]);
});

test("a header that does not go on must not be signed", async () => {
  const service = await startMemory();
  const proxy = await startProxy(service.url);
  const request = signedGet(listPath, service.host, { "X-Own": "1" });
  const answer = await talk(proxy.port, request.replace("Connection: close", "Connection: close, x-own"));
  expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*covers the header x-own/);
  expect(service.seen).toEqual([]);
});

test.each([
  ["other hosts", "GET http://elsewhere.example/ HTTP/1.1\r\nHost: elsewhere.example", 421, "NO_PROXY"],
  [
    "hosts with a password",
    "GET http://me:secret0password@elsewhere.example/ HTTP/1.1\r\nHost: elsewhere.example",
    421,
    "before elsewhere.example.",
  ],
  ["tunnels", "CONNECT elb.example.test:443 HTTP/1.1\r\nHost: elb.example.test:443", 501, "tunnel"],
  ["several hosts", `GET ${listPath} HTTP/1.1\r\nHost: a\r\nhost: b`, 400, "more than once"],
  ["no path", "OPTIONS * HTTP/1.1\r\nHost: a", 400, "neither a path"],
  ["other expectations", `GET ${listPath} HTTP/1.1\r\nHost: a\r\nExpect: miracles`, 417, "100-continue"],
  [
    "other transfer codings",
    `POST ${listPath} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked`,
    501,
    "chunked",
  ],
  ["what is no HTTP", "HELO", 400, "not HTTP"],
  [
    "websockets",
    `GET ${listPath} HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x`,
    400,
    "websocket",
  ],
])("%s are refused politely", async (_, request, status, words) => {
  const service = await startMemory();
  const proxy = await startProxy(service.url);
  const connection = request.includes("Upgrade") ? "Connection: Upgrade, close" : "Connection: close";
  const end = request.includes("chunked") ? "0\r\n\r\n" : "";
  const answer = await talk(proxy.port, `${request}\r\n${connection}\r\n\r\n${end}`);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n") + 4)).error_msg).toContain(words);
  expect(service.seen).toEqual([]);
  expect(answer + proxy.stderr).not.toContain("secret0");
});

test("the offer of HTTP/2 that some clients make is passed over", async () => {
  const service = await startMemory();
  const proxy = await startProxy(service.url);
  const answer = await talk(
    proxy.port,
    `GET ${listPath} HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nHTTP2-Settings: x\r\nConnection: close, Upgrade, HTTP2-Settings\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(service.seen[0]?.headers).not.toHaveProperty("upgrade");
  expect(service.seen[0]?.headers).not.toHaveProperty("http2-settings");
});

test("--re-sign signs in place of the caller", async () => {
  const service = await startMemory();
  const proxy = await startProxy(service.url, ["--re-sign"], { ELB_AK: keys.ak, ELB_SK: keys.sk });
  const answer = await talk(
    proxy.port,
    `POST ${listPath}?b=2&a=1 HTTP/1.1\r\nHost: 127.0.0.1:${proxy.port}\r\nX-Auth-Token: of-the-caller\r\nX-Project-Id: p\r\n` +
      "Content-Type: application/json\r\nX-Sdk-Date: 20200101T000000Z\r\nAuthorization: SDK-HMAC-SHA256 Access=x, " +
      "SignedHeaders=host, Signature=0\r\nContent-Length: 4\r\nConnection: close\r\n\r\n{ } ",
  );
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  const { headers, url } = service.seen[0]!;
  expect(headers).not.toHaveProperty("x-auth-token");
  const expected = signRequest(
    {
      method: "POST",
      url: `http://${service.host}${url}`,
      headers: {
        "Content-Type": "application/json",
        "X-Project-Id": "p",
        "X-Sdk-Date": String(headers["x-sdk-date"]),
      },
      body: "{ } ",
    },
    keys,
  ).headers;
  expect(headers.authorization).toBe(expected.Authorization);
  expect(headers["x-sdk-date"]).not.toBe("20200101T000000Z");
});

test("--re-sign takes a token as well", async () => {
  const service = await startMemory();
  const proxy = await startProxy(service.url, ["--re-sign"], { ELB_TOKEN: "token-of-the-test" });
  await talk(proxy.port, `GET ${listPath} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  expect(service.seen[0]?.headers["x-auth-token"]).toBe("token-of-the-test");
});

test.each([
  ["of a page of another site", "Host: localhost\r\nOrigin: http://evil.example", 403],
  ["by another name", "Host: evil.example", 421],
])("--re-sign lends its credentials to no call %s", async (_, headers, status) => {
  const service = await startMemory();
  const proxy = await startProxy(service.url, ["--re-sign"], { ELB_TOKEN: "token-of-the-test" });
  const answer = await talk(
    proxy.port,
    `GET ${listPath} HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`,
  );
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(service.seen).toEqual([]);
});

test("--re-sign needs credentials", async () => {
  const service = await startMemory();
  const env = { ELB_AK: keys.ak };
  await expect(startProxy(service.url, ["--re-sign"], env)).rejects.toThrow(
    /--re-sign needs credentials: .*ELB_SK/,
  );
});
