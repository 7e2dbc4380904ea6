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
  /** JSON in none of the shapes that errors have. `cut`: messages were looked for in its beginning only. */
  | { kind: "json"; cut?: true }
  | { kind: "nothing"; cut?: true };

/** Codes are found in the whole text, however long; the text of a message only in so many characters of it. */
export const messageLimit = 20_000;

// The gateway's prefix differs between clouds, its numbers do not.
const GATEWAY = /^(APIGW|APIG|APIC)\./i;
const CODE = /(?<![A-Za-z0-9])[A-Za-z]+\.\d{3,5}(?![A-Za-z0-9])/g;
// Other ways to write the dot, or none, only with prefixes of the API: "port 8080" is no code.
const LOOSE = /(?<![A-Za-z0-9])(ELB|APIGW|APIG|APIC|IAM)[._。 \t]?(\d{4})(?![A-Za-z0-9])/gi;
const ONLY_LOOSE = new RegExp(`^${LOOSE.source}$`, "i");

/** Reads a code, a number, a whole error body, a line of a log, or a message. */
export function readInput(text: string, known: readonly KnownCode[]): Reading {
  const trimmed = text.normalize("NFKC").trim();
  if (trimmed === "") return { kind: "empty" };
  const named = (ONLY_LOOSE.test(trimmed) ? loose(trimmed) : (trimmed.match(CODE) ?? [])).map(canonical);
  const all = new Set([...named, ...loose(trimmed).map(canonical)]);
  const found = known.filter(({ code }) => all.has(canonical(code)));
  if (found.length > 0) return reading(found);
  if (/^\d{3,5}$/.test(trimmed)) return byNumber(trimmed, known);
  const words = plain(trimmed.slice(0, messageLimit));
  const byMessage = known.filter(({ messages }) => messages.some((message) => holds(words, message)));
  if (byMessage.length > 0) return reading(byMessage);
  if (named[0] !== undefined) return { kind: "unknown", code: named[0], near: nearest(named[0], known) };
  if (/^\s*<(!doctype|html|\?xml|head|body)/i.test(trimmed)) return { kind: "html" };
  const kind = isJson(trimmed) ? "json" : "nothing";
  return trimmed.length > messageLimit ? { kind, cut: true } : { kind };
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

const loose = (text: string): string[] =>
  [...text.matchAll(LOOSE)].map(([, prefix, number]) => `${prefix}.${number}`);

const plain = (text: string): string => text.toLowerCase().replaceAll(/\W+/g, " ").trim();
function holds(words: string, message: string): boolean {
  const wanted = plain(message);
  return wanted.length > 8 && words.includes(wanted);
}

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
