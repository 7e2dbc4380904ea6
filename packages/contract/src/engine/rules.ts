import { table } from "../../.build-validators/table.js";
import type { Rule, RuleDecision } from "../finding.ts";
import type { Language } from "../language/language.ts";

const nowhere: Rule = { pages: [], provenance: "documented" };

/**
 * Where the rule about an element comes from. An element without an entry of its own has that of what it is in.
 *
 * @param element Key in the provenance, such as `createListener.request.body.port`.
 */
export function ruleOf(element: string, language: Language): Rule {
  const { rows, pages } = table.rules;
  const row = rows[rowOf(element)];
  if (row === undefined) return nowhere;
  const [pageNumbers, provenance, decisionNumbers, confidence] = row;
  return {
    pages: pageNumbers.map((number) => pages[number]!),
    provenance,
    ...(confidence === undefined ? {} : { confidence }),
    ...(decisionNumbers.length === 0
      ? {}
      : { decisions: decisionNumbers.map((number) => decisionOf(number, language)) }),
  };
}

function rowOf(element: string): number {
  const [first, rest] = cut(element, element.indexOf("."));
  const { elements } = table.rules;
  const known = Object.hasOwn(elements, first) ? elements[first]! : {};
  let key = rest;
  while (key !== "" && !Object.hasOwn(known, key)) key = key.slice(0, Math.max(0, key.lastIndexOf(".")));
  return known[key] ?? -1;
}

function cut(text: string, at: number): [before: string, after: string] {
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function decisionOf(number: number, { name }: Language): RuleDecision {
  const [id, en, zh, basis, confidence] = table.rules.decisions[number]!;
  return { id, title: name === "en" ? en : zh, basis, confidence };
}

/** The key of a value in a payload: `.[]` stands for any element of an array. */
export function elementKey(payload: string, pointer: string): string {
  return payload + pointer.replaceAll(/\/\d+(?=\/|$)/g, "/[]").replaceAll("/", ".");
}
