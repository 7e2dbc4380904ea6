import type { IncomingMessage } from "node:http";
import { protocol } from "@elb-classic/spec/operations";

/** Headers that are for one connection only (RFC 9110, section 7.6.1). */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Whether a header stays behind, because it is for this connection only. */
export type IsOwn = (lowerCaseName: string) => boolean;

/** Beside those that HTTP names, a message can name more of them in `Connection`. */
export function ownHeaders({ headers: { connection } }: IncomingMessage): IsOwn {
  if (connection === undefined || isUsual(connection)) return (name) => HOP_BY_HOP.has(name);
  const named = new Set(connection.split(",").map((name) => name.trim().toLowerCase()));
  return (name) => HOP_BY_HOP.has(name) || named.has(name);
}

/**
 * Headers for the service itself: how long the payload is, where it goes, and what is signed. `Connection` may not name
 * them (RFC 9110, section 7.6.1): without its length, a payload would be read as the next request.
 */
const END_TO_END: ReadonlySet<string> = new Set(
  ["Content-Length", "Host", "Content-Type", ...Object.values(protocol.headers)].map((name) =>
    name.toLowerCase(),
  ),
);

/** Such a header that `Connection` names nevertheless, in lower case. */
export function disownedHeader({ headers: { connection = "" } }: IncomingMessage): string | undefined {
  const named = connection.split(",").map((name) => name.trim().toLowerCase());
  return named.find((name) => END_TO_END.has(name));
}

function isUsual(connection: string): boolean {
  return connection === "keep-alive" || connection === "close";
}

/** Names and values in turn, as they came: spelling, order and repetitions are kept. */
export function withoutOwn(message: IncomingMessage, isOwn: IsOwn): string[] {
  const { rawHeaders } = message;
  const kept: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!;
    if (!isOwn(name.toLowerCase())) kept.push(name, rawHeaders[index + 1]!);
  }
  return kept;
}

/** Replaces a header where it stands, else puts it first. @param name In lower case. */
export function replace(raw: string[], name: string, value: string, spelling: string): void {
  for (let index = 0; index < raw.length; index += 2) {
    if (raw[index]!.toLowerCase() !== name) continue;
    raw[index + 1] = value;
    return;
  }
  raw.unshift(spelling, value);
}

/** How often a header is given. @param name In lower case. */
export function countOf({ rawHeaders }: IncomingMessage, name: string): number {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const given = rawHeaders[index]!;
    if (given.length === name.length && given.toLowerCase() === name) count += 1;
  }
  return count;
}

/** Whether a payload follows the head. */
export function hasPayload({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

const WITHOUT_PAYLOAD: ReadonlySet<string | undefined> = new Set([
  "GET",
  "HEAD",
  "DELETE",
  "OPTIONS",
  "TRACE",
]);

/** Whether a request with that method says how long its payload is, even where there is none. */
export function expectsPayload(method: string | undefined): boolean {
  return !WITHOUT_PAYLOAD.has(method);
}
