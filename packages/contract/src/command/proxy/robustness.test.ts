import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { calls, open, readUntil, startProxy, startRawService, startService, talk } from "./testing/proxy.ts";

const { listPath, memberPath, members, list } = calls;
const JSON_HEADERS = { "Content-Type": "application/json" };
const GET = `GET ${listPath} HTTP/1.1\r\nHost: a\r\nX-Auth-Token: any\r\nConnection: close\r\n\r\n`;

/** The body of an answer in the gateway's shape. */
const faultIn = (answer: string): { error_code: string; error_msg: string } =>
  JSON.parse(answer.slice(answer.indexOf("\r\n\r\n") + 4));

test("a service that refuses connections is 502", async () => {
  const proxy = await startProxy("http://127.0.0.1:1");
  const answer = await talk(proxy.port, GET);
  expect(answer).toMatch(/^HTTP\/1\.1 502 /);
  expect(faultIn(answer)).toMatchObject({
    error_code: "APIGW.0201",
    error_msg: expect.stringContaining("refuses connections"),
  });
  expect(await proxy.stop()).toBe(0);
  expect(proxy.stderr).toContain("502");
  expect(proxy.stderr).toContain("the service refuses connections");
});

test("a service that hangs up without an answer is 502", async () => {
  const service = await startRawService((socket) => socket.once("data", () => socket.destroy()));
  const proxy = await startProxy(service.url);
  expect(faultIn(await talk(proxy.port, GET)).error_msg).toContain("without an answer");
});

test("a service that says nothing is 504", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const service = await startRawService((socket) => {
      socket.once("data", () => vi.advanceTimersByTime(2_000));
    });
    const proxy = await startProxy(service.url, ["--timeout", "2"]);
    const answer = await talk(proxy.port, GET);
    expect(answer).toMatch(/^HTTP\/1\.1 504 /);
    expect(faultIn(answer).error_msg).toContain("for 2 s");
  } finally {
    vi.useRealTimers();
  }
});

