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
  const chosen = passing > 0 ? -1 : chooseBranch(branches, valueAt(root, failure.instancePath));
  if (chosen < 0) return [failure];
  return meant(failures.slice(index - back[chosen]!, index - (back[chosen + 1] ?? 0)), root);
}

function isAlternatives({ keyword }: Failure): boolean {
  return keyword === "elb:alternatives";
}

/** The branch that fits the type and of which most is there, -1 where there is none of any. */
function chooseBranch(branches: readonly Branch[], value: unknown): number {
  const fitting = branches.filter((branch) => fitsType(branch, value));
  if (fitting.length === 1) return branches.indexOf(fitting[0]!);
  if (typeOf(value) !== "object") return -1;
  let best: { branch: Branch; present: number; missing: number } | undefined;
  for (const branch of fitting) {
    const present = branch.needs.filter(
      (name) => valueAt(value, childPointer("", name)) !== undefined,
    ).length;
    const missing = branch.needs.length - present;
    const better =
      best === undefined || present > best.present || (present === best.present && missing < best.missing);
    if (better) best = { branch, present, missing };
  }
  return best === undefined || (best.present === 0 && best.missing > 0) ? -1 : branches.indexOf(best.branch);
}

export function fitsType({ types }: Branch, value: unknown): boolean {
  const type = typeOf(value);
  return types === undefined || types.includes(type) || (type === "integer" && types.includes("number"));
}
