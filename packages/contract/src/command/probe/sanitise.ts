import { createHmac, randomBytes } from "node:crypto";
import { probeData } from "./records.data.ts";

/** Takes out of a value what tells about a cloud and its user, and leaves structure, types and quirks. */
export type Sanitise = (value: unknown) => unknown;

const words = new Set(probeData.words);
const names = new Set(probeData.names);
/** Says nothing: short numbers in quotes, versions, error codes and the texts of literals. */
const HARMLESS = /^(\d{0,6}|v\d+(\.\d+)*|(ELB|API(GW|G|C)|Common|IAM)\.\d{4}|true|false|null)$/;
/** How many digits of a number can be shown: longer ones are telephone numbers, times and the like. */
const DIGITS = 6;
const TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{3})?Z?$/;
const ID = /^([\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12})$/i;
const ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;
/** 100.64.0.0/10, which is the same everywhere. */
const SHARED = /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;

/**
 * The same id becomes the same other one within a file, and another one in the next. Texts that are not known become
 * `<text>`; an empty one stays. Names of properties that are not known become `<name>`, and numbers of more than six
 * digits 1000000.
 */
export function createSanitise(): Sanitise {
  const secret = randomBytes(32);

  function ofId(id: string): string {
    const digits = createHmac("sha256", secret).update(id.toLowerCase()).digest("hex").slice(0, 32);
    return id.includes("-") ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-") : digits;
  }

  function ofText(text: string): string {
    if (words.has(text) || HARMLESS.test(text)) return text;
    if (ID.test(text)) return ofId(text);
    if (ADDRESS.test(text)) return SHARED.test(text) ? "<address in 100.64.0.0/10>" : "<address>";
    if (TIME.test(text))
      return text.replace(/^\d{4}-\d\d-\d\d/, "2000-01-01").replace(/\d\d:\d\d:\d\d/, "00:00:00");
    if (/^\/[^\s?#]*$/.test(text)) return text.split("/").map(ofText).join("/");
    return "<text>";
  }

  function sanitise(value: unknown): unknown {
    if (typeof value === "string") return ofText(value);
    if (typeof value === "number") return ofNumber(value);
    if (Array.isArray(value)) return value.map(sanitise);
    if (typeof value !== "object" || value === null) return value;
    let unknown = 0;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const shown = names.has(name) ? name : nameOf(unknown++);
        return [shown, sanitise(inner)];
      }),
    );
  }
  return sanitise;
}

function ofNumber(value: number): number {
  return String(value).replace(/\D/g, "").length > DIGITS ? Math.sign(value) * 10 ** DIGITS : value;
}

/** Each of an object has a name of its own, so that none is lost. */
function nameOf(index: number): string {
  return index === 0 ? "<name>" : `<name ${index + 1}>`;
}

/** The pointer of a finding, with `<name>` for every name that is not known. */
export function sanitisePointer(pointer: string): string {
  if (!pointer.startsWith("/")) return pointer;
  const segments = pointer.slice(1).split("/");
  return segments.map((name) => `/${names.has(name) || /^\d{1,6}$/.test(name) ? name : "<name>"}`).join("");
}