test.each([
  ["of a known length", `Content-Length: ${list.length}\r\n\r\n`],
  ["in chunks", `Transfer-Encoding: chunked\r\n\r\n${list.length.toString(16)}\r\n`],
])("half an answer %s stays half an answer", async (_, end) => {
  const half = list.slice(0, 10);
  const service = await startRawService((socket) => {
    socket.once("data", () =>
      socket.end(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${end}${half}`),
    );
  });
  const proxy = await startProxy(service.url);
  const answer = await talk(proxy.port, GET);
  expect(answer).toContain(half);
  expect(answer).not.toContain("\r\n0\r\n");
  expect(await proxy.stop()).toBe(0);
  expect(proxy.stderr).toMatch(/the service's answer 200 broke off after 10 bytes/);
});

test("an answer that cannot be handed on is 502", async () => {
  const service = await startRawService((socket) => {
    socket.once("data", () => socket.end("HTTP/1.1 099 What\r\nContent-Length: 0\r\n\r\n"));
  });
  const proxy = await startProxy(service.url);
  expect(await talk(proxy.port, GET)).toMatch(/^HTTP\/1\.1 502 /);
});

test("a connection that the service has closed meanwhile is not the caller's fault", async () => {
  let connections = 0;
  const service = await startRawService((socket) => {
    connections += 1;
    let requests = 0;
    socket.on("data", () => {
      requests += 1;
      if (requests > 1) socket.destroy();
      else
        socket.write(
          `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${list.length}\r\n\r\n${list}`,
        );
    });
  });
  const proxy = await startProxy(service.url);
  for (const _ of [1, 2, 3]) expect(await talk(proxy.port, GET)).toMatch(/^HTTP\/1\.1 200 /);
  expect(connections).toBe(3);
});

test("a client that goes away within its request takes the request with it", async () => {
  let closed: Promise<unknown> | undefined;
  const service = await startService((incoming, outgoing) => {
    incoming.on("error", () => undefined);
    closed = once(outgoing, "close");
    incoming.once("data", () => client.destroy());
  });
  const proxy = await startProxy(service.url);
  const client = open(proxy.port, `POST ${memberPath} HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n[`);
  await once(client, "close");
  await vi.waitFor(() => expect(closed).toBeDefined());
  await closed;
  await proxy.stop();
  expect(proxy.stderr).toContain("--- ");
  expect(proxy.stderr).toContain("the client went away");
});

test("a client that waits for 100 Continue gets it from the service", async () => {
  let asked = false;
  const service = await startRawService((socket) => {
    let read = "";
    socket.on("data", (chunk) => {
      read += chunk;
      if (!asked && read.includes("\r\n\r\n")) {
        asked = true;
        expect(read).toContain("Expect: 100-continue");
        expect(read.endsWith("\r\n\r\n")).toBe(true);
        socket.write("HTTP/1.1 100 Continue\r\n\r\n");
      } else if (read.includes(members)) socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    });
  });
  const proxy = await startProxy(service.url);
  const client = open(
    proxy.port,
    `POST ${memberPath} HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ${members.length}\r\n\r\n`,
  );
  expect(await readUntil(client, "\r\n\r\n")).toBe("HTTP/1.1 100 Continue\r\n\r\n");
  client.write(members);
  expect(await readUntil(client, "{}")).toContain("HTTP/1.1 200 OK");
  client.destroy();
});

test("what the service refuses without reading it is refused at once", async () => {
  const service = await startService((_, outgoing) => {
    outgoing.writeHead(413, { ...JSON_HEADERS, Connection: "close" }).end("{}");
  });
  const proxy = await startProxy(service.url);
  const client = open(
    proxy.port,
    `POST ${memberPath} HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n[`,
  );
  const answer = await readUntil(client, "{}");
  expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*X-Elb-Contract: not-checked/);
  client.destroy();
});

test("a payload passes while it is still being sent, and an answer while it is still coming", async () => {
  const service = await startService((incoming, outgoing) => {
    outgoing.writeHead(200, JSON_HEADERS);
    incoming.on("data", (chunk) => outgoing.write(chunk)).on("end", () => outgoing.end());
  });
  const proxy = await startProxy(service.url);
  const client = open(
    proxy.port,
    `POST ${memberPath} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n1\r\n[\r\n`,
  );
  expect(await readUntil(client, "[")).toContain("X-Elb-Contract: not-checked");
  client.write("1\r\n]\r\n0\r\n\r\n");
  expect(await readUntil(client, "\r\n0\r\n\r\n")).toContain("]");
});

test("it ends when the calls on their way have, and takes no more", async () => {
  let answer: (() => void) | undefined;
  const service = await startService((_, outgoing) => {
    answer = () => outgoing.writeHead(200, JSON_HEADERS).end(list);
  });
  const proxy = await startProxy(service.url);
  const idle = open(proxy.port);
  const client = open(proxy.port, GET.replace("close", "keep-alive"));
  await vi.waitFor(() => expect(answer).toBeDefined());
  const ended = proxy.stop();
  await once(idle, "close");
  await expect(fetch(proxy.url)).rejects.toThrow();
  answer?.();
  const answered = await readUntil(client, list);
  expect(answered).toContain("Connection: close");
  await once(client, "close");
  expect(await ended).toBe(0);
});

test("a head that is larger than a gateway's limit reaches the service; one without end does not", async () => {
  const service = await startRawService((socket) => {
    let read = "";
    socket.on("data", (chunk) => {
      read += chunk;
      if (read.endsWith("\r\n\r\n")) socket.end(`HTTP/1.1 494 Too Large\r\nContent-Length: 0\r\n\r\n`);
    });
  });
  const proxy = await startProxy(service.url);
  const ask = (size: number) => talk(proxy.port, GET.replace("any", "x".repeat(size)));
  expect(await ask(140_000)).toMatch(/^HTTP\/1\.1 494 Too Large/);
  expect(faultIn(await ask(263_000)).error_msg).toContain("headers too large");
});

test.each(["content-length", "Host", "authorization", "X-Auth-Token"])(
  "Connection cannot take away %s, and nothing is smuggled behind it",
  async (name) => {
    const seen: string[] = [];
    const service = await startService(({ method }, outgoing) => {
      seen.push(String(method));
      outgoing.writeHead(200).end(list);
    });
    const proxy = await startProxy(service.url, ["--mode", "block"]);
    const second = `DELETE ${listPath}/x HTTP/1.1\r\nHost: a\r\n\r\n`;
    const head = `GET ${listPath} HTTP/1.1\r\nHost: a\r\nConnection: ${name}, close\r\n`;
    const answer = await talk(proxy.port, `${head}Content-Length: ${second.length}\r\n\r\n${second}`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(faultIn(answer).error_msg).toContain(`Connection names the header ${name.toLowerCase()}`);
    expect(seen).toEqual([]);
  },
);

test("the verdict of somebody else does not stand beside that of the proxy", async () => {
  const service = await startService((_, outgoing) =>
    outgoing.writeHead(200, { "X-Elb-Contract": "ok", "Content-Type": "application/json" }).end(list),
  );
  const proxy = await startProxy(service.url);
  const answer = await talk(proxy.port, GET.replace("Host: a", "Host: a\r\nContent-Type: text/plain"));
  expect(answer.match(/x-elb-contract/gi)).toHaveLength(1);
});
