import type { Failure } from "../table.ts";
import { childPointer, typeOf, valueAt } from "./values.ts";

/** Params of an error of `elb:alternatives`: see `src/build/keywords/alternatives.ts`. */
export interface AlternativesParams {
  readonly passing: number;
  readonly back: readonly number[];
  readonly branches: readonly Branch[];
}

export interface Branch {
  readonly title?: string;
  readonly types?: readonly string[];
  readonly needs: readonly string[];
}

/**
 * Keeps, of the errors of alternatives, those of the branch that was meant. Where none can be told, the error of the
 * alternatives as a whole stays.
 */
export function meant(failures: readonly Failure[], root: unknown): readonly Failure[] {
  if (!failures.some(isAlternatives)) return failures;
  const kept: Failure[] = [];
  let index = failures.length - 1;
  while (index >= 0) {
    const failure = failures[index]!;
    if (isAlternatives(failure)) {
      const { back } = failure.params as unknown as AlternativesParams;
      kept.push(...ofBranch(failures, index, root).toReversed());
      index -= back[0]!;
    } else {
      kept.push(failure);
    }
    index--;
  }
  return kept.toReversed();
}

function ofBranch(failures: readonly Failure[], index: number, root: unknown): readonly Failure[] {
  const failure = failures[index]!;
  const { passing, back, branches } = failure.params as unknown as AlternativesParams;
  if (passing > 0) return [failure];
  const value = valueAt(root, failure.instancePath);
  const candidates = branches.flatMap((branch, number) => {
    if (!fitsType(branch, value)) return [];
    const own = failures.slice(index - back[number]!, index - (back[number + 1] ?? 0));
    return [candidate(branch, value, meant(own, root))];
  });
  return chooseBranch(candidates)?.failures ?? [failure];
}

function isAlternatives({ keyword }: Failure): boolean {
  return keyword === "elb:alternatives";
}

interface Candidate {
  readonly failures: readonly Failure[];
  /** How many values are at fault. */
  readonly faults: number;
  /** How many of the properties that set the branch apart are there, and how many are not. */
  readonly present: number;
  readonly missing: number;
}

/**
 * The branch that was meant: of those that fit the type, and of which something is there, the one with the fewest
 * faults, then the one of which most is there, then the first. The description puts the usual form first.
 */
function chooseBranch(candidates: readonly Candidate[]): Candidate | undefined {
  const begun = candidates.filter(({ present, missing }) => present > 0 || missing === 0);
  const possible = candidates.length === 1 ? candidates : begun;
  return possible.toSorted(
    (a, b) => a.faults - b.faults || b.present - a.present || a.missing - b.missing,
  )[0];
}

function candidate({ needs }: Branch, value: unknown, failures: readonly Failure[]): Candidate {
  const present = needs.filter((name) => valueAt(value, childPointer("", name)) !== undefined).length;
  const faults = new Set(failures.map(pointerOf)).size;
  return { failures, faults, present, missing: needs.length - present };
}

function pointerOf({ instancePath, params }: Failure): string {
  return childPointer(instancePath, String(params.missingProperty ?? ""));
}

export function fitsType({ types }: Branch, value: unknown): boolean {
  const type = typeOf(value);
  return types === undefined || types.includes(type) || (type === "integer" && types.includes("number"));
}
