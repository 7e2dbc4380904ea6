import { Refusal } from "../http/refusal.ts";
import type { FaultRule } from "./rules.ts";

interface Window {
  readonly endsAt: number;
  calls: number;
}

// The gateway's budget, seen as "policy user over ratelimit,limit:200,time:5 minute" (auth-and-gateway.md, section 5).
const CALLS = 200;
const SECONDS = 300;

/**
 * A budget of calls: a window begins with a caller's first call, and the first call after its end begins the next.
 * A call that is refused does not prolong anything.
 */
export function createBudget({ calls = CALLS, seconds = SECONDS }: NonNullable<FaultRule["budget"]>) {
  const windows = new Map<string, Window>();
  return (caller: string, now: number): void => {
    const known = windows.get(caller);
    const window = known !== undefined && now < known.endsAt ? known : begin(now);
    windows.set(caller, window);
    window.calls += 1;
    if (window.calls <= calls) return;
    throw new Refusal("APIGW.0308#1", {
      tail: `: policy user over ratelimit,limit:${calls},time:${span(seconds)}`,
      reason: `The budget of ${calls} calls in ${seconds} seconds is used up.`,
      retryAfterSeconds: Math.max(1, Math.ceil((window.endsAt - now) / 1000)),
    });
  };

  function begin(now: number): Window {
    return { endsAt: now + seconds * 1000, calls: 0 };
  }
}

function span(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60} minute` : `${seconds} second`;
}
