import { protocol } from "@elb-classic/spec/operations";

/** Something that too many failures in a row lock for a while. Plain data. */
export interface Lock {
  failures: number;
  /** Milliseconds since 1970. */
  lockedUntil: number;
}

const { failuresBeforeLock, lockSeconds } = protocol.signature;

/** A lock that is open. */
export function openLock(): Lock {
  return { failures: 0, lockedUntil: 0 };
}

/** Whether too many failures have locked it. */
export function isLocked(lock: Lock, now: number): boolean {
  return now < lock.lockedUntil;
}

/** Counts a failure. More than five in a row lock for five minutes. */
export function recordFailure<T extends Lock>(
  entry: T,
  now: number,
  table: Map<string, T>,
  key: string,
): void {
  entry.failures += 1;
  if (entry.failures > failuresBeforeLock) {
    entry.failures = 0;
    entry.lockedUntil = now + lockSeconds * 1000;
  }
  table.set(key, entry);
}

/** Ends a row of failures. */
export function recordSuccess<T extends Lock>(entry: T, table: Map<string, T>, key: string): void {
  if (entry.failures === 0) return;
  entry.failures = 0;
  table.set(key, entry);
}
