import { Table, type Watch } from "../state/table.ts";
import type { AccessKey, KeyEntry } from "./access-keys.ts";
import { openLock } from "./lock.ts";
import type { TokenEntry } from "./tokens.ts";

// What has run out is kept for as long as it lived at most, so that its owner is told that it ran out.
const KEPT_AFTER_END_MS = 86_400_000;

/** The access keys and tokens that the emulator accepts, with their secrets. */
export class Credentials {
  /** Keys by access key id. */
  readonly keys: Table<KeyEntry>;
  /** Tokens by themselves, also those that have run out lately. */
  readonly tokens: Table<TokenEntry>;

  constructor(watch: Watch = {}) {
    this.keys = new Table("keys", [], watch);
    this.tokens = new Table("tokens", [], watch);
  }

  /** Adds a key for good, for one more project where it is known already. */
  addKey(key: AccessKey, projectId: string, ownerId: string): void {
    const known = this.keys.get(key.ak);
    const projects = [...(known?.holder.projects ?? []), projectId];
    const holder = { userId: ownerId, projects };
    this.keys.set(key.ak, known === undefined ? { key, holder, ...openLock() } : { ...known, holder });
  }

  /** Adds a token for good, for one more project where it is known already. */
  addToken(token: string, projectId: string, ownerId: string, now: number): void {
    const known = this.tokens.get(token);
    const opens = [...(known?.opens ?? []), projectId];
    const scope = known?.scope ?? { project: projectId };
    const holder = { userId: ownerId, projects: opens };
    this.tokens.set(token, { token, holder, methods: ["password"], scope, opens, issuedAt: now });
  }

  /** Forgets what has run out long ago. */
  forgetOld(now: number): void {
    forgetOldOf(this.keys, now);
    forgetOldOf(this.tokens, now);
  }
}

function forgetOldOf(table: Table<{ readonly expiresAt?: number }>, now: number): void {
  for (const [name, { expiresAt }] of table)
    if (expiresAt !== undefined && expiresAt + KEPT_AFTER_END_MS < now) table.delete(name);
}
