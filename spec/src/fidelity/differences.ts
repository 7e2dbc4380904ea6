import { isDeepStrictEqual } from "node:util";
import type { Schema } from "../document.ts";
import type { Condition, Scalar } from "../facts/ledger.ts";
import { disagreeingCharacters, speaksOfCharacters } from "./characters.ts";
import type { Element } from "./elements.ts";
import type { Statement } from "./statements.ts";

/** One point on which pages and description are not the same. */
export interface Difference {
  /** `createListener.request.body.bandwidth#range`: the element and the kind of difference. */
  key: string;
  /** What the pages say and what the description says, in a few words. */
  what: string;
}

const largestInteger = 2147483647;
// What a text has to contain where the page names a unit.
const units: Record<string, string> = { minutes: "minute", seconds: "second", "bytes/s": "byte", count: "" };

/** Compares what the pages state with what the description states, in both directions. */
export function differencesBetween(
  elements: ReadonlyMap<string, Element>,
  statements: ReadonlyMap<string, Statement>,
): Difference[] {
  const differences: Difference[] = [];
  for (const [key, element] of elements) {
    const statement = statements.get(key);
    if (statement) differences.push(...compare(element, statement));
    else differences.push({ key: `${key}#added`, what: "no page has it" });
  }
  for (const [key, { pages }] of statements) {
    if (!elements.has(key))
      differences.push({ key: `${key}#missing`, what: `stated by ${pages.join(", ")}` });
  }
  return differences;
}

const comparisons = {
  type,
  nullable,
  required,
  length,
  range,
  enum: values,
  default: defaults,
  characters,
  unit,
  conditions,
};

function compare(element: Element, statement: Statement): Difference[] {
  return Object.entries(comparisons).flatMap(([kind, comparison]) => {
    const what = comparison(element, statement);
    return what ? [{ key: `${element.key}#${kind}`, what }] : [];
  });
}

const show = (value: unknown): string => JSON.stringify(value) ?? "nothing";
const sides = (page: unknown, description: unknown): string | undefined =>
  isDeepStrictEqual(page, description) ? undefined : `page ${show(page)}, description ${show(description)}`;

function type(element: Element, { types }: Statement): string | undefined {
  return types.length === 0 ? undefined : sides(types, element.types);
}

function nullable(element: Element, { nullInSample, types }: Statement): string | undefined {
  return types.length === 0 && !nullInSample ? undefined : sides(nullInSample, element.nullable);
}

// Tables of answers do not say what is required; there, what every sample shows counts as stated.
function required(element: Element, statement: Statement): string | undefined {
  if (element.kind === "body") return undefined;
  if (statement.required !== undefined) return sides(statement.required, element.required);
  if (!element.required || element.kind !== "field" || statement.inEverySample) return undefined;
  return "required, though not every sample has it";
}

const first = (schemas: Schema[], key: keyof Schema): unknown =>
  schemas.find((schema) => schema[key] !== undefined)?.[key];

function length({ schemas }: Element, { limits }: Statement): string | undefined {
  const page = limits.length && { min: limits.length.min ?? 0, max: limits.length.max };
  const [min, max] = [first(schemas, "minLength"), first(schemas, "maxLength")];
  if (!page && min === undefined && max === undefined) return undefined;
  return sides(page, { min: min ?? 0, max });
}

function range({ schemas }: Element, { limits }: Statement): string | undefined {
  const page = limits.range && {
    min: limits.range.min,
    max: limits.range.max === "int" ? largestInteger : limits.range.max,
  };
  const [min, max] = [first(schemas, "minimum"), first(schemas, "maximum")];
  return !page && min === undefined && max === undefined ? undefined : sides(page, { min, max });
}

/** Every value that the schemas list; a boolean beside them lists both of its values. */
function listedValues(schemas: Schema[]): Scalar[] {
  const listed = schemas.flatMap(
    (schema) => ("const" in schema ? [schema.const] : (schema.enum ?? [])) as Scalar[],
  );
  const booleans =
    listed.length > 0 && schemas.some((schema) => schema.type === "boolean") ? [false, true] : [];
  return [...new Set([...listed, ...booleans])].sort(byText);
}

const byText = (one: unknown, other: unknown): number => show(one).localeCompare(show(other));

function values({ schemas, types }: Element, { limits }: Statement): string | undefined {
  const description = listedValues(schemas);
  // Both values of a boolean need no list.
  const page = types.length === 1 && types[0] === "boolean" ? [] : [...(limits.enum ?? [])].sort(byText);
  return sides(page, description);
}

function defaults({ schemas }: Element, { limits }: Statement): string | undefined {
  return sides(limits.default, first(schemas, "default"));
}

function characters({ schemas }: Element, { limits }: Statement): string | undefined {
  const patterns = schemas.flatMap((schema) => schema.pattern ?? []);
  if (patterns.length === 0 && !speaksOfCharacters(limits)) return undefined;
  const wrong = disagreeingCharacters(limits, patterns);
  return wrong.length === 0 ? undefined : `they disagree on ${wrong.join(" ")}`;
}

function unit({ text }: Element, { limits }: Statement): string | undefined {
  const stated = limits.unit ?? limits.range?.unit;
  if (!stated || text.includes(units[stated] ?? stated)) return undefined;
  return `the text does not name the unit, ${stated}`;
}

function conditions(element: Element, statement: Statement): string | undefined {
  const order = (list: Condition[]): Condition[] => [...list].sort(byText);
  return sides(order(statement.conditions), order(element.conditions));
}
