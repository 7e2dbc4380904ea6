/** The fields of a payload as a flat list: alternatives merged, one row per name on the wire. */
import type { Language } from "../language.ts";
import { resolve, type Schema } from "./description.ts";

export interface Field {
  /** Path of the field below the payload, as provenance spells it: `[].address`, `quotas.resources.[].used`. */
  key: string;
  required: "always" | "sometimes" | "never";
  /** Titles of the alternatives that need it, where it is needed sometimes. */
  neededBy: string[];
  /** What the alternatives say of it, each once. */
  schemas: Schema[];
}

/** One form that an object can take. */
interface Form {
  /** Titles of the alternatives that were chosen, outer ones first. */
  titles: string[];
  properties: Map<string, Schema[]>;
  required: Set<string>;
}

/** Lists the fields of a payload, outer ones first. A field inside its own kind, as in jobs of jobs, is left out. */
export function fieldsOf(language: Language, schema: Schema): Field[] {
  return below(language, [schema], "", new Set());
}

function below(
  language: Language,
  schemas: readonly Schema[],
  key: string,
  seen: ReadonlySet<string>,
): Field[] {
  const refs = schemas.flatMap((schema) => refsOf(schema));
  if (refs.some((ref) => seen.has(ref))) return [];
  const inside = new Set([...seen, ...refs]);
  const leaves = schemas.flatMap((schema) => alternativesOf(language, schema));
  const items = leaves.flatMap((leaf) => (leaf.items === undefined ? [] : [leaf.items]));
  const elements = items.length === 0 ? [] : below(language, items, join(key, "[]"), inside);
  const forms = schemas
    .flatMap((schema) => formsOf(language, schema))
    .filter(({ properties }) => properties.size > 0);
  return [
    ...elements,
    ...namesOf(forms).flatMap((name) => fieldAndBelow(language, forms, name, key, inside)),
  ];
}

function fieldAndBelow(
  language: Language,
  forms: readonly Form[],
  name: string,
  parent: string,
  seen: ReadonlySet<string>,
): Field[] {
  const key = join(parent, name);
  const raw = forms.flatMap(({ properties }) => properties.get(name) ?? []);
  const needing = forms.filter(({ required }) => required.has(name));
  const required = needing.length === 0 ? "never" : needing.length === forms.length ? "always" : "sometimes";
  const neededBy = required === "sometimes" ? unique(needing.map(({ titles }) => titles.join(" / "))) : [];
  const schemas = uniqueSchemas(raw.map((schema) => resolve(language, schema)));
  return [{ key, required, neededBy, schemas }, ...below(language, uniqueSchemas(raw), key, seen)];
}

/**
 * The forms of an object: its own properties with those of every combination of alternatives. `around` has the names
 * that the object declares outside this part.
 */
function formsOf(language: Language, part: Schema, around: readonly string[] = []): Form[] {
  const schema = resolve(language, part);
  const declared = [...around, ...Object.keys(schema.properties ?? {})];
  const own: Form = {
    titles: [],
    properties: new Map(Object.entries(schema.properties ?? {}).map(([name, value]) => [name, [value]])),
    required: new Set(schema.required),
  };
  let forms = [own];
  for (const inherited of schema.allOf ?? []) forms = combine(forms, formsOf(language, inherited, declared));
  for (const choice of [schema.oneOf, schema.anyOf]) {
    if (choice === undefined) continue;
    const telling = tellingApart(language, choice, declared);
    const chosen = choice.flatMap((one) => chosenForms(language, one, declared));
    forms = combine(
      forms,
      chosen.map((form) => without(form, telling)),
    );
  }
  return forms;
}

/** Names that are declared anyway, and that all alternatives repeat with a pattern only to tell themselves apart. */
function tellingApart(language: Language, choice: readonly Schema[], declared: readonly string[]): string[] {
  const alternatives = choice.map((one) => resolve(language, one).properties ?? {});
  return declared.filter((name) =>
    alternatives.every((properties) => properties[name]?.pattern !== undefined),
  );
}

function without(form: Form, names: readonly string[]): Form {
  const properties = new Map([...form.properties].filter(([name]) => !names.includes(name)));
  const required = new Set([...form.required].filter((name) => !names.includes(name)));
  return { ...form, properties, required };
}

function chosenForms(language: Language, choice: Schema, around: readonly string[]): Form[] {
  const { title } = resolve(language, choice);
  const chosen = title === undefined ? [] : [title];
  return formsOf(language, choice, around).map((form) => ({ ...form, titles: [...chosen, ...form.titles] }));
}

function combine(left: readonly Form[], right: readonly Form[]): Form[] {
  return left.flatMap((one) => right.map((other) => merge(one, other)));
}

function merge(one: Form, other: Form): Form {
  const properties = new Map(one.properties);
  for (const [name, schemas] of other.properties)
    properties.set(name, [...(properties.get(name) ?? []), ...schemas]);
  const required = new Set([...one.required, ...other.required]);
  return { titles: [...one.titles, ...other.titles], properties, required };
}

/** The schema itself, or the alternatives that it offers, without those that are references to choose from. */
export function alternativesOf(language: Language, part: Schema): Schema[] {
  const schema = resolve(language, part);
  const choices = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  return choices.length === 0 ? [schema] : choices.flatMap((choice) => alternativesOf(language, choice));
}

const refsOf = ({ $ref }: Schema): string[] => ($ref === undefined ? [] : [$ref]);
const join = (parent: string, name: string): string => (parent === "" ? name : `${parent}.${name}`);
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
const namesOf = (forms: readonly Form[]): string[] =>
  unique(forms.flatMap(({ properties }) => [...properties.keys()]));
const uniqueSchemas = (schemas: readonly Schema[]): Schema[] =>
  unique(schemas.map((schema) => JSON.stringify(schema))).map((text) => JSON.parse(text) as Schema);
