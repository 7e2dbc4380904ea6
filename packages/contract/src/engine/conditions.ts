import { andList, describe, orList } from "../language/describe.ts";
import { type Language, say } from "../language/language.ts";
import type { Condition, PropertyConditions, Test } from "../table.ts";
import { requestBody } from "./places.ts";
import { add, type Report } from "./report.ts";
import type { KnownOperation } from "./route.ts";
import { isSecretAt } from "./secrets.ts";
import { childPointer, isObject } from "./values.ts";

type Body = Readonly<Record<string, unknown>>;

/**
 * Checks what depends on other properties: whether one is needed, has an effect, or may have its value. Where the
 * request does not hold what it depends on, such as the protocol in an update, nothing is said.
 */
export function checkConditions(
  report: Report,
  operation: KnownOperation,
  rules: readonly PropertyConditions[],
  body: unknown,
): void {
  if (!isObject(body)) return;
  const sound = soundPart(report, body);
  for (const rule of rules) {
    const breach = breachOf(rule, sound);
    // What the schema has already refused is not said twice.
    if (breach !== undefined && !report.findings.some(({ pointer }) => pointer === `/${rule.name}`)) {
      addBreach(report, operation, rule, breach, body);
    }
  }
}

/** The body without the properties that the schema refused, from which nothing follows for others. */
function soundPart({ findings }: Report, body: Body): Body {
  if (findings.length === 0) return body;
  const faulty = new Set(findings.map(({ pointer }) => pointer));
  return Object.fromEntries(Object.entries(body).filter(([name]) => !faulty.has(childPointer("", name))));
}

type Kind = "required" | "ignored" | "effective" | "value";

interface Breach {
  readonly kind: Kind;
  /** Any of them. */
  readonly conditions: readonly Condition[];
}

function breachOf({ name, needed: isEverNeeded, list }: PropertyConditions, body: Body): Breach | undefined {
  const value = body[name];
  if (isGiven(value)) return ineffective(list, body) ?? wrongValue(list, body, value);
  const needed = isEverNeeded
    ? list.find(({ effect, when }) => effect === "required" && holds(when, body))
    : undefined;
  if (needed !== undefined) return { kind: "required", conditions: [needed] };
  return value === undefined ? undefined : wrongValue(list, body, value);
}

function ineffective(list: readonly Condition[], body: Body): Breach | undefined {
  let ways = 0;
  let closed = 0;
  for (const condition of list) {
    const { effect, when } = condition;
    if (effect === "ignored" && holds(when, body)) return { kind: "ignored", conditions: [condition] };
    if (effect !== "effective") continue;
    ways++;
    if (holds(when, body) === false) closed++;
  }
  if (ways === 0 || closed < ways) return undefined;
  return { kind: "effective", conditions: list.filter(({ effect }) => effect === "effective") };
}

function wrongValue(list: readonly Condition[], body: Body, value: unknown): Breach | undefined {
  const broken = list.find(({ effect, when, values = [] }) => {
    const isBroken =
      effect === "not"
        ? values.includes(value)
        : effect === "only" && isGiven(value) && !values.includes(value);
    return isBroken && holds(when, body);
  });
  return broken && { kind: "value", conditions: [broken] };
}

/** Whether all tests are passed; `undefined` where the request does not tell. */
function holds(when: readonly Test[], body: Body): boolean | undefined {
  let result: boolean | undefined = true;
  for (const test of when) {
    const passed = passes(test, body);
    if (passed === false) return false;
    if (passed === undefined) result = undefined;
  }
  return result;
}

function passes([name, is, values]: Test, body: Body): boolean | undefined {
  const value = body[name];
  if (is === "present") return isGiven(value);
  return value === undefined ? undefined : values.includes(value) === (is === "in");
}

/** Null and the empty text stand for nothing. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

const codes = { required: "required", ignored: "ignored", effective: "ignored", value: "value" } as const;

function addBreach(
  report: Report,
  operation: KnownOperation,
  { name, pointer, severity }: PropertyConditions,
  { kind, conditions }: Breach,
  body: Body,
): void {
  const { language } = report;
  const path = childPointer("", name);
  const isIgnored = codes[kind] === "ignored";
  const [first] = conditions;
  const isSecret = isSecretAt(operation.request!.payload.secrets, path);
  const expected = expectation(language, kind, first!);
  const actual = isSecret ? say(language, "value.secret") : actualOf(language, kind, body[name]);
  const when = orList(
    language,
    conditions.map((condition) => whenOf(language, condition)),
  );
  const subject = requestBody.subject(language, path);
  add(report, requestBody.element(operation, path), {
    code: `request.condition.${codes[kind]}`,
    severity: isIgnored ? "note" : severity,
    pointer: path,
    schema: `${pointer}/${first!.index}`,
    expected,
    actual,
    message: say(language, `condition.${kind}`, { subject, when, expected, actual }),
  });
}

function actualOf(language: Language, kind: Kind, value: unknown): string {
  return kind === "value" || isGiven(value) ? describe(value, language) : say(language, "value.nothing");
}

function expectation(language: Language, kind: Kind, { effect, values = [] }: Condition): string {
  if (kind !== "value") return say(language, kind === "required" ? "value.any" : "value.nothing");
  const list = orList(
    language,
    values.map((value) => describe(value, language)),
  );
  return effect === "only" ? list : say(language, "value.other", { values: list });
}

function whenOf(language: Language, { when }: Condition): string {
  const tests = when.map(([name, is, list]) => {
    const values = orList(
      language,
      list.map((value) => describe(value, language)),
    );
    return say(language, `when.${is}`, { name, values });
  });
  return andList(language, tests);
}
