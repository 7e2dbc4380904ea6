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

/**
 * @param raw Names and values in turn.
 * @param secrets Texts that are secret wherever they stand.
 */
export function maskHeaders(raw: readonly string[], secrets: readonly string[]): HeaderPairs {
  const pairs: [string, string][] = [];
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index]!;
    const value = raw[index + 1]!;
    pairs.push([name, SECRET_HEADERS.has(name.toLowerCase()) ? MASK : maskSecrets(value, secrets)]);
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
  // The longest first: where one holds another, nothing of it must be left.
  return found.filter(({ length }) => length >= 8).sort((one, other) => other.length - one.length);
}

const KEY_ID = /\b(?:Access|Credential)=([^,/\s]+)/g;

/** The text, be it a URL or not, without the secrets, as they are or percent-encoded. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  const masked = secrets.reduce((rest, secret) => rest.replaceAll(secret, MASK), text);
  if (!masked.includes("%")) return masked;
  const decoded = decodePercents(masked);
  const spaced = decodePercents(masked.replaceAll("+", " "));
  // Few texts have any: an expression for a long token is made only for those.
  return secrets
    .filter((secret) => decoded.includes(secret) || spaced.includes(secret))
    .reduce((rest, secret) => rest.replace(percentEncoded(secret), MASK), masked);
}

/** Byte by byte, as Node.js reads headers; what is no such code stays. */
function decodePercents(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Each character as it is or encoded: which ones are is up to who wrote it. */
function percentEncoded(secret: string): RegExp {
  const characters = Array.from(secret, (character) => {
    const hex = character.charCodeAt(0).toString(16).padStart(2, "0");
    return `(?:\\x${hex}|%${hex}${character === " " ? "|\\+" : ""})`;
  });
  return new RegExp(characters.join(""), "gi");
}

const KEY_BEGIN = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/;
const KEY_END = /-----END [A-Z0-9 ]*PRIVATE KEY-----/g;

/** A key in PEM, to its end or that of the text. What is around it stays, so that a check says the same of it. */
const PRIVATE_KEY = new RegExp(`(${KEY_BEGIN.source})[\\s\\S]*?(${KEY_END.source}|$)`, "g");

/** What a gateway repeats of a request that it could not verify, headers and all. */
const CANONICAL = /(canonical.?request\s*[:=]?)[\s\S]+/i;

/** An escape of JSON that a name or the value of a header can hide behind. */
const ESCAPE = /\\[^bfnr]/;

/** Services spell a name in several ways: `private_key`, `Private-Key`, `privateKey`. */
const withoutSpelling = (name: string): string => name.toLowerCase().replace(/[_-]/g, "");

const SECRET_NAMES: ReadonlySet<string> = new Set(Array.from(secretNames, withoutSpelling));

/**
 * The payload without what is secret, or undefined where it has to be left out: what is not JSON cannot be told apart.
 * @param text with its encoding undone
 * @param secrets Texts that are secret wherever they stand.
 */
export function maskPayload(text: string, secrets: readonly string[]): string | undefined {
  const masked = maskSecrets(text, secrets);
  if (!isSuspicious(masked)) return masked;
  try {
    const root: unknown = JSON.parse(masked);
    // It has no names of its own that tell what is secret in it.
    if (typeof root === "string") return undefined;
    return JSON.stringify(root, (name, value) => maskValue(name, value, secrets));
  } catch {
    return namesSecret(masked) || ESCAPE.test(masked) ? undefined : maskText(masked);
  }
}

function isSuspicious(text: string): boolean {
  return text.includes("PRIVATE KEY") || CANONICAL.test(text) || ESCAPE.test(text) || namesSecret(text);
}

function namesSecret(text: string): boolean {
  const plain = withoutSpelling(text);
  return [...SECRET_NAMES].some((name) => plain.includes(name));
}

function maskValue(name: string, value: unknown, secrets: readonly string[]): unknown {
  const isSecret = SECRET_NAMES.has(withoutSpelling(name));
  if (typeof value === "string") return isSecret ? maskKey(value) : maskText(maskSecrets(value, secrets));
  if (typeof value !== "object" || value === null) return value;
  // Of another type than it should be: it stays so, but for what it says.
  if (isSecret) return {};
  return Array.isArray(value) ? value : maskNames(value, secrets);
}

/** Names can repeat a secret as values can. */
function maskNames(value: object, secrets: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [maskSecrets(name, secrets), of]));
}

/** Nothing of a secret value stays but the lines around a key, so that a check says the same of it. */
function maskKey(value: string): string {
  if (value === "") return value;
  const begin = KEY_BEGIN.exec(value)?.[0];
  const end = value.match(KEY_END)?.at(-1);
  return [begin, MASK, end].filter((line) => line !== undefined).join("\n");
}

function maskText(text: string): string {
  return text.replace(PRIVATE_KEY, `$1\n${MASK}\n$2`).replace(CANONICAL, `$1 ${MASK}`);
}
