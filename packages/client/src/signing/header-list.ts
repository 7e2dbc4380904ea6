import { shown } from "../check.ts";
import { ElbArgumentError } from "../errors/base.ts";

/** Never signed: they belong to one connection (RFC 9110, 7.6.1), or are what signing writes. */
const unsigned = new Set(
  "connection keep-alive proxy-authenticate proxy-authorization proxy-connection te trailer transfer-encoding upgrade authorization".split(
    " ",
  ),
);

/** What RFC 9110 (5.6.2) calls a token: a method or the name of a header. */
export const isToken = (text: unknown): text is string =>
  typeof text === "string" && /^[!#$%&'*+.^`|~\w-]+$/.test(text);

/** Headers as they will be sent, in the spelling of whoever gave them, to be found whatever the case. */
export class HeaderList {
  /** By lower-case name. */
  private readonly entries = new Map<string, [spelling: string, value: string]>();

  add(name: unknown, value: unknown): void {
    if (!isToken(name) || typeof value !== "string" || !/^[\t\x20-\x7e]*$/.test(value)) {
      throw new ElbArgumentError(
        `Header ${shown(name)} cannot be signed reliably: name and value must be text of printable ASCII only.`,
      );
    }
    const known = this.entries.get(name.toLowerCase());
    if (known) known[1] += `, ${value}`;
    else this.set(name, value);
  }

  /** Replaces whatever stood under this name, its spelling included. */
  set(name: string, value: string): void {
    this.entries.set(name.toLowerCase(), [name, value]);
  }

  get(name: string): string | undefined {
    return this.entries.get(name.toLowerCase())?.[1];
  }

  toRecord(): Record<string, string> {
    // A header can be called `__proto__`, which only a property that is defined can be.
    if (this.entries.has("__proto__")) return Object.fromEntries(this.entries.values());
    const record: Record<string, string> = {};
    for (const [name, value] of this.entries.values()) record[name] = value;
    return record;
  }

  /** What is signed, by lower-case name; `host` is, even if nobody hands it in. */
  toSign(host: string): Map<string, string> {
    const signed = new Map([["host", host]]);
    for (const [key, [, value]] of this.entries) {
      if (!unsigned.has(key)) signed.set(key, value);
    }
    return signed;
  }
}

/** @throws {ElbArgumentError} naming the header that cannot be signed */
export function listHeaders(given: unknown): HeaderList {
  if (typeof given !== "object" || given === null) {
    throw new ElbArgumentError("`headers` must be an object, pairs or Headers.");
  }
  const headers = new HeaderList();
  const pairs = Symbol.iterator in given ? (given as Iterable<unknown[]>) : Object.entries(given);
  for (const pair of pairs) headers.add(pair?.[0], pair?.[1]);
  return headers;
}
