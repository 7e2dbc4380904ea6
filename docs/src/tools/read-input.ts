/** What somebody typed or pasted into the look-up of error codes. */

export interface KnownCode {
  readonly code: string;
  readonly messages: readonly string[];
}

export type Reading =
  | { kind: "empty" }
  /** Codes of the catalogue that the text names, or whose message it holds. */
  | { kind: "found"; codes: string[] }
  /** A code that the catalogue does not have, and those whose names are closest. */
  | { kind: "unknown"; code: string; near: string[] }
  /** A page instead of an answer of the API. */
  | { kind: "html" }
  /** JSON in none of the shapes that errors have. */
  | { kind: "json" }
  | { kind: "nothing" };

// The gateway's prefix differs between clouds, its numbers do not.
const GATEWAY = /^(APIGW|APIG|APIC)\./i;
const CODE = /\b[A-Za-z]+\.\d{3,5}\b/g;

/** Reads a code, a number, a whole error body, a line of a log, or a message. */
export function readInput(text: string, known: readonly KnownCode[]): Reading {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "empty" };
  const named = (trimmed.match(CODE) ?? []).map(canonical);
  const found = known.filter(({ code }) => named.includes(canonical(code)));
  if (found.length > 0) return reading(found);
  if (/^\d{3,5}$/.test(trimmed)) return byNumber(trimmed, known);
  const byMessage = known.filter(({ messages }) => messages.some((message) => holds(trimmed, message)));
  if (byMessage.length > 0) return reading(byMessage);
  if (named[0] !== undefined) return { kind: "unknown", code: named[0], near: nearest(named[0], known) };
  if (/^\s*<(!doctype|html|\?xml|head|body)/i.test(trimmed)) return { kind: "html" };
  return { kind: isJson(trimmed) ? "json" : "nothing" };
}

const reading = (codes: readonly KnownCode[]): Reading => ({
  kind: "found",
  codes: codes.map(({ code }) => code),
});

function byNumber(number: string, known: readonly KnownCode[]): Reading {
  const found = known.filter(({ code }) => code.endsWith(`.${number}`));
  return found.length > 0 ? reading(found) : { kind: "unknown", code: number, near: nearest(number, known) };
}

const canonical = (code: string): string => code.replace(GATEWAY, "APIGW.").toUpperCase();

const plain = (text: string): string => text.toLowerCase().replaceAll(/\W+/g, " ").trim();
const holds = (text: string, message: string): boolean =>
  plain(message).length > 8 && (plain(text).includes(plain(message)) || plain(message) === plain(text));

/** Up to five codes with the longest common beginning, at least the prefix. */
function nearest(code: string, known: readonly KnownCode[]): string[] {
  const wanted = canonical(code);
  const common = (other: string): number => {
    let length = 0;
    while (length < wanted.length && wanted[length] === other[length]) length += 1;
    return length;
  };
  const least = wanted.indexOf(".") + 2;
  return known
    .map((entry) => ({ code: entry.code, length: common(canonical(entry.code)) }))
    .filter(({ length }) => length >= Math.max(least, 2))
    .sort((one, other) => other.length - one.length)
    .slice(0, 5)
    .map((entry) => entry.code);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
