import { createSteerableClock } from "../administration/steerable-clock.ts";
import type { Clock } from "../state/clock.ts";

/** The machine's clock. A request that is late on purpose does not keep a command that is stopped from ending. */
const machineClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
};

/** The clock of the command: one that stands at first where it is to be manual. */
export function commandClock(kind: "real" | "manual"): Clock {
  return createSteerableClock({ running: kind === "real", base: machineClock });
}
