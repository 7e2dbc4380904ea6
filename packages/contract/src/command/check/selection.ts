import type { RecordedExchange } from "../exchange.ts";
import { api } from "./api.data.ts";

/** Hosts, with a port or for every port, whose calls are checked. Empty: all whose calls look like those of this API. */
export type Hosts = readonly string[];

/**
 * Whether a recorded call is one of this API. A recording of a browser has calls of many services, and the list of
 * versions stands at a path that every service has.
 *
 * @param path That of its URL.
 * @param isKnown Whether the description has it.
 */
export function isSelected(
  exchange: RecordedExchange,
  path: string,
  isKnown: boolean,
  hosts: Hosts,
): boolean {
  if (isOfTransport(exchange)) return false;
  const host = hostOf(exchange);
  if (host === undefined) return true;
  if (hosts.length > 0) return hosts.includes(host) || hosts.includes(host.replace(/:\d+$/, ""));
  const segments = path.split("/").filter(Boolean);
  if (segments.length > api.common) return isKnown || segments.includes(api.service);
  return segments.every((segment) => /^v\d/i.test(segment)) && isJson(exchange);
}

/** What a proxy or a browser asks before the call itself. */
function isOfTransport({ request: { method, headers = [] } }: RecordedExchange): boolean {
  if (method === "CONNECT") return true;
  return (
    method === "OPTIONS" && headers.some(([name]) => name.toLowerCase() === "access-control-request-method")
  );
}

/** In lower case. */
function hostOf({ request: { url } }: RecordedExchange): string | undefined {
  return /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(url)?.[1]?.toLowerCase();
}

function isJson({ response }: RecordedExchange): boolean {
  return (
    typeof response?.body === "object" && response.body !== null && !(response.body instanceof Uint8Array)
  );
}
