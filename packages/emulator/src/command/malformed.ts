import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { protocol } from "@elb-classic/spec/operations";
import { type Answer, refusalAnswer, refusalBody } from "../http/answers.ts";
import { Refusal } from "../http/refusal.ts";
import { newId } from "../state/formats.ts";
import { STATUS_CODES } from "./builtins.ts";

// What never reaches the API is answered in the gateway's shape all the same.

/** A request that is no proper URL. Anything else that fails is a fault of the emulator. */
export function malformedAnswer(error: unknown): Answer {
  const isRequestFault = error instanceof Error && (error.name === "RequestError" || isInvalidUrl(error));
  if (!isRequestFault) process.stderr.write(`elb-emulator: internal fault: ${String(error)}\n`);
  const refusal = isRequestFault
    ? new Refusal("APIGW.0201#1", {
        reason: `The request line or the Host header is malformed: ${error.message}.`,
      })
    : new Refusal("APIGW.0601#1");
  return refusalAnswer(refusal, { requestId: newId(), now: Date.now() });
}

/** HTTP allows one Host; of several, a proxy and a server could each believe another one. */
export const hasSeveralHosts = ({ headersDistinct }: IncomingMessage): boolean =>
  (headersDistinct.host?.length ?? 0) > 1;

/** A request with several Host headers, in the words for any malformed one. */
export function severalHostsAnswer(): Answer {
  const reason = "The Host header is given more than once.";
  return refusalAnswer(new Refusal("APIGW.0201#1", { reason }), { requestId: newId(), now: Date.now() });
}

/** A host can look like one and be none, such as 999.1.1.1: that is only seen when the URL is read. */
function isInvalidUrl(error: NodeJS.ErrnoException): boolean {
  return error.code === "ERR_INVALID_URL";
}

/** Bytes that are no HTTP request. */
export function answerNoHttp(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === "ECONNRESET") socket.destroy();
  else endWith(socket, new Refusal(error.code === "HPE_HEADER_OVERFLOW" ? "APIGW.0201#4" : "APIGW.0201#1"));
}

/** A CONNECT, for which Node has no answer. */
export function answerConnect(_: IncomingMessage, socket: Duplex): void {
  endWith(socket, new Refusal("APIGW.0101#2"));
}

/** An `Expect` that nobody can meet. The catalogue has no row with the status that HTTP has for it. */
export function answerExpectation(_: IncomingMessage, response: ServerResponse): void {
  const { headers, body } = messageOf(new Refusal("APIGW.0201#1"));
  response.writeHead(417, headers).end(body);
}

function endWith(socket: Duplex, refusal: Refusal): void {
  const { headers, body } = messageOf(refusal);
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const status = `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? "Refused"}`;
  socket.end(`${[status, ...head].join("\r\n")}\r\n\r\n${body}`);
}

function messageOf(refusal: Refusal) {
  const requestId = newId();
  const body = JSON.stringify(refusalBody(refusal, requestId));
  const headers = {
    [protocol.headers.requestId]: requestId,
    "Content-Type": protocol.contentType,
    "Content-Length": String(Buffer.byteLength(body)),
    Connection: "close",
  };
  return { headers, body };
}
