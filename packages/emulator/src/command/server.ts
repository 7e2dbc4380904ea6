import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { MAX_ALL_HEADER_BYTES } from "../http/limits.ts";
import { answerConnect, answerExpectation, answerNoHttp, malformedAnswer } from "./malformed.ts";
import { withPayload } from "./payload.ts";

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Stops at once, also for connections that are open. */
  stop(): Promise<void>;
}

/** A server that could not start. The message is one sentence with the way out. */
export class StartError extends Error {}

/** Listens and serves. @throws StartError */
export async function startServer(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<RunningServer> {
  const listener = getRequestListener(
    (request, { incoming }) => fetch(withPayload(request, incoming as IncomingMessage)),
    { errorHandler: malformedAnswer },
  );
  // Without a Host header, Node would answer on its own; so the listener looks at that.
  const server = createServer({ maxHeaderSize: MAX_ALL_HEADER_BYTES, requireHostHeader: false }, listener);
  server.on("clientError", answerNoHttp);
  server.on("checkExpectation", answerExpectation);
  server.on("connect", answerConnect);
  await listen(server, host, port);
  const actual = (server.address() as AddressInfo).port;
  return { url: `http://${reachable(host)}:${actual}`, port: actual, stop: () => stop(server) };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(new StartError(explain(error, host, port))),
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

async function stop(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
