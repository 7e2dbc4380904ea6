import { type Caller, type Holder, mayWorkIn } from "./caller.ts";
import type { Lock } from "./lock.ts";

/** An access key that requests may be signed with. */
export interface AccessKey {
  readonly ak: string;
  readonly sk: string;
  /** Set for a temporary key: requests have to carry it as `X-Security-Token`. */
  readonly securityToken?: string;
}

/** A key with its holder and its record of failures. Plain data. */
export interface KeyEntry extends Lock {
  readonly key: AccessKey;
  readonly holder: Holder;
  /** When a temporary key runs out, in milliseconds since 1970. Never, where it is missing. */
  readonly expiresAt?: number;
}

/** Who signs with a key. */
export function callerOfKey({ holder }: KeyEntry): Caller {
  return { holder, opens: (projectId) => mayWorkIn(holder, projectId) };
}
