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

test.each([
  ["no HTTP", "GARBAGE\r\n\r\n", 400],
  ["an impossible host", "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n", 400],
  ["a backslash in the path", "GET /\\x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400],
  [
    "headers of more than 128 KB",
    `GET / HTTP/1.1\r\nHost: localhost\r\nX-Big: ${"a".repeat(140_000)}\r\n\r\n`,
    494,
  ],
])("%s is answered in the gateway's shape", async (_, bytes, status) => {
  const { port } = await start();
  const received = await exchange(port, bytes);
  expect(received).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  const { error_code, request_id } = JSON.parse(received.slice(received.indexOf("\r\n\r\n")));
  expect(error_code).toBe("APIGW.0201");
  expect(received.toLowerCase()).toContain(`x-request-id: ${request_id}`);
});
