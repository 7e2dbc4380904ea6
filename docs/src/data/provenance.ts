/** Where each element of the description comes from, and what was decided where the documents fail. */
import provenance from "@elb-classic/spec/provenance.json" with { type: "json" };
import type { Bilingual } from "../language.ts";

export interface Decision {
  title: Bilingual;
  elements: readonly string[];
  page: Bilingual;
  observed?: Bilingual;
  decision: Bilingual;
  reason: Bilingual;
  basis: "documented" | "observed" | "inferred";
  confidence: "high" | "medium" | "low";
  sources?: readonly string[];
}

export interface Element {
  provenance: Decision["basis"];
  /** Titles of the vendor's pages. */
  pages: readonly string[];
  /** Decisions that its existence or its form rests on. */
  decisions: readonly string[];
  /** Decisions that are about it. */
  about: readonly string[];
}

interface Provenance {
  counts: Record<Decision["basis"], number>;
  elements: Readonly<Record<string, Element>>;
  decisions: Readonly<Record<string, Decision>>;
  sources: Readonly<Record<string, { title: string; kind: string; what: string }>>;
}

export const { counts, elements, decisions, sources } = provenance as unknown as Provenance;

const byNumber = (one: string, other: string): number => Number(one.slice(1)) - Number(other.slice(1));

/** Ids of all decisions, `D01` first. */
export const decisionIds: readonly string[] = Object.keys(decisions).sort(byNumber);

/** Ids of the decisions that concern an element, by number. */
export function decisionsOn(key: string): string[] {
  const element = elements[key];
  return [...new Set([...(element?.about ?? []), ...(element?.decisions ?? [])])].sort(byNumber);
}

/** Names of the operations that a decision is about; empty where it is about error codes or the calls of IAM only. */
export const operationsByDecision: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const found = new Map(decisionIds.map((id) => [id, new Set<string>()]));
  for (const key of Object.keys(elements)) {
    for (const id of decisionsOn(key)) found.get(id)?.add(key.split(".")[0] as string);
  }
  return found;
})();
