import { errorCodes } from "@elb-classic/spec/error-codes";
import { operationNames } from "./operation-names.ts";
import type { FaultRule } from "./rules.ts";

/** Rules that make no sense. The message is one sentence that names the place. */
export class FaultRuleError extends TypeError {
  constructor(place: string, fault: string) {
    super(`${place} ${fault}`);
    this.name = "FaultRuleError";
  }
}

interface Check {
  readonly allows: (value: unknown) => boolean;
  readonly expected: string;
}

const EFFECTS = ["latencyMs", "budget", "error", "status", "drop", "truncate", "failJob"] as const;
const CONDITIONS = ["first", "every", "probability"] as const;
const MAX_LATENCY_MS = 60_000;

const COUNT = whole(1, 1_000_000_000);

const CHECKS: { readonly [Name in keyof FaultRule]-?: Check } = {
  operations: { allows: isOperations, expected: "a list of names of operations, with at least one" },
  first: COUNT,
  every: COUNT,
  probability: number(0, 1),
  seed: whole(0, 2 ** 32 - 1),
  latencyMs: number(0, MAX_LATENCY_MS),
  budget: { allows: isObject, expected: "an object with calls and seconds, or {}" },
  error: {
    allows: isErrorRow,
    expected: "the id of a row of the catalogue of codes, such as APIGW.0307#1",
  },
  status: whole(500, 599),
  retryAfterSeconds: whole(0, 86_400),
  drop: { allows: (value) => value === "before" || value === "after", expected: '"before" or "after"' },
  truncate: { allows: (value) => value === true, expected: "true" },
  failJob: { allows: isObject, expected: "an object with a code" },
};

const BUDGET_CHECKS: { readonly [Name in keyof NonNullable<FaultRule["budget"]>]-?: Check } = {
  calls: whole(0, 1_000_000_000),
  seconds: whole(1, 86_400),
};

const TEXT: Check = { allows: isText, expected: "a text of 1 to 200 characters" };
const JOB_CHECKS: { readonly [Name in keyof NonNullable<FaultRule["failJob"]>]-?: Check } = {
  code: TEXT,
  reason: TEXT,
};

/**
 * Makes sure that something is a list of fault rules.
 * @returns a copy, which the giver cannot change afterwards
 * @throws FaultRuleError
 */
export function checkFaultRules(value: unknown): readonly FaultRule[] {
  if (!Array.isArray(value)) throw new FaultRuleError("faults", "has to be a list of rules.");
  for (const [index, rule] of value.entries()) checkRule(rule, `faults[${index}]`);
  return structuredClone(value) as FaultRule[];
}

function checkRule(value: unknown, place: string): void {
  const rule = checkFields(value, CHECKS, place);
  const effects = present(rule, EFFECTS);
  if (effects.length !== 1)
    throw new FaultRuleError(place, `has to have exactly one of ${EFFECTS.join(", ")}.`);
  if (present(rule, CONDITIONS).length > 1)
    throw new FaultRuleError(place, `can have only one of ${CONDITIONS.join(", ")}.`);
  checkCompany(rule, place);
  if (rule.budget !== undefined) checkFields(rule.budget, BUDGET_CHECKS, `${place}.budget`);
  if (rule.failJob === undefined) return;
  const { code } = checkFields(rule.failJob, JOB_CHECKS, `${place}.failJob`);
  if (code === undefined) throw new FaultRuleError(`${place}.failJob`, "has to have a code.");
}

/** What only means something beside something else. */
function checkCompany(rule: Readonly<Record<string, unknown>>, place: string): void {
  if (rule.seed !== undefined && rule.probability === undefined)
    throw new FaultRuleError(`${place}.seed`, "only goes with probability.");
  if (rule.budget !== undefined && present(rule, CONDITIONS).length > 0)
    throw new FaultRuleError(
      `${place}.budget`,
      "counts calls itself: it goes without first, every and probability.",
    );
  if (rule.retryAfterSeconds !== undefined && rule.error === undefined && rule.status === undefined)
    throw new FaultRuleError(`${place}.retryAfterSeconds`, "only goes with error or status.");
}

function checkFields(
  value: unknown,
  checks: Readonly<Record<string, Check>>,
  place: string,
): Readonly<Record<string, unknown>> {
  if (!isObject(value)) throw new FaultRuleError(place, "has to be an object.");
  for (const [name, field] of Object.entries(value as object)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (check === undefined)
      throw new FaultRuleError(
        place,
        `has a property ${JSON.stringify(name.slice(0, 40))}; known are ${Object.keys(checks).join(", ")}.`,
      );
    if (field !== undefined && !check.allows(field))
      throw new FaultRuleError(`${place}.${name}`, `has to be ${check.expected}.`);
  }
  return value as Readonly<Record<string, unknown>>;
}

function present(rule: Readonly<Record<string, unknown>>, names: readonly string[]): readonly string[] {
  return names.filter((name) => rule[name] !== undefined);
}

/** A row of a job's code has the status of the answer that tells of the job: 200, and that is no refusal. */
function isErrorRow(value: unknown): boolean {
  if (typeof value !== "string" || !Object.hasOwn(errorCodes, value)) return false;
  return errorCodes[value as keyof typeof errorCodes].status >= 400;
}

function isOperations(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((name) => operationNames.includes(name));
}

function number(minimum: number, maximum: number): Check {
  return {
    allows: (value) => typeof value === "number" && value >= minimum && value <= maximum,
    expected: `a number from ${minimum} to ${maximum}`,
  };
}

function whole(minimum: number, maximum: number): Check {
  const { allows } = number(minimum, maximum);
  return {
    allows: (value) => Number.isInteger(value) && allows(value),
    expected: `a whole number from ${minimum} to ${maximum}`,
  };
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "" && value.length <= 200;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
