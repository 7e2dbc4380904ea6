import type { EmulatorOptions } from "./options.ts";
import type { Clock } from "./state/clock.ts";

interface Rule {
  readonly allows: (value: unknown) => boolean;
  readonly expected: string;
}

const AMOUNT: Rule = { allows: isAmount, expected: "a number, 0 or more" };

const RULES: { readonly [Name in keyof EmulatorOptions]-?: Rule } = {
  clock: { allows: isClock, expected: '"real" or a clock, see createManualClock' },
  auth: oneOf("on", "off"),
  // What is in it is looked at by its own rules, see seed/check-seed.ts.
  seed: { allows: () => true, expected: "a seed" },
  quirks: oneOf("observed", "documented"),
  jobDurationMs: {
    allows: (value) => value === "realistic" || (isAmount(value) && value !== Number.POSITIVE_INFINITY),
    expected: 'a number of milliseconds, 0 or more, or "realistic"',
  },
  quotas: { allows: isObject, expected: "an object" },
  unavailable: { allows: (value) => typeof value === "boolean", expected: "true or false" },
  // What is in it is looked at by its own rules, see faults/check-rules.ts.
  faults: { allows: Array.isArray, expected: "a list of rules" },
  administration: { allows: (value) => typeof value === "boolean", expected: "true or false" },
  onRequest: { allows: (value) => typeof value === "function", expected: "a function" },
};

const QUOTA_RULES: { readonly [Name in keyof NonNullable<EmulatorOptions["quotas"]>]-?: Rule } = {
  loadbalancers: AMOUNT,
  listeners: AMOUNT,
  members: AMOUNT,
};

/**
 * Makes sure that options make sense, for those who write JavaScript. An option that is undefined is one left out.
 * @throws TypeError with one sentence that names the option
 */
export function checkOptions(options: EmulatorOptions): void {
  if (!isObject(options)) throw new TypeError("createEmulator: the options have to be an object.");
  checkEach(options, RULES, "");
  if (options.quotas !== undefined) checkEach(options.quotas, QUOTA_RULES, "quotas.");
}

function checkEach(values: object, rules: Readonly<Record<string, Rule>>, prefix: string): void {
  for (const [name, value] of Object.entries(values)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined)
      throw new TypeError(
        `createEmulator: there is no option ${prefix}${name}; known are ${Object.keys(rules).join(", ")}.`,
      );
    if (value !== undefined && !rule.allows(value))
      throw new TypeError(
        `createEmulator: the option ${prefix}${name} has to be ${rule.expected}, not ${describe(value)}.`,
      );
  }
}

function oneOf(...values: readonly string[]): Rule {
  return {
    allows: (value) => values.some((one) => one === value),
    expected: values.map((one) => `"${one}"`).join(" or "),
  };
}

function isAmount(value: unknown): boolean {
  return typeof value === "number" && value >= 0;
}

function isClock(value: unknown): boolean {
  return value === "real" || (isObject(value) && typeof (value as Partial<Clock>).now === "function");
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  if (Array.isArray(value)) return "an array";
  return typeof value === "number" || typeof value === "boolean" || value === null
    ? String(value)
    : `of the type ${typeof value}`;
}
