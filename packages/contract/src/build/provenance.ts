import type { Basis, Confidence } from "../finding.ts";
import type { DecisionRow, RuleRow, Rules } from "../table.ts";
import { Interned } from "./interned.ts";

/** `provenance.json` of the spec package, as far as it is used here. */
export interface Provenance {
  readonly elements: Readonly<Record<string, Element>>;
  readonly decisions: Readonly<Record<string, Decision>>;
}

interface Element {
  readonly provenance: Basis;
  readonly pages: readonly string[];
  /** Those that explain a difference between the pages and the description. */
  readonly decisions: readonly string[];
  /** All that name the element among what they are about. */
  readonly about: readonly string[];
}

interface Decision {
  /** Keys or patterns of what it is about; `about` of an element has them resolved. */
  readonly elements: readonly string[];
  readonly title: { readonly en: string; readonly zh: string };
  readonly basis: Basis;
  readonly confidence: Confidence;
}

const leastFirst: readonly Confidence[] = ["low", "medium", "high"];

/** The decisions on an element: those that explain a difference there, then the others that are about it. */
const decisionsOn = ({ decisions, about }: Element): string[] => [...new Set([...decisions, ...about])];

/**
 * Whether the documents settle what an element says: they have it, and no decision on it follows an observation or a
 * guess instead.
 */
export function isSettled(provenance: Provenance, key: string): boolean {
  const element = provenance.elements[key];
  if (element === undefined) return true;
  const followed = element.decisions.every((id) => provenance.decisions[id]!.basis === "documented");
  return element.provenance === "documented" && followed;
}

/** The provenance of what findings can be about, each text and row once. */
export function rulesOf(provenance: Provenance, operationIds: readonly string[]): Rules {
  const tables = new RuleTables(provenance);
  const roots = new Set([...operationIds, "error", "errors"]);
  const elements: Record<string, Record<string, number>> = {};
  for (const [key, element] of Object.entries(provenance.elements)) {
    const [root, ...rest] = key.split(".");
    if (!roots.has(root!) || rest.includes("header")) continue;
    elements[root!] ??= {};
    elements[root!]![rest.join(".")] = tables.rowOf(element, decisionsOn(element));
  }
  for (const own of Object.values(elements)) prune(own);
  return { elements, ...tables.all() };
}

/** Takes out what says the same as the nearest element around it. Keys come after those of what they are in. */
function prune(rows: Record<string, number>): void {
  for (const key of Object.keys(rows).toSorted((a, b) => b.length - a.length)) {
    if (key !== "" && rows[key] === rows[nearest(rows, key)]) delete rows[key];
  }
}

function nearest(rows: Readonly<Record<string, number>>, key: string): string {
  let outer = key;
  do outer = outer.slice(0, Math.max(0, outer.lastIndexOf(".")));
  while (outer !== "" && rows[outer] === undefined);
  return outer;
}

class RuleTables {
  readonly #provenance: Provenance;
  readonly #rows = new Interned<RuleRow>();
  readonly #pages = new Interned<string>();
  readonly #decisions = new Interned<string>();

  constructor(provenance: Provenance) {
    this.#provenance = provenance;
  }

  rowOf({ pages, provenance }: Element, decisions: readonly string[]): number {
    const confidences = decisions.map((id) => this.#provenance.decisions[id]!.confidence);
    const confidence = leastFirst.find((one) => confidences.includes(one));
    const row = [
      pages.map((page) => this.#pages.add(page)),
      provenance,
      decisions.map((id) => this.#decisions.add(id)),
    ] as const;
    return this.#rows.add(confidence === undefined ? row : [...row, confidence]);
  }

  all(): Omit<Rules, "elements"> {
    const decisions = this.#decisions.values.map((id): DecisionRow => {
      const { title, basis, confidence } = this.#provenance.decisions[id]!;
      return [id, title.en, title.zh, basis, confidence];
    });
    return { rows: this.#rows.values, pages: this.#pages.values, decisions };
  }
}
