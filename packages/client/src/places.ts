type Holder = Record<string, unknown>;
type Change = (holder: Holder, key: string) => void;

/** The steps of each path that was ever gone: there are as many as the operation table has. */
const known = new Map<string, readonly string[]>();

function stepsOf(path: string): readonly string[] {
  const steps = known.get(path) ?? path.split(".");
  known.set(path, steps);
  return steps;
}

/**
 * Changes, in place, what stands at a dotted path of the operation table (`*` for each element) below `value`: told are
 * the object or list that holds it, and its key there.
 */
export const changeAt = (value: unknown, path: string, change: Change): void =>
  changeFrom(0, value, stepsOf(path), change);

function changeFrom(depth: number, value: unknown, steps: readonly string[], change: Change): void {
  if (typeof value !== "object" || value === null) return;
  const holder = value as Holder;
  const step = steps[depth] as string;
  for (const key of step === "*" ? Object.keys(holder) : [step]) {
    if (depth + 1 === steps.length) change(holder, key);
    else changeFrom(depth + 1, holder[key], steps, change);
  }
}
