import type { Clock } from "../state/clock.ts";
import { ConnectionLost } from "./broken-connection.ts";
import type { FaultPlan } from "./faults.ts";

/**
 * What becomes of a request before it is accepted.
 * @throws Refusal or ConnectionLost where the plan ends it here: nothing has happened then
 */
export async function arrive({ latencyMs, drop, refusal }: FaultPlan, clock: Clock): Promise<void> {
  if (latencyMs > 0) await clock.sleep?.(latencyMs);
  if (drop === "before") throw new ConnectionLost("before the request was accepted");
  if (refusal !== undefined) throw refusal;
}
