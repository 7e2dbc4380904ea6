import type { HeaderPairs } from "../exchange.ts";
import { secretNames } from "./api.ts";

/** Stands in place of what is secret. */
const MASK = "***";

/** Headers whose value says who calls, or lets another one call. */
const SECRET_HEADERS: ReadonlySet<string> = new Set([
  "authorization",
  "proxy-authorization",
  "cookie",
  "set-cookie",
  "x-auth-token",
  "x-security-token",
  "x-subject-token",
]);

/** @param raw Names and values in turn. */
export function maskHeaders(raw: readonly string[]): HeaderPairs {
  const pairs: [string, string][] = [];
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index]!;
    pairs.push([name, SECRET_HEADERS.has(name.toLowerCase()) ? MASK : raw[index + 1]!]);
  }
  return pairs;
}

/** Texts of a request that an answer to it may repeat: its token, and the id of its access key. */
export function secretsIn(raw: readonly string[]): string[] {
  const found: string[] = [];
  for (let index = 0; index < raw.length; index += 2) {
    if (!SECRET_HEADERS.has(raw[index]!.toLowerCase())) continue;
    const value = raw[index + 1]!;
    found.push(value, ...Array.from(value.matchAll(KEY_ID), ([, id]) => id!));
  }
  return found.filter(({ length }) => length >= 8);
}

const KEY_ID = /\b(?:Access|Credential)=([^,/\s]+)/g;

/** A key in PEM, to its end or that of the text. What is around it stays, so that a check says the same of it. */
const PRIVATE_KEY = /(-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----)[\s\S]*?(-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g;

/** What a gateway repeats of a request that it could not verify, headers and all. */
const CANONICAL = /(canonical.?request\s*[:=]?)[\s\S]+/i;

/**
 * The payload without what is secret, or undefined where it has to be left out: what is not JSON cannot be told apart.
 * @param text with its encoding undone
 * @param secrets Texts that are secret wherever they stand.
 */
export function maskPayload(text: string, secrets: readonly string[]): string | undefined {
  const masked = secrets.reduce((rest, secret) => rest.replaceAll(secret, MASK), text);
  if (!isSuspicious(masked)) return masked;
  try {
    return JSON.stringify(JSON.parse(masked), (name, value) => maskValue(name, value));
  } catch {
    return [...secretNames].some((name) => masked.includes(name)) ? undefined : maskText(masked);
  }
}

function isSuspicious(text: string): boolean {
  if (text.includes("PRIVATE KEY") || CANONICAL.test(text)) return true;
  for (const name of secretNames) if (text.includes(name)) return true;
  // A name can be written with escapes.
  return text.includes("\\u");
}

function maskValue(name: string, value: unknown): unknown {
  if (typeof value === "string") {
    const masked = maskText(value);
    return secretNames.has(name) && masked === value && value !== "" ? MASK : masked;
  }
  // Of another type than it should be: it stays so, but for what it says.
  return secretNames.has(name) && typeof value === "object" && value !== null ? {} : value;
}

function maskText(text: string): string {
  return text.replace(PRIVATE_KEY, `$1\n${MASK}\n$2`).replace(CANONICAL, `$1 ${MASK}`);
}
