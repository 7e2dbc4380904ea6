type Holder = Record<string, unknown>;

/**
 * Changes, in place, what stands at a dotted path of the operation table (`*` for each element) below `value`: told are
 * the object or list that holds it, and its key there.
 */
export function changeAt(value: unknown, path: string, change: (holder: Holder, key: string) => void): void {
  const [step = "", ...rest] = path.split(".");
  if (typeof value !== "object" || value === null) return;
  const holder = value as Holder;
  for (const key of step === "*" ? Object.keys(holder) : [step]) {
    if (rest.length === 0) change(holder, key);
    else changeAt(holder[key], rest.join("."), change);
  }
}
