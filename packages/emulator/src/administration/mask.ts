import { protocol } from "@elb-classic/spec/operations";
import type { RequestHeaders } from "../http/incoming.ts";

const MASK = "***";
const MAX_BODY_BYTES = 16 * 1024;

/** Headers that are shown as they are. Whatever else a client sends could be a secret. */
const HARMLESS = new Set(
  [
    protocol.headers.date,
    protocol.headers.projectId,
    protocol.headers.requestId,
    protocol.headers.contentSha256,
    "Accept",
    "Accept-Encoding",
    "Accept-Language",
    "Connection",
    "Content-Length",
    "Content-Type",
    "Host",
    "Transfer-Encoding",
    "User-Agent",
    "X-Domain-Id",
  ].map((name) => name.toLowerCase()),
);

/** Properties with secrets in them, or around them: `private_key`, `password`, `sk`, `hw_ak_sk`, `token`, `securitytoken`. */
const SECRET_NAME =
  /key|secret|password|passw|token|credential|passcode|signature|(^|_)(ak|sk)(_|$)|^access$/i;

/** Headers by name, those that could be secret with their values masked. */
export function maskHeaders(headers: RequestHeaders): Record<string, string> {
  const shown = [...headers].map(([name, value]) => [name, HARMLESS.has(name.toLowerCase()) ? value : MASK]);
  return Object.fromEntries(shown);
}

/** A payload of JSON without its secrets, a few words for any other, null for none. */
export function maskBody(body: Uint8Array | undefined): unknown {
  if (body === undefined || body.byteLength === 0) return null;
  if (body.byteLength > MAX_BODY_BYTES) return `${body.byteLength} bytes, too many to be kept`;
  try {
    return maskValue(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)));
  } catch {
    return `${body.byteLength} bytes that are not JSON`;
  }
}

function maskValue(value: unknown): unknown {
  if (typeof value === "string") return value.includes("PRIVATE KEY") ? MASK : value;
  if (Array.isArray(value)) return value.map(maskValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, maskProperty(name, each)]));
}

/** Within something secret all that can tell anything is masked, but the shape is kept. */
function maskProperty(name: string, value: unknown): unknown {
  return SECRET_NAME.test(name) ? maskAll(value) : maskValue(value);
}

function maskAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskAll);
  if (typeof value !== "object" || value === null) return value === null ? null : MASK;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, maskAll(each)]));
}
