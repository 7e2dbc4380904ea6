import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { UsageError } from "../usage.ts";
import { type Context, Passage } from "./passage.ts";
import { malformed, type Refusal, refuseConnection } from "./refusal.ts";

/** A proxy that listens. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Takes no more calls, and resolves when those on their way are over. */
  drain(): Promise<void>;
}

/** More than the gateway takes, so that callers get its own answer. In bytes. */
const MAX_HEAD = 256 * 1024;

/**
 * Listens, and passes calls on.
 * @param turnAway Looks at a call before anything else does.
 * @throws UsageError where it cannot listen.
 */
export async function startServer(
  context: Omit<Context, "isDraining">,
  host: string,
  port: number,
  turnAway: (incoming: IncomingMessage) => Refusal | undefined,
): Promise<RunningServer> {
  let isDraining = false;
  const whole: Context = { ...context, isDraining: () => isDraining };
  // No limit of time for a request as a whole: a passage sees to it that none stands still for too long.
  const server = createServer({ maxHeaderSize: MAX_HEAD, requireHostHeader: false, requestTimeout: 0 });
  const unused = unusedConnections(server);
  const onCall = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    unused.delete(incoming.socket);
    if (isDraining) outgoing.shouldKeepAlive = false;
    new Passage(whole, incoming, outgoing).start(turnAway(incoming));
  };
  const onExpectation = (incoming: IncomingMessage, outgoing: ServerResponse) =>
    new Passage(whole, incoming, outgoing).start(EXPECTATION);
  server.on("request", onCall).on("checkContinue", onCall).on("checkExpectation", onExpectation);
  server.on("connect", (_, socket: Duplex) => refuseConnection(socket, TUNNEL));
  server.on("clientError", onNoHttp);
  await listen(server, host, port);
  const actual = (server.address() as AddressInfo).port;
  return {
    url: `http://${reachable(host)}:${actual}`,
    port: actual,
    async drain() {
      isDraining = true;
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of unused) socket.destroy();
      await closed;
    },
  };
}

/** Connections that no call has come by. For Node these are not idle. */
function unusedConnections(server: Server): Set<Socket> {
  const unused = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    unused.add(socket);
    socket.once("close", () => unused.delete(socket));
  });
  return unused;
}

const EXPECTATION = malformed("Not forwarded: the only Expect that is known here is 100-continue.", 417);

const TUNNEL = malformed(
  "Not opened: nothing can be seen in a tunnel (CONNECT). Call the service with http:// and its own host through this " +
    "proxy; the way from here to it has TLS where --target says https://. Send calls to other hosts past the proxy, for " +
    "example by NO_PROXY, or by leaving HTTPS_PROXY out.",
  501,
);

/** Bytes that are no HTTP request. */
function onNoHttp({ code, message }: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || code === "ECONNRESET") socket.destroy();
  else if (code === "HPE_HEADER_OVERFLOW") {
    refuseConnection(socket, {
      row: "headersTooLarge",
      reason: `Not forwarded: they are longer than ${MAX_HEAD} bytes.`,
    });
  } else refuseConnection(socket, malformed(`Not forwarded: this is not HTTP/1.1 (${message}).`));
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(new UsageError(explain(error, host, port))),
    );
    server.listen(port, host, resolve);
  });
}

function explain({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case "EADDRINUSE":
      return `port ${port} on ${host} is taken; choose another with --port, or --port 0 for any free one.`;
    case "EACCES":
      return `port ${port} is not open to this user; choose one above 1023 with --port.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `this machine has no address ${host}; choose one that it has with --host.`;
    default:
      return `cannot listen on ${host} port ${port}: ${message}.`;
  }
}

/** The wildcard addresses are no destinations, and IPv6 addresses stand in brackets. */
function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}
