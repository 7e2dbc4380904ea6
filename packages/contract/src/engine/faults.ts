import type { ValueFault } from "../finding.ts";
import { andList, describe, describeTypes, orList, units } from "../language/describe.ts";
import { english, type Language, say, titleIn } from "../language/language.ts";
import type { Failure } from "../table.ts";
import { type AlternativesParams, type Branch, fitsType, meant } from "./meant.ts";
import { isSecretAt } from "./secrets.ts";
import { childPointer, typeOf, valueAt } from "./values.ts";

/** What is wrong with a value, in words that do not depend on the message it is in. */
export interface Fault {
  readonly kind: ValueFault;
  readonly pointer: string;
  readonly schema: string;
  readonly expected: string;
  readonly actual: string;
}

/** Translates the errors of a validator; of several about the same value only the most telling one. */
export function faultsOf(
  failures: readonly Failure[],
  root: unknown,
  secrets: readonly string[],
  language: Language = english,
): Fault[] {
  const faults = new Map<string, Fault>();
  for (const failure of meant(failures, root)) {
    const fault = faultOf(failure, root, language);
    const other = faults.get(fault.pointer);
    if (other !== undefined && tellingOf(other) >= tellingOf(fault)) continue;
    faults.set(fault.pointer, isSecretAt(secrets, fault.pointer) ? hide(fault, language) : fault);
  }
  return [...faults.values()];
}

/** A wrong type says more than values that are not among the known ones, and those more than any other rule. */
function tellingOf({ kind }: Fault): number {
  return ["enum", "type"].indexOf(kind);
}

function hide(fault: Fault, language: Language): Fault {
  return fault.kind === "required" || fault.kind === "length"
    ? fault
    : { ...fault, actual: say(language, "value.secret") };
}

function faultOf(failure: Failure, root: unknown, language: Language): Fault {
  const value = valueAt(root, failure.instancePath);
  const translation = translate(failure, value, language);
  const { kind, expected, actual = describe(value, language), child } = translation;
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

function translate({ keyword, params }: Failure, value: unknown, language: Language): Translation {
  const translator = translators[keyword];
  if (translator === undefined) throw new Error(`The contract has no words for the keyword "${keyword}".`);
  return translator(language, params, value);
}

type Params = Failure["params"];
type Translator = (language: Language, params: Params, value: unknown) => Translation;

const translators: Readonly<Record<string, Translator>> = {
  type: ofType,
  "elb:type": ofType,
  required: (language, { missingProperty }) => missing(language, missingProperty as string),
  enum: (language, { allowedValues }) => oneOf(language, allowedValues as unknown[]),
  const: (language, { allowedValue }) => oneOf(language, [allowedValue]),
  minimum: limited("minimum"),
  maximum: limited("maximum"),
  exclusiveMinimum: limited("exclusiveMinimum"),
  exclusiveMaximum: limited("exclusiveMaximum"),
  multipleOf: limited("multipleOf"),
  minLength: counted("minCount", "character"),
  maxLength: counted("maxCount", "character"),
  minItems: counted("minCount", "element"),
  maxItems: counted("maxCount", "element"),
  minProperties: counted("minCount", "property"),
  maxProperties: counted("maxCount", "property"),
  pattern: ofPattern,
  format: (language, { format }) => ({
    kind: "format",
    expected: say(language, "expected.format", { format: format as string }),
  }),
  "elb:tag": ofTag,
  "elb:alternatives": (language, params, value) =>
    ofAlternatives(language, params as unknown as AlternativesParams, value),
};

/** Where a certificate belongs, anything else may be a key. */
function ofPattern(language: Language, params: Params, value: unknown): Translation {
  const pattern = params.pattern as string;
  const expected = say(language, "expected.pattern", { pattern });
  if (!pattern.startsWith("-----BEGIN")) return { kind: "pattern", expected };
  const actual = say(language, "value.text", { count: units(language, sizeOf(value), "character") });
  return { kind: "pattern", expected, actual };
}

function ofType(language: Language, { type }: Params): Translation {
  return { kind: "type", expected: describeTypes(language, type as string | string[]) };
}

function missing(language: Language, child: string): Translation {
  return {
    kind: "required",
    child,
    expected: say(language, "value.any"),
    actual: say(language, "value.nothing"),
  };
}

function oneOf(language: Language, values: readonly unknown[]): Translation {
  return {
    kind: "enum",
    expected: orList(
      language,
      values.map((value) => describe(value, language)),
    ),
  };
}

type Limit = "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf";

function limited(keyword: Limit): Translator {
  return (language, params) => {
    const limit = (params.limit ?? params.multipleOf) as number;
    return { kind: "range", expected: say(language, `expected.${keyword}`, { limit }) };
  };
}

function counted(bound: "minCount" | "maxCount", unit: "character" | "element" | "property"): Translator {
  return (language, { limit }, value) => ({
    kind: "length",
    expected: say(language, `expected.${bound}`, { count: units(language, limit as number, unit) }),
    actual: units(language, sizeOf(value), unit),
  });
}

function sizeOf(value: unknown): number {
  if (typeof value === "string") return [...value].length;
  return Array.isArray(value) ? value.length : Object.keys(value as object).length;
}

function ofTag(language: Language, params: Params, value: unknown): Translation {
  const child = params.tag as string;
  const values = params.allowedValues as unknown[];
  const tag = valueAt(value, childPointer("", child));
  if (tag === undefined) return missing(language, child);
  const types = [...new Set(values.map(typeOf))];
  const isOfType = types.includes(typeOf(tag));
  const translation = isOfType ? oneOf(language, values) : ofType(language, { type: types });
  return { ...translation, child, actual: describe(tag, language) };
}

function ofAlternatives(
  language: Language,
  { passing, branches }: AlternativesParams,
  value: unknown,
): Translation {
  if (!branches.some((branch) => fitsType(branch, value))) {
    return ofType(language, { type: [...new Set(branches.flatMap(({ types }) => types ?? []))] });
  }
  const all = orList(
    language,
    branches.map((branch) => describeBranch(language, branch)),
  );
  const [expected, actual] =
    passing > 1
      ? [say(language, "variant.one", { branches: all }), say(language, "variant.several")]
      : [all, say(language, "variant.none")];
  return { kind: "variant", expected, actual };
}

/** What a branch asks for, as far as the others do not. */
function describeBranch(language: Language, { title, needs }: Branch): string {
  const shown = title === undefined ? say(language, "variant.unnamed") : titleIn(language, title);
  const names = andList(
    language,
    needs.map((name) => `"${name}"`),
  );
  return names === "" ? shown : say(language, "variant.named", { names, title: shown });
}
