import { protocol } from "@elb-classic/spec/operations";

/** An access key that requests may be signed with. */
export interface AccessKey {
  readonly ak: string;
  readonly sk: string;
  /** Set for a temporary key: requests have to carry it as `X-Security-Token`. */
  readonly securityToken?: string;
}

/** A key with the projects that it opens and its record of failures. */
export interface KeyEntry {
  readonly key: AccessKey;
  readonly projects: Set<string>;
  failures: number;
  lockedUntil: number;
}

const { failuresBeforeLock, lockSeconds } = protocol.signature;

/** Whether the key is locked after too many failures. */
export function isLocked(entry: KeyEntry, now: number): boolean {
  return now < entry.lockedUntil;
}

/** Counts a failed signature. More than five in a row lock the key for five minutes. */
export function recordFailure(entry: KeyEntry, now: number): void {
  entry.failures += 1;
  if (entry.failures <= failuresBeforeLock) return;
  entry.failures = 0;
  entry.lockedUntil = now + lockSeconds * 1000;
}

/** Ends a row of failures. */
export function recordSuccess(entry: KeyEntry): void {
  entry.failures = 0;
}
