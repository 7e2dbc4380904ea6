import type { BodyFault, Severity, ValueFault } from "../finding.ts";
import { say, type Words } from "../language/language.ts";
import type { Payload } from "../table.ts";
import type { Origin, Place } from "./places.ts";
import { add, type Report } from "./report.ts";
import { validate } from "./validate.ts";

type WholeFault = Exclude<BodyFault, ValueFault>;

const expectations: Readonly<Record<WholeFault, keyof Words>> = {
  missing: "body.json",
  unexpected: "body.empty",
  syntax: "body.json",
  depth: "body.shallow",
  size: "body.small",
};

/** A text with what fills its places. Nothing that is in the payload, as that may be secret. */
export interface Reason {
  readonly key: keyof Words;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A message, and which of its payloads. */
export interface Where {
  readonly place: Place<BodyFault>;
  readonly origin: Origin;
  /** Of the rule in the description. */
  readonly schema: string;
}

/** Adds a finding about a payload as a whole. */
export function addPayloadFault(
  report: Report,
  { place, origin, schema }: Where,
  kind: WholeFault,
  reason: Reason,
  severity: Severity = "error",
): void {
  const { language } = report;
  const expected = say(language, expectations[kind], reason.values);
  const actual = say(language, reason.key, reason.values);
  const subject = place.subject(language, "");
  add(report, place.element(origin, ""), {
    code: place.code(kind, ""),
    severity,
    pointer: "",
    schema,
    expected,
    actual,
    message: say(language, "sentence.be", { subject, expected, actual }),
  });
}

/** Validates the value of a payload. */
export function checkPayload(
  report: Report,
  place: Place<BodyFault>,
  origin: Origin,
  { validator, secrets, pointer }: Payload,
  unknown: Severity,
  value: unknown,
): void {
  try {
    validate(report, { place, origin, validator, secrets, unknown }, value);
  } catch (error) {
    // A job can hold jobs, as deep as the sender likes.
    if (!(error instanceof RangeError)) throw error;
    addPayloadFault(report, { place, origin, schema: pointer }, "depth", { key: "body.deep" });
  }
}
