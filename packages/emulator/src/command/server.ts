import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { refusalAnswer } from "../http/answers.ts";
import { MAX_ALL_HEADER_BYTES } from "../http/limits.ts";
import { Refusal } from "../http/refusal.ts";
import { newId } from "../state/formats.ts";

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
  const listener = getRequestListener(fetch, { errorHandler: malformedAnswer });
  const server = createServer({ maxHeaderSize: MAX_ALL_HEADER_BYTES }, listener);
  server.on("clientError", answerBrokenRequest);
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

/** A request that is no proper URL never reaches the API. Anything else that fails is a fault of the emulator. */
function malformedAnswer(error: unknown): Response {
  const isRequestFault = error instanceof Error && error.name === "RequestError";
  if (!isRequestFault) process.stderr.write(`elb-emulator: internal fault: ${String(error)}\n`);
  const refusal = isRequestFault
    ? new Refusal("APIGW.0201#1", {
        reason: `The request line or the Host header is malformed: ${error.message}.`,
      })
    : new Refusal("APIGW.0601#1");
  return refusalAnswer(refusal, { requestId: newId(), now: Date.now() });
}

/** Answers bytes that are no HTTP request in the gateway's shape, too. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: import("node:stream").Duplex): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const refusal = new Refusal(error.code === "HPE_HEADER_OVERFLOW" ? "APIGW.0201#4" : "APIGW.0201#1");
  const requestId = newId();
  const body = JSON.stringify({
    error_msg: refusal.message,
    error_code: refusal.code,
    request_id: requestId,
  });
  const head = [
    `HTTP/1.1 ${refusal.status} Bad Request`,
    `X-Request-Id: ${requestId}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
