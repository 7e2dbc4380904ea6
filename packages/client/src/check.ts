import { ElbArgumentError, type ElbConfigurationError } from "./errors/base.ts";

type Failure = typeof ElbArgumentError | typeof ElbConfigurationError;

/**
 * A name that nobody reads would be ignored silently, so it is refused. One whose value is undefined asks for
 * nothing and is let through.
 *
 * @throws {Failure} unless `given` is an object whose names are all known
 */
export function checkNames(
  subject: string,
  noun: string,
  given: unknown,
  known: readonly string[],
  Refused: Failure = ElbArgumentError,
): void {
  if (typeof given !== "object" || given === null) {
    throw new Refused(`${subject} takes its ${noun}s as one object.`);
  }
  for (const name of Object.keys(given)) {
    if (!known.includes(name) && given[name as never] !== undefined) {
      throw new Refused(`${subject} has no ${noun} \`${name}\`; it takes ${known.join(", ") || "none"}.`);
    }
  }
}

/** @throws {Failure} unless `value` is a function or absent */
export function checkFunction(name: string, value: unknown, Refused: Failure = ElbArgumentError): void {
  if (value !== undefined && typeof value !== "function") {
    throw new Refused(`\`${name}\` must be a function.`);
  }
}

/** Text that can be percent-encoded: half of a surrogate pair cannot. */
export const isEncodable = (text: string): boolean => !/[\ud800-\udfff]/u.test(text);

/** Whether a value can be one segment of a path; a dot segment would be resolved on the way. */
export const isSegment = (value: unknown): value is string =>
  typeof value === "string" && /^(?!\.\.?$|\s*$)[^/]+$/.test(value) && isEncodable(value);

/** A wrong value as an error message can show it. */
export const shown = (value: unknown): string =>
  typeof value === "string"
    ? JSON.stringify(value.slice(0, 100))
    : `of type ${value === null ? "null" : typeof value}`;
