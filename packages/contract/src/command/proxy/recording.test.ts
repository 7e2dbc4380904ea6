import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { calls, startProxy, startRawService, startService } from "./testing/proxy.ts";

const { listPath, memberPath, members, list } = calls;
const KEY = "-----BEGIN PRIVATE KEY-----\nsecret0key\n-----END PRIVATE KEY-----";
const CERTIFICATE = "-----BEGIN CERTIFICATE-----\nnothing\n-----END CERTIFICATE-----";
const certificatePath = listPath.replace("loadbalancers", "certificate");

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "elb-contract-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function record(answer: string, send: (url: string) => Promise<unknown>, status = 200) {
  const folder = newFolder();
  const service = await startService((_, outgoing) => {
    outgoing
      .writeHead(status, { "Content-Type": "application/json", "Set-Cookie": "s=secret0cookie" })
      .end(answer);
  });
  const files = { har: join(folder, "calls.har"), ndjson: join(folder, "calls.ndjson") };
  const proxy = await startProxy(service.url, ["--har", files.har, "--ndjson", files.ndjson]);
  await send(proxy.url);
  const code = await proxy.stop();
  const [har, ndjson] = [readFileSync(files.har, "utf8"), readFileSync(files.ndjson, "utf8")];
  const lines = ndjson
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return {
    code,
    text: har + ndjson + proxy.stderr,
    entries: JSON.parse(har).log.entries,
    lines,
    log: JSON.parse(har).log,
  };
}

const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: "POST", body, headers: { "Content-Type": "application/json", ...headers } });

test("a call is recorded as HAR 1.2 and on a line of its own", async () => {
  const { entries, lines, log } = await record(calls.launched, (url) =>
    post(`${url}${memberPath}?a=1`, members),
  );
  expect(log).toMatchObject({
    version: "1.2",
    creator: { name: "elb-contract", version: expect.any(String) },
  });
  expect(entries).toHaveLength(1);
  const [{ request, response, startedDateTime, time, _findings }] = entries;
  expect(Number.isNaN(Date.parse(startedDateTime))).toBe(false);
  expect(time).toBeGreaterThan(0);
  expect(request).toMatchObject({
    method: "POST",
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v1\.0\/.*\/members\?a=1$/),
    httpVersion: "HTTP/1.1",
    queryString: [{ name: "a", value: "1" }],
    postData: { mimeType: "application/json", text: members },
    bodySize: members.length,
  });
  expect(response).toMatchObject({
    status: 200,
    statusText: "OK",
    content: { size: calls.launched.length, mimeType: "application/json", text: calls.launched },
  });
  expect(_findings.map(({ code }: { code: string }) => code)).toContain("request.query.unknown");
  expect(lines[0]).toMatchObject({
    operationId: "addMembers",
    ok: true,
    request: { method: "POST", body: members },
    response: { status: 200, body: calls.launched },
  });
});

test("secrets are in neither", async () => {
  const headers = {
    "X-Auth-Token": "secret0token",
    "X-Security-Token": "secret0security",
    Cookie: "c=secret0cookie",
    Authorization: `SDK-HMAC-SHA256 Access=secret0access, SignedHeaders=x-sdk-date, Signature=${"5ec".repeat(3)}`,
  };
  const body = JSON.stringify({
    name: "a",
    certificate: CERTIFICATE,
    private_key: KEY,
    note: `it is ${KEY}`,
  });
  const answer = JSON.stringify({ id: "x", private_key: "secret0text", name: "ak secret0access" });
  const { text, entries } = await record(answer, (url) => post(url + certificatePath, body, headers));
  expect(text).not.toContain("secret0");
  expect(text).not.toContain("5ec5ec");
  const sent = JSON.parse(entries[0].request.postData.text);
  expect(sent).toMatchObject({ certificate: CERTIFICATE, name: "a" });
  expect(sent.private_key).toBe("-----BEGIN PRIVATE KEY-----\n***\n-----END PRIVATE KEY-----");
  expect(JSON.parse(entries[0].response.content.text).private_key).toBe("***");
});

