import type { BodyFault, FindingCode, Severity, ValueFault } from "../finding.ts";
import { type Language, say, type Words } from "../language/language.ts";
import type { Fault } from "./faults.ts";
import { add, type Report } from "./report.ts";
import { elementKey } from "./rules.ts";

/** Where in a message values are: gives findings their code, pointer and subject. */
export interface Place<Kind extends BodyFault = ValueFault> {
  code(kind: Kind, pointer: string): FindingCode;
  pointer(pointer: string): string;
  /** The value, as the start of a sentence. */
  subject(language: Language, pointer: string): string;
  /** Its key in the provenance. */
  element(origin: Origin, pointer: string): string;
}

/** What the message is one of. */
export interface Origin {
  readonly id: string;
  /** Status under which the description has the answer, `default` for the others. Only for answers. */
  readonly status?: number | "default";
}

export const requestBody: Place<BodyFault> = bodyOf("request");
export const responseBody: Place<BodyFault> = bodyOf("response");

/** Parameters are validated as one value, `{ path, query }`. */
export const parameters: Place = {
  code: (kind, pointer) =>
    pointer.startsWith("/path/") ? "request.path.parameter" : `request.query.${kind}`,
  pointer: (pointer) => pointer.slice(1),
  subject(language, pointer) {
    const [, place, name] = pointer.split("/");
    return say(language, place === "path" ? "subject.path" : "subject.query", { name: name! });
  },
  element: ({ id }, pointer) => `${id}.request${pointer.replaceAll("/", ".")}`,
};

function bodyOf(side: "request" | "response"): Place<BodyFault> {
  return {
    code: (kind) => `${side}.body.${kind}`,
    pointer: (pointer) => pointer,
    subject: (language, pointer) =>
      pointer === ""
        ? say(language, `subject.${side}.whole`)
        : say(language, `subject.${side}.part`, { pointer }),
    element: (origin, pointer) => elementKey(payloadKey(origin, pointer), pointer),
  };
}

/** Errors have one form for all operations, which the provenance has once. */
function payloadKey({ id, status }: Origin, pointer: string): string {
  if (status === undefined) return `${id}.request.body`;
  const isSuccess = status !== "default" && status < 300;
  return isSuccess || pointer === "" ? `${id}.response.${status}.body` : "error.body";
}

export function addFault(
  report: Report,
  place: Place,
  origin: Origin,
  fault: Fault,
  severity: Severity = "error",
): void {
  const { kind, schema, expected, actual } = fault;
  const subject = place.subject(report.language, fault.pointer);
  add(report, place.element(origin, fault.pointer), {
    code: place.code(kind, fault.pointer),
    severity,
    pointer: place.pointer(fault.pointer),
    schema,
    expected,
    actual,
    message: say(report.language, sentences[kind] ?? "sentence.be", { subject, expected, actual }),
  });
}

const sentences: Readonly<Partial<Record<ValueFault, keyof Words>>> = {
  required: "sentence.required",
  property: "sentence.property",
  length: "sentence.have",
  variant: "sentence.variant",
};
