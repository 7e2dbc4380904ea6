import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { protocol } from "@elb-classic/spec/operations";
import type { Finding } from "../../finding.ts";
import { gateway } from "./gateway.data.ts";
import { VERDICT_HEADER } from "./verdict-header.ts";

/** Why the proxy answers in place of the service. `reason` is one sentence or two, with the way out. */
export interface Refusal {
  readonly row: keyof typeof gateway;
  readonly reason: string;
  /** Where it is not that of the row. */
  readonly status?: number;
  /** What the contract has against the message. */
  readonly findings?: readonly Finding[];
}

/** What is wrong with a request, in the proxy's own words. */
export function malformed(reason: string, status?: number): Refusal {
  return { row: "malformed", reason, ...(status === undefined ? {} : { status }) };
}

export function statusOf({ row, status }: Refusal): number {
  return status ?? gateway[row].status;
}

/** Answers in the shape of the gateway, unless the client has gone. */
export function refuse(outgoing: ServerResponse, refusal: Refusal): void {
  const { headers, body } = messageOf(refusal);
  outgoing.writeHead(statusOf(refusal), headers);
  outgoing.end(body);
}

/** The same where there is no message to answer, only a connection. It is closed. */
export function refuseConnection(socket: Duplex, refusal: Refusal): void {
  const { headers, body } = messageOf(refusal);
  const status = statusOf(refusal);
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Refused"}`, "Connection: close"];
  for (let index = 0; index < headers.length; index += 2)
    lines.push(`${headers[index]}: ${headers[index + 1]}`);
  socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`);
}

function messageOf({ row, reason, findings }: Refusal): { headers: string[]; body: string } {
  const { code, message } = gateway[row];
  const request_id = crypto.randomUUID().replaceAll("-", "");
  const body = JSON.stringify({
    error_msg: `${message} ${reason}`,
    error_code: code,
    request_id,
    findings,
  });
  const headers = [
    "Content-Type",
    protocol.contentType,
    "Content-Length",
    String(Buffer.byteLength(body)),
    protocol.headers.requestId,
    request_id,
    VERDICT_HEADER,
    "refused",
  ];
  return { headers, body };
}
