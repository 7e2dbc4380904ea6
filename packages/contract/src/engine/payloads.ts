import type { BodyFault, Finding, Severity, ValueFault } from "../finding.ts";
import type { Payload } from "../table.ts";
import type { Place } from "./places.ts";
import { validate } from "./validate.ts";

type WholeFault = Exclude<BodyFault, ValueFault>;

const expectations: Readonly<Record<WholeFault, string>> = {
  missing: "JSON",
  unexpected: "empty",
  syntax: "JSON",
  depth: "nested less deeply",
};

/**
 * A finding about a payload as a whole.
 *
 * @param actual What is there. Nothing that is in it, as that may be secret.
 */
export function payloadFinding(
  place: Place<BodyFault>,
  kind: WholeFault,
  schema: string,
  actual: string,
  severity: Severity = "error",
): Finding {
  const expected = expectations[kind];
  return {
    code: place.code(kind, ""),
    severity,
    pointer: "",
    schema,
    expected,
    actual,
    message: `${place.subject("")} must be ${expected}, but is ${actual}.`,
  };
}

/** Validates the value of a payload. */
export function checkPayload(
  place: Place<BodyFault>,
  { validator, secrets, pointer }: Payload,
  unknown: Severity,
  value: unknown,
  findings: Finding[],
): void {
  try {
    validate({ place, validator, secrets, unknown }, value, findings);
  } catch (error) {
    // A job can hold jobs, as deep as the sender likes.
    if (!(error instanceof RangeError)) throw error;
    findings.push(payloadFinding(place, "depth", pointer, "nested too deeply to be checked"));
  }
}
