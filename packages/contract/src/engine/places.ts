import type { BodyFault, Finding, FindingCode, Severity, ValueFault } from "../finding.ts";
import type { Fault } from "./faults.ts";

/** Where in a message values are: gives findings their code, pointer and subject. */
export interface Place<Kind extends BodyFault = ValueFault> {
  code(kind: Kind, pointer: string): FindingCode;
  pointer(pointer: string): string;
  /** The value, as the start of a sentence. */
  subject(pointer: string): string;
}

export const requestBody: Place<BodyFault> = bodyOf("request");
export const responseBody: Place<BodyFault> = bodyOf("response");

/** Parameters are validated as one value, `{ path, query }`. */
export const parameters: Place = {
  code: (kind, pointer) =>
    pointer.startsWith("/path/") ? "request.path.parameter" : `request.query.${kind}`,
  pointer: (pointer) => pointer.slice(1),
  subject(pointer) {
    const [, place, name] = pointer.split("/");
    return `The ${place} parameter "${name}"`;
  },
};

function bodyOf(side: "request" | "response"): Place<BodyFault> {
  return {
    code: (kind) => `${side}.body.${kind}`,
    pointer: (pointer) => pointer,
    subject: (pointer) => (pointer === "" ? `The ${side} body` : `The ${side} body's ${pointer}`),
  };
}

export function findingOf(place: Place, fault: Fault, severity: Severity = "error"): Finding {
  const { kind, schema, expected, actual } = fault;
  return {
    code: place.code(kind, fault.pointer),
    severity,
    pointer: place.pointer(fault.pointer),
    schema,
    expected,
    actual,
    message: sentence(place.subject(fault.pointer), fault),
  };
}

function sentence(subject: string, { kind, expected, actual }: Fault): string {
  switch (kind) {
    case "required":
      return `${subject} is required, but missing.`;
    case "property":
      return `${subject} is not ${expected}.`;
    case "length":
    case "variant":
      return `${subject} must have ${expected}, but has ${actual}.`;
    default:
      return `${subject} must be ${expected}, but is ${actual}.`;
  }
}
