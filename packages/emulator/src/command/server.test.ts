import { connect } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { type RunningServer, StartError, startServer } from "./server.ts";

const servers: RunningServer[] = [];
const start = async (port = 0, host = "127.0.0.1") => {
  const server = await startServer(() => new Response("served"), host, port);
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

/** Sends bytes as they are and returns all that comes back. */
function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes, "latin1"));
    socket.on("data", (chunk) => {
      received += chunk;
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(received));
  });
}

test("a fault of the emulator's own is answered in the gateway's shape, and told on stderr", async () => {
  const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const server = await startServer(() => Promise.reject(new Error("a bug")), "127.0.0.1", 0);
  servers.push(server);
  const response = await fetch(server.url);
  expect(await response.json()).toMatchObject({ error_code: "APIGW.0601" });
  expect(stderr).toHaveBeenCalledExactlyOnceWith("elb-emulator: internal fault: Error: a bug\n");
  stderr.mockRestore();
});

test("port 0 is any free one, and the URL names it", async () => {
  const { url, port } = await start();
  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect(await (await fetch(url)).text()).toBe("served");
});

test("a port that is taken is said in one sentence with the way out", async () => {
  const { port } = await start();
  const message = `port ${port} on 127.0.0.1 is taken; choose another with --port, or --port 0 for any free one.`;
  await expect(start(port)).rejects.toThrow(new StartError(message));
});

test("so is an address that the machine does not have", async () => {
  await expect(start(0, "192.0.2.1")).rejects.toThrow("this machine has no address 192.0.2.1");
});

test("it stops at once, although a connection is kept open", async () => {
  const { port, url, stop } = await start();
  const idle = exchange(port, "");
  const busy = exchange(port, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await fetch(url);
  await stop();
  expect(await idle).toBe("");
  expect(await busy).toContain("served");
  await expect(fetch(url)).rejects.toThrow();
});

/** Sends what is refused, and makes sure that the answer has the gateway's shape. */
async function refusalOf(bytes: string): Promise<{ status: number; code: string }> {
  const { port } = await start();
  const received = await exchange(port, bytes);
  const { error_code, request_id } = JSON.parse(received.slice(received.indexOf("\r\n\r\n")));
  expect(received.toLowerCase()).toContain(`x-request-id: ${request_id}\r\n`);
  return { status: Number(/^HTTP\/1.1 (\d+) /.exec(received)?.[1]), code: error_code };
}

test.each([
  ["no HTTP", "GARBAGE\r\n\r\n", 400],
  ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
  ["no host of HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", 400],
  [
    "two lengths",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    400,
  ],
  ["an impossible host", "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n", 400],
  ["two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n", 400],
  ["a backslash in the path", "GET /\\x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400],
  [
    "headers of more than 128 KB",
    `GET / HTTP/1.1\r\nHost: localhost\r\nX-Big: ${"a".repeat(140_000)}\r\n\r\n`,
    494,
  ],
])("%s is answered in the gateway's shape", async (_, bytes, status) => {
  expect(await refusalOf(bytes)).toEqual({ status, code: "APIGW.0201" });
});

test("an expectation that cannot be met is answered in the gateway's shape", async () => {
  const bytes = "POST / HTTP/1.1\r\nHost: a\r\nExpect: foo\r\nContent-Length: 2\r\n\r\n{}";
  expect(await refusalOf(bytes)).toEqual({ status: 417, code: "APIGW.0201" });
});

test("so is a CONNECT", async () => {
  const bytes = "CONNECT elb.test:443 HTTP/1.1\r\nHost: elb.test:443\r\n\r\n";
  expect(await refusalOf(bytes)).toEqual({ status: 404, code: "APIGW.0101" });
});

test("100-continue is an expectation that can be met", async () => {
  const { port } = await start();
  const head =
    "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: 2\r\n\r\n";
  expect(await exchange(port, `${head}{}`)).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 OK/);
});
