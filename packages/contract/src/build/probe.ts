import { operations } from "@elb-classic/spec/operations";
import { type Description, follow, type Located, type MediaTypes, type Schema } from "./description.ts";
import { branches, inPlace, properties } from "./facts.ts";
import type { Provenance } from "./provenance.ts";

/** A decision as far as answers can show it. */
export interface ProbeDecision {
  readonly id: string;
  readonly title: Text;
  /** What the pages say, what was observed and what the description does. */
  readonly page: Text;
  readonly observed?: Text;
  readonly decision: Text;
  /** Kinds of difference between pages and description in answers: `added`, `enum`, `nullable`, `required`, `type` … */
  readonly kinds: readonly string[];
  readonly places: readonly ProbePlace[];
  /** Whether it is about operations that change something. */
  readonly changes: boolean;
}

/** Where it is about a payload of an answer. */
export interface ProbePlace {
  readonly operationId: string;
  readonly status: number;
  /** Names of properties from the root; `[]` stands for every element. */
  readonly path: readonly string[];
  /** Known values where the enumeration is open. */
  readonly known?: readonly string[];
}

export interface Text {
  readonly en: string;
  readonly zh: string;
}

export interface ProbeData {
  readonly decisions: readonly ProbeDecision[];
  /** Texts that say nothing about a cloud's user: values of enumerations and fixed parts of paths. */
  readonly words: readonly string[];
  /** Names of the properties and parameters that the description has. Others can be anything. */
  readonly names: readonly string[];
  /** Examples of the answer of getQuotas, by name. */
  readonly quotas: Readonly<Record<string, unknown>>;
}

/** `provenance.json` of the spec package, as far as it is used here. */
export interface ProbeProvenance {
  readonly elements: Provenance["elements"];
  readonly decisions: Readonly<Record<string, DecisionRecord>>;
}

interface DecisionRecord {
  readonly title: Text;
  readonly page: Text;
  readonly observed?: Text;
  readonly decision: Text;
  readonly differences?: readonly string[];
}

/** What `elb-contract probe` has to know, read off the description and its provenance. */
export function probeOf(description: Description, provenance: ProbeProvenance): ProbeData {
  const schemas = new AnswerSchemas(description);
  const decisions = Object.entries(provenance.decisions);
  return {
    decisions: decisions
      .toSorted(byNumber)
      .map(([id, { title, page, observed, decision, differences = [] }]) => {
        const keys = keysAbout(provenance, id);
        return {
          id,
          title,
          page,
          ...(observed === undefined ? {} : { observed }),
          decision,
          kinds: kindsOf(differences),
          places: keys.flatMap((key) => schemas.placeOf(key)),
          changes: keys.some(isOfChange),
        };
      }),
    words: [...wordsOf(description)].toSorted(),
    names: [...namesOf(description)].toSorted(),
    quotas: schemas.examplesOf("getQuotas", 200),
  };
}

function byNumber([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return Number(a.slice(1)) - Number(b.slice(1));
}

function keysAbout({ elements }: ProbeProvenance, id: string): string[] {
  return Object.entries(elements)
    .filter(([, { about, decisions }]) => about.includes(id) || decisions.includes(id))
    .map(([key]) => key);
}

/** `{listListeners,getListener}.response.200.body.**#{type,enum}` is of the kinds type and enum. */
function kindsOf(differences: readonly string[]): string[] {
  const kinds = differences
    .filter((difference) => !difference.includes(".request."))
    .flatMap((difference) => difference.slice(difference.lastIndexOf("#") + 1).match(/\w+/g) ?? []);
  return [...new Set(kinds)];
}

function isOfChange(key: string): boolean {
  const [operationId] = key.split(".", 1);
  const row = (operations as Readonly<Record<string, { readonly repeat: string }>>)[operationId!];
  return row !== undefined && row.repeat !== "safe";
}

class AnswerSchemas {
  readonly #description: Description;
  readonly #answers = new Map<string, Readonly<Record<string, MediaTypes>>>();

  constructor(description: Description) {
    this.#description = description;
    for (const item of Object.values(description.paths)) {
      for (const { operationId, responses } of Object.values(item)) {
        this.#answers.set(operationId, responses as Readonly<Record<string, MediaTypes>>);
      }
    }
  }

  /** The place that a key of the provenance names, none where it is not about a payload of an answer. */
  placeOf(key: string): ProbePlace[] {
    const match = /^(\w+)\.response\.(\d+)\.body(?:\.(.+))?$/.exec(key);
    if (match === null || !this.#answers.has(match[1]!)) return [];
    const [, operationId, status, rest] = match;
    const path = rest?.split(".") ?? [];
    const known = this.#known(operationId!, status!, path);
    const place = { operationId: operationId!, status: Number(status), path };
    return [known.length === 0 ? place : { ...place, known }];
  }

  examplesOf(operationId: string, status: number): Readonly<Record<string, unknown>> {
    const [media] = Object.values(this.#answer(operationId, String(status)).content ?? {});
    const { examples = {} } = media as { readonly examples?: Record<string, { readonly value: unknown }> };
    return Object.fromEntries(Object.entries(examples).map(([name, { value }]) => [name, value]));
  }

  #answer(operationId: string, status: string): MediaTypes {
    const node = this.#answers.get(operationId)![status]!;
    return follow<MediaTypes>(this.#description, { node, pointer: "" }).node;
  }

  #known(operationId: string, status: string, path: readonly string[]): string[] {
    const media = Object.values(this.#answer(operationId, status).content ?? {});
    let located: Located[] = media.flatMap(({ schema }) => this.#all({ node: schema, pointer: "" }));
    for (const name of path) located = located.flatMap((one) => this.#all(...inside(one, name)));
    // A closed one would be an error where an answer has another value.
    const open = located.flatMap((one) => branches(one, "anyOf"));
    return open.flatMap(({ node }) =>
      ((node.enum ?? []) as unknown[]).filter((value) => typeof value === "string"),
    );
  }

  #all(...located: readonly Located[]): Located[] {
    return located.flatMap((one) => inPlace(this.#description, one));
  }
}

function inside(located: Located, name: string): Located[] {
  if (name !== "[]") return properties(located).flatMap(([key, schema]) => (key === name ? [schema] : []));
  const { items } = located.node;
  return items === undefined ? [] : [{ node: items as Schema, pointer: "" }];
}

function namesOf(description: Description): Set<string> {
  const rows = Object.values(operations);
  const names = new Set<string>(
    rows.flatMap(({ pathParameters, queryParameters }) => [...pathParameters, ...queryParameters]),
  );
  JSON.stringify(description, (key, value: unknown) => {
    if (key === "properties") for (const name of Object.keys(Object(value))) names.add(name);
    return value;
  });
  return names;
}

function wordsOf(description: Description): Set<string> {
  const words = new Set<string>();
  JSON.stringify(description, (key, value: unknown) => {
    if (key === "enum" && Array.isArray(value))
      for (const one of value) if (typeof one === "string") words.add(one);
    return value;
  });
  for (const { path } of Object.values(operations)) {
    for (const segment of path.split("/")) if (segment !== "" && !segment.startsWith("{")) words.add(segment);
  }
  return words;
}
