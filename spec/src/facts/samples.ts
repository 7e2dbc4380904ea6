import { readJson } from "./json.ts";
import type { SampleFact } from "./ledger.ts";
import { hashOf } from "./text.ts";

type Content = Pick<SampleFact, "repaired" | "http" | "value">;

const requestLine = /^((?:GET|POST|PUT|DELETE|PATCH|HEAD) \S+|https?:\/\/\S+)(?: HTTP\/[\d.]+)?$/;
const headerLine = /^([A-Za-z][A-Za-z0-9-]*): *(.*)$/;

/** Reads a code block: JSON, a request line, headers, or an HTTP message of these. Undefined for anything else. */
export function readSample(text: string): Content | undefined {
  const lines = text.trim().split("\n");
  const request = requestLine.exec(lines[0]?.trim() ?? "")?.[1];
  if (request !== undefined) lines.shift();
  const headers: Record<string, string> = {};
  for (let header = headerLine.exec(lines[0] ?? ""); header; header = headerLine.exec(lines[0] ?? "")) {
    headers[header[1] ?? ""] = withoutSecret(header[1] ?? "", (header[2] ?? "").trim());
    lines.shift();
  }
  const http = {
    ...(request !== undefined && { request }),
    ...(Object.keys(headers).length > 0 && { headers }),
  };
  const body = readBody(lines.join("\n").trim());
  if (!body) return undefined;
  return Object.keys(http).length > 0 ? { http, ...body } : "value" in body ? body : undefined;
}

function readBody(text: string): Content | undefined {
  if (text === "") return {};
  const json = readJson(text);
  if (!json) return undefined;
  return { ...(json.repaired.length > 0 && { repaired: json.repaired }), value: withoutKeys(json.value) };
}

const withoutSecret = (name: string, value: string): string =>
  /^(?:x-auth-token|x-subject-token|authorization)$/i.test(name) ? `<hash ${hashOf(value)}>` : value;

const privateKey = /(-----BEGIN [A-Z ]*PRIVATE KEY-----)([\s\S]*?)(-----END [A-Z ]*PRIVATE KEY-----)/g;

/** The value with the inside of every private key replaced by its hash: no key is ever committed. */
function withoutKeys(value: unknown): unknown {
  if (typeof value === "string") {
    return value.replace(
      privateKey,
      (_, begin: string, key: string, end: string) => `${begin}\n<hash ${hashOf(key)}>\n${end}`,
    );
  }
  if (Array.isArray(value)) return value.map(withoutKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, withoutKeys(below)]));
}
