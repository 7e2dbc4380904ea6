import type { Row } from "../state/rows.ts";

/**
 * Whether a state that was kept has credentials to check requests by: what was given for good, by a seed. Tokens and
 * temporary keys, which run out, are also issued where nothing is checked.
 */
export function keepsCredentials(rows: readonly Row[]): boolean {
  return rows.some(({ kind, value }) => {
    const { expiresAt, password } = Object(value) as {
      readonly expiresAt?: number;
      readonly password?: string;
    };
    return kind === "users" ? password !== undefined : KINDS.has(kind) && expiresAt === undefined;
  });
}

const KINDS: ReadonlySet<string> = new Set(["keys", "tokens"]);
