import type { Caller, Holder } from "./caller.ts";

/** What a token is for: a project by id, the account, or neither. */
export interface TokenScope {
  readonly project?: string;
  readonly domain?: true;
}

/** A token that was issued. Plain data. */
export interface TokenEntry {
  readonly token: string;
  readonly holder: Holder;
  readonly methods: readonly string[];
  readonly scope: TokenScope;
  /** Ids of the projects that it opens to the ELB API. */
  readonly opens: readonly string[];
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  /** When it runs out, in milliseconds since 1970. Never, where it is missing. */
  readonly expiresAt?: number;
}

/** Who sends a token. */
export function callerOfToken({ holder, opens, scope: { project } }: TokenEntry): Caller {
  const caller = { holder, opens: (projectId: string) => opens.includes(projectId) };
  return project === undefined ? caller : { ...caller, project };
}
