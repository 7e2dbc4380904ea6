/** Fields whose values nobody but the service may see, such as a private key. */
import { type OperationRow, operations } from "@elb-classic/spec/operations";

/** However somebody spells `private_key`. */
const spelt = (name: string): string => name.replace(/[_-]/g, "").toLowerCase();

const rows: readonly OperationRow[] = Object.values(operations);
const names = new Set(
  rows
    .flatMap(({ secrets = [], bodySecrets = [] }) => [...secrets, ...bodySecrets])
    .map((path) => spelt(path.split(".").at(-1) as string)),
);

/** Tells of every secret field below a value, however deep; 99 levels are more than any real one has. */
function visit(
  value: unknown,
  tell: (holder: Record<string, unknown>, key: string) => void,
  depth = 99,
): void {
  if (depth === 0 || typeof value !== "object" || value === null) return;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    if (names.has(spelt(key))) tell(holder, key);
    else visit(holder[key], tell, depth - 1);
  }
}

/** Removes all secret fields in place, or puts `mark` there, whatever shape they came in. */
export const dropSecrets = (value: unknown, mark?: string): void =>
  visit(value, (holder, key) => {
    if (mark === undefined) delete holder[key];
    else holder[key] = mark;
  });

/** The texts of the secret fields in a payload, which no message may repeat. */
export function secretsIn(payload: string | undefined): string[] {
  const found: string[] = [];
  try {
    visit(JSON.parse(payload ?? "null"), (holder, key) => {
      if (typeof holder[key] === "string") found.push(holder[key]);
    });
  } catch {
    // No JSON, and so no fields.
  }
  return found;
}
