import type { Condition } from "./ledger.ts";

/** A value of the ledger in words: `min 1, max 64, unit characters`. */
export function describe(value: unknown): string {
  if (Array.isArray(value))
    return value.map(describe).join(value.some((item) => typeof item === "object") ? "; " : ", ");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .map(([key, below]) => (below === true ? key : `${key} ${describe(below)}`))
      .join(", ");
  }
  return value === "" ? '""' : String(value);
}

/** A condition in words: `when type is External: required`. */
export function describeCondition({ when, ...then }: Condition): string {
  const terms = Object.entries(when).map(([name, operand]) => {
    if (typeof operand === "object" && "not" in operand) return `${name} is not ${describe(operand.not)}`;
    return operand === "present"
      ? `${name} is sent`
      : `${name} is ${describe(operand).replaceAll(", ", " or ")}`;
  });
  return `when ${terms.join(" and ")}: ${describe(then)}`;
}

/** What the second list has and lacks compared with the first. */
export function listChanges<T>(before: readonly T[], after: readonly T[]): { added: T[]; removed: T[] } {
  const text = (items: readonly T[]): string[] => items.map((item) => JSON.stringify(item));
  const [old, now] = [text(before), text(after)];
  return {
    added: after.filter((_, at) => !old.includes(now[at] ?? "")),
    removed: before.filter((_, at) => !now.includes(old[at] ?? "")),
  };
}

/** Entries of two records side by side, in the order of the second, then what only the first has. */
export function* sideBySide<T>(
  before: Readonly<Record<string, T>> = {},
  after: Readonly<Record<string, T>> = {},
): Generator<[key: string, before: T | undefined, after: T | undefined]> {
  for (const key of new Set([...Object.keys(after), ...Object.keys(before)]))
    yield [key, before[key], after[key]];
}

/** Whether two pieces of the ledger are the same; the order of keys does not count. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => same(one[key], other[key]));
}
