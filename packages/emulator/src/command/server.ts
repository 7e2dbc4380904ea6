import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ConnectionLost } from "../faults/broken-connection.ts";
import type { Answer } from "../http/answers.ts";
import type { Incoming } from "../http/incoming.ts";
import { MAX_ALL_HEADER_BYTES } from "../http/limits.ts";
import { createServer } from "./builtins.ts";
import type { Fetch } from "./long-way.ts";
import {
  answerConnect,
  answerExpectation,
  answerNoHttp,
  hasSeveralHosts,
  malformedAnswer,
  severalHostsAnswer,
} from "./malformed.ts";
import { ordinaryRequest, writeAnswer } from "./ordinary.ts";
import { createTurn } from "./turn.ts";

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Stops at once, also for connections that are open. */
  stop(): Promise<void>;
}

/** A server that could not start. The message is one sentence with the way out. */
export class StartError extends Error {}

/**
 * Listens and serves.
 * @param fetch answers everything
 * @param respond answers the same where a request is an ordinary one, at less cost
 * @throws StartError
 */
export async function startServer(
  fetch: Fetch,
  host: string,
  port: number,
  respond?: (incoming: Incoming) => Promise<Answer>,
): Promise<RunningServer> {
  const listener = createListener(fetch, respond);
  // Without a Host header, Node would answer on its own; so the listener looks at that.
  const server = createServer({ maxHeaderSize: MAX_ALL_HEADER_BYTES, requireHostHeader: false }, listener);
  server.on("clientError", answerNoHttp);
  server.on("checkExpectation", answerExpectation);
  server.on("connect", answerConnect);
  await listen(server, host, port);
  const actual = (server.address() as AddressInfo).port;
  return { url: `http://${reachable(host)}:${actual}`, port: actual, stop: () => stop(server) };
}

function answerFault(error: unknown, incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (error instanceof ConnectionLost) incoming.socket.destroy();
  else writeAnswer(malformedAnswer(error), outgoing);
}

function createListener(
  fetch: Fetch,
  respond: ((incoming: Incoming) => Promise<Answer>) | undefined,
): RequestListener {
  const atEndOfTurn = createTurn();
  let longWay: Promise<RequestListener> | undefined;
  return (incoming, outgoing) => {
    const ordinary = respond && ordinaryRequest(incoming);
    if (ordinary) {
      atEndOfTurn(() => {
        respond(ordinary).then(
          (answer) => writeAnswer(answer, outgoing),
          (error) => answerFault(error, incoming, outgoing),
        );
      });
      return;
    }
    if (hasSeveralHosts(incoming)) return writeAnswer(severalHostsAnswer(), outgoing);
    // Loaded once it is needed, as that takes longer than all else that the command loads.
    longWay ??= import("./long-way.ts").then(({ createLongWay }) => createLongWay(fetch));
    longWay.then((listener) => listener(incoming, outgoing));
  };
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
