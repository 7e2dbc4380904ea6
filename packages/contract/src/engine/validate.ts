import { validators } from "../../.build-validators/validators.js";
import type { Finding, Severity } from "../finding.ts";
import { type Fault, faultsOf } from "./faults.ts";
import { findingOf, type Place } from "./places.ts";
import { childPointer, describeTypes, typeOf, valueAt } from "./values.ts";

export interface Rule {
  readonly place: Place;
  readonly validator: number;
  readonly secrets: readonly string[];
  /** Severity of a property that the description does not know. */
  readonly unknown: Severity;
}

/** What the validator at work found unknown; one for all, since nothing here waits. */
const unknown: string[] = [];

/** Validates a value and adds what is wrong with it. */
export function validate(
  { place, validator, secrets, unknown: severity }: Rule,
  value: unknown,
  findings: Finding[],
): void {
  const check = validators[validator]!;
  if (unknown.length > 0) unknown.length = 0;
  if (!check.call(unknown, value)) {
    for (const fault of faultsOf(check.errors!, value, secrets)) findings.push(findingOf(place, fault));
  }
  for (let index = 0; index < unknown.length; index += 3) {
    findings.push(findingOf(place, unknownProperty(value, index), severity));
  }
}

function unknownProperty(root: unknown, index: number): Fault {
  const pointer = childPointer(unknown[index]!, unknown[index + 1]!);
  return {
    kind: "property",
    pointer,
    schema: unknown[index + 2]!,
    expected: "a documented property",
    actual: describeTypes(typeOf(valueAt(root, pointer))),
  };
}
