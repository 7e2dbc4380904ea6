import { validators } from "../../.build-validators/validators.js";
import type { Severity } from "../finding.ts";
import { describeTypes } from "../language/describe.ts";
import { type Language, say } from "../language/language.ts";
import { type Fault, faultsOf } from "./faults.ts";
import { addFault, type Origin, type Place } from "./places.ts";
import type { Report } from "./report.ts";
import { childPointer, typeOf, valueAt } from "./values.ts";

export interface Rule {
  readonly place: Place;
  readonly origin: Origin;
  readonly validator: number;
  readonly secrets: readonly string[];
  /** Severity of a property that the description does not know. */
  readonly unknown: Severity;
}

/** What the validator at work found unknown; one for all, since nothing here waits. */
const unknown: string[] = [];

/** Validates a value and adds what is wrong with it. */
export function validate(
  report: Report,
  { place, origin, validator, secrets, unknown: severity }: Rule,
  value: unknown,
): void {
  const check = validators[validator]!;
  if (unknown.length > 0) unknown.length = 0;
  if (!check.call(unknown, value)) {
    const faults = faultsOf(check.errors!, value, secrets, report.language);
    for (const fault of faults) addFault(report, place, origin, fault);
  }
  for (let index = 0; index < unknown.length; index += 3) {
    addFault(report, place, origin, unknownProperty(report.language, value, index), severity);
  }
}

function unknownProperty(language: Language, root: unknown, index: number): Fault {
  const pointer = childPointer(unknown[index]!, unknown[index + 1]!);
  return {
    kind: "property",
    pointer,
    schema: unknown[index + 2]!,
    expected: say(language, "expected.property"),
    actual: describeTypes(language, typeOf(valueAt(root, pointer))),
  };
}
