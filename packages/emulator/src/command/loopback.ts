import type { IncomingMessage } from "node:http";
import { Refusal } from "../http/refusal.ts";

/**
 * Keeps the administration to this machine, whatever address the server listens on. The name in the URL has to be one of
 * this machine too: a page of another site can have its own name lead here, and would count as the same site then.
 * @throws Refusal
 */
export function checkLoopback(url: URL, incoming: IncomingMessage | undefined): void {
  const reason = isLoopback(incoming?.socket.remoteAddress ?? "")
    ? !isLoopbackName(url.hostname) &&
      `The administration does not answer by the name ${url.hostname}, only by localhost.`
    : "The administration answers this machine only.";
  if (reason === false) return;
  throw new Refusal("APIGW.0402#1", {
    reason: `${reason} Start the emulator with --administration-anywhere to change that.`,
  });
}

function isLoopback(address: string): boolean {
  return address === "::1" || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/.test(address);
}

function isLoopbackName(name: string): boolean {
  return name === "localhost" || name === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(name);
}
