import type { ValueFault } from "../finding.ts";
import type { Failure } from "../table.ts";
import { type AlternativesParams, type Branch, fitsType, meant } from "./meant.ts";
import { isSecretAt } from "./secrets.ts";
import { andList, childPointer, describe, describeTypes, orList, typeOf, valueAt } from "./values.ts";

/** What is wrong with a value, in words that do not depend on the message it is in. */
export interface Fault {
  readonly kind: ValueFault;
  readonly pointer: string;
  readonly schema: string;
  readonly expected: string;
  readonly actual: string;
}

/** Translates the errors of a validator; of several about the same value only the most telling one. */
export function faultsOf(failures: readonly Failure[], root: unknown, secrets: readonly string[]): Fault[] {
  const faults = new Map<string, Fault>();
  for (const failure of meant(failures, root)) {
    const fault = faultOf(failure, root);
    const other = faults.get(fault.pointer);
    if (other !== undefined && tellingOf(other) >= tellingOf(fault)) continue;
    faults.set(fault.pointer, isSecretAt(secrets, fault.pointer) ? hide(fault) : fault);
  }
  return [...faults.values()];
}

/** A wrong type says more than values that are not among the known ones, and those more than any other rule. */
function tellingOf({ kind }: Fault): number {
  return ["enum", "type"].indexOf(kind);
}

function hide(fault: Fault): Fault {
  return fault.kind === "required" || fault.kind === "length"
    ? fault
    : { ...fault, actual: "a value that is kept secret" };
}

function faultOf(failure: Failure, root: unknown): Fault {
  const value = valueAt(root, failure.instancePath);
  const { kind, expected, actual = describe(value), child } = translate(failure, value);
  const pointer = child === undefined ? failure.instancePath : childPointer(failure.instancePath, child);
  return { kind, pointer, schema: failure.schemaPath, expected, actual };
}

interface Translation {
  readonly kind: ValueFault;
  readonly expected: string;
  readonly actual?: string;
  /** Name of the property that it is about, where it is not about the whole object. */
  readonly child?: string;
}

function translate({ keyword, params }: Failure, value: unknown): Translation {
  const translator = translators[keyword];
  if (translator === undefined) throw new Error(`The contract has no words for the keyword "${keyword}".`);
  return translator(params, value);
}

type Translator = (params: Failure["params"], value: unknown) => Translation;

const translators: Readonly<Record<string, Translator>> = {
  type: ofType,
  "elb:type": ofType,
  required: ({ missingProperty }) => missing(missingProperty as string),
  enum: ({ allowedValues }) => oneOf(allowedValues as unknown[]),
  const: ({ allowedValue }) => oneOf([allowedValue]),
  minimum: ({ limit }) => ({ kind: "range", expected: `at least ${limit}` }),
  maximum: ({ limit }) => ({ kind: "range", expected: `at most ${limit}` }),
  exclusiveMinimum: ({ limit }) => ({ kind: "range", expected: `more than ${limit}` }),
  exclusiveMaximum: ({ limit }) => ({ kind: "range", expected: `less than ${limit}` }),
  multipleOf: ({ multipleOf }) => ({ kind: "range", expected: `a multiple of ${multipleOf}` }),
  minLength: ({ limit }, value) => characters("at least", limit, value),
  maxLength: ({ limit }, value) => characters("at most", limit, value),
  minItems: ({ limit }, value) => count("at least", limit, (value as unknown[]).length, "element"),
  maxItems: ({ limit }, value) => count("at most", limit, (value as unknown[]).length, "element"),
  minProperties: ({ limit }, value) =>
    count("at least", limit, Object.keys(value as object).length, "property"),
  maxProperties: ({ limit }, value) =>
    count("at most", limit, Object.keys(value as object).length, "property"),
  pattern: ({ pattern }) => ({ kind: "pattern", expected: `text that matches ${pattern}` }),
  format: ({ format }) => ({ kind: "format", expected: `a valid ${format}` }),
  "elb:tag": ({ tag, allowedValues }, value) => ofTag(tag as string, allowedValues as unknown[], value),
  "elb:alternatives": (params, value) => ofAlternatives(params as unknown as AlternativesParams, value),
};

function ofType({ type }: Failure["params"]): Translation {
  return { kind: "type", expected: describeTypes(type as string | string[]) };
}

function missing(child: string): Translation {
  return { kind: "required", child, expected: "a value", actual: "nothing" };
}

function oneOf(values: readonly unknown[]): Translation {
  return { kind: "enum", expected: orList(values.map(describe)) };
}

function characters(bound: string, limit: unknown, value: unknown): Translation {
  return count(bound, limit, [...(value as string)].length, "character");
}

function count(bound: string, limit: unknown, actual: number, unit: string): Translation {
  return {
    kind: "length",
    expected: `${bound} ${units(limit as number, unit)}`,
    actual: units(actual, unit),
  };
}

function units(number: number, unit: string): string {
  return `${number} ${number === 1 ? unit : unit.replace(/y$/, "ie").concat("s")}`;
}

function ofTag(child: string, values: readonly unknown[], value: unknown): Translation {
  const tag = valueAt(value, childPointer("", child));
  if (tag === undefined) return missing(child);
  const types = [...new Set(values.map(typeOf))];
  const translation = types.includes(typeOf(tag)) ? oneOf(values) : ofType({ type: types });
  return { ...translation, child, actual: describe(tag) };
}

function ofAlternatives({ passing, branches }: AlternativesParams, value: unknown): Translation {
  if (!branches.some((branch) => fitsType(branch, value))) {
    return ofType({ type: [...new Set(branches.flatMap(({ types }) => types ?? []))] });
  }
  const expected = orList(branches.map(describeBranch));
  if (passing > 1) return { kind: "variant", expected: `only one of ${expected}`, actual: "several of them" };
  return { kind: "variant", expected, actual: "none of them" };
}

/** What a branch asks for, as far as the others do not. */
function describeBranch({ title = "an alternative", needs }: Branch): string {
  const names = andList(needs.map((name) => `"${name}"`));
  return names === "" ? title : `${names} (${title})`;
}