test("a token that is repeated is in neither, wherever it is and however it is written", async () => {
  const token = "MIIsecret0+/a==";
  const folder = newFolder();
  const service = await startService((_, outgoing) => {
    const answer = '{"a":"MIIsecret0+\\/a\\u003d\\u003d"}';
    outgoing.writeHead(400, { "Content-Type": "application/json", "X-Echo": token }).end(answer);
  });
  const files = { har: join(folder, "calls.har"), ndjson: join(folder, "calls.ndjson") };
  const proxy = await startProxy(service.url, ["--har", files.har, "--ndjson", files.ndjson]);
  const url = `${proxy.url}${listPath}?a=${encodeURIComponent(token)}&b=${token}`;
  await (await fetch(url, { headers: { "X-Auth-Token": token } })).text();
  await proxy.stop();
  const har = readFileSync(files.har, "utf8");
  expect(har + readFileSync(files.ndjson, "utf8")).not.toContain("secret0");
  const [{ request, response }] = JSON.parse(har).log.entries;
  expect(request.queryString).toEqual([
    { name: "a", value: "***" },
    { name: "b", value: "***" },
  ]);
  expect(response.content.text).toBe('{"a":"***"}');
});

test("what a gateway repeats of the request is left out", async () => {
  const echo = "verify aksk signature fail, canonicalRequest:GET|/v1.0/||x-security-token:secret0security||";
  const answer = JSON.stringify({ error_msg: echo, error_code: "APIGW.0301", request_id: "0".repeat(32) });
  const { text, entries } = await record(answer, (url) => fetch(url + listPath), 401);
  expect(text).not.toContain("secret0");
  expect(JSON.parse(entries[0].response.content.text)).toMatchObject({ error_code: "APIGW.0301" });
});

test("a payload that cannot be told apart is left out where it may be secret", async () => {
  const body = `{"certificate": "x", "private_key": "secret0key`;
  const { text, entries, lines } = await record("<html>", (url) => post(url + certificatePath, body));
  expect(text).not.toContain("secret0");
  expect(entries[0].request).not.toHaveProperty("postData");
  expect(entries[0].request.bodySize).toBe(body.length);
  expect(lines[0].request).not.toHaveProperty("body");
  expect(entries[0].response.content.text).toBe("<html>");
});

test("calls of other APIs are not recorded, since what is secret in them is not known", async () => {
  const { text, entries } = await record("{}", (url) =>
    post(`${url}/v3/auth/tokens`, '{"password":"secret0password"}'),
  );
  expect(entries).toEqual([]);
  expect(text).not.toContain("secret0");
});

test("a call without a whole answer is recorded without one", async () => {
  const folder = newFolder();
  const service = await startRawService((socket) => {
    socket.once("data", () => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n${list}`));
  });
  const har = join(folder, "calls.har");
  const proxy = await startProxy(service.url, ["--har", har]);
  await fetch(proxy.url + listPath)
    .then((response) => response.text())
    .catch(() => undefined);
  await proxy.stop();
  const [entry] = JSON.parse(readFileSync(har, "utf8")).log.entries;
  expect(entry.response.status).toBe(0);
  expect(entry.comment).toContain("broke off");
});

test("a call that was not forwarded is recorded without an answer, and its payload as not recorded", async () => {
  const folder = newFolder();
  const har = join(folder, "calls.har");
  const service = await startService((_, outgoing) => outgoing.end());
  const proxy = await startProxy(service.url, ["--har", har]);
  const Authorization = "SDK-HMAC-SHA256 Access=a, SignedHeaders=host;x-sdk-date, Signature=0";
  expect((await post(proxy.url + memberPath, members, { Authorization })).status).toBe(400);
  await proxy.stop();
  const [entry] = JSON.parse(readFileSync(har, "utf8")).log.entries;
  expect(entry).toMatchObject({
    request: { url: service.url + memberPath, bodySize: members.length },
    response: { status: 0 },
    comment: expect.stringContaining("Not forwarded"),
  });
  expect(entry.request).not.toHaveProperty("postData");
});

test("the HAR is a whole one while it grows", async () => {
  const folder = newFolder();
  const service = await startService((_, outgoing) => outgoing.writeHead(200).end(list));
  const har = join(folder, "calls.har");
  const proxy = await startProxy(service.url, ["--har", har]);
  const count = () => JSON.parse(readFileSync(har, "utf8")).log.entries.length;
  expect(count()).toBe(0);
  for (const number of [1, 2, 3]) {
    await (await fetch(proxy.url + listPath)).text();
    await expect.poll(count).toBe(number);
  }
  await proxy.stop();
  expect(count()).toBe(3);
});

test("a file that cannot be written is said at once", async () => {
  await expect(
    startProxy("http://127.0.0.1:1", ["--har", join(newFolder(), "none", "a.har")]),
  ).rejects.toThrow(/a\.har cannot be written \(ENOENT\)/);
});
