import { protocol } from "@elb-classic/spec/operations";

const second = 1_000;
const day = 86_400 * second;

/** The milliseconds since the epoch of a resource's time, `YYYY-MM-DD HH:MM:SS`, which is UTC in all recordings. */
const parse = (time: unknown): number =>
  typeof time === "string" ? Date.parse(`${time.trim().replace(" ", "T")}Z`) : Number.NaN;

/** When a change was sent, and when its outcome is looked for, both by the clock of the service. */
export interface Window {
  sent: number;
  now: number;
  /** Milliseconds that times are taken to be off by. */
  skew: number;
  /** Whether that clock is known. If not, the times are those of either clock, this machine's or the header's. */
  isSure: boolean;
}

/** The most that two clocks differ by which are both about right: a signature that is off by more is refused. */
const mostAhead = protocol.signature.clockSkewSeconds * second;

/**
 * The times by the clock of the service, as far as the `Date` of an answer gives it; else by this machine's. A `Date`
 * that is far off can be that of a cache, or of a wrong clock, here or there.
 */
export function windowOf(sentAt: Date, now: number, headers: Headers, skew: number): Window {
  const served = Date.parse(headers.get("date") ?? "");
  const ahead = Number.isNaN(served) ? 0 : served - now;
  const sent = sentAt.getTime();
  if (Math.abs(ahead) <= mostAhead) return { sent: sent + ahead, now: now + ahead, skew, isSure: true };
  return { sent: sent + Math.min(ahead, 0), now: now + Math.max(ahead, 0), skew, isSure: false };
}

/**
 * Whether something that was created then can be the work of the change.
 *
 * `maybe`: it is close enough for times in another zone, or by a clock that is wrong. The documents name no zone.
 */
export function canBe(created: unknown, { sent, now, skew }: Window): "yes" | "maybe" | "no" {
  const at = parse(created);
  if (Number.isNaN(at)) return "maybe";
  // Times are cut off to seconds.
  if (at >= sent - skew - second && at <= now + skew + second) return "yes";
  return at >= sent - day && at <= now + day ? "maybe" : "no";
}

/** The skew that times are taken to have unless told otherwise. */
export const usualSkew = 5 * second;
