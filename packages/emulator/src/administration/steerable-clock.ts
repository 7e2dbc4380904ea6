import type { Clock, ManualClock } from "../state/clock.ts";

/** A clock that runs as the machine's, and can be held and moved on. */
export interface SteerableClock extends ManualClock {
  /** Whether it runs, or stands until it is moved. */
  readonly running: boolean;
  /** Lets it stand where it is. */
  hold(): void;
  /** Lets it run on from where it is: it does not catch up with the machine's. */
  run(): void;
}

/** How a clock that can be steered begins. */
export interface SteeringOptions {
  /** Default true. */
  readonly running?: boolean;
  /** The clock that it follows, and waits by, while it runs. */
  readonly base: Clock;
}

/** Creates a clock that begins with the time of the one that it follows. */
export function createSteerableClock({ running = true, base }: SteeringOptions): SteerableClock {
  let offset = 0;
  let heldAt = running ? undefined : base.now();
  const now = () => heldAt ?? base.now() + offset;
  const advance = (milliseconds: number) => {
    if (!(milliseconds >= 0))
      throw new RangeError(`advance() takes zero or more milliseconds, not ${milliseconds}.`);
    if (heldAt === undefined) offset += milliseconds;
    else heldAt += milliseconds;
  };
  return {
    now,
    advance,
    get running() {
      return heldAt === undefined;
    },
    hold() {
      heldAt = now();
    },
    run() {
      offset = now() - base.now();
      heldAt = undefined;
    },
    async sleep(milliseconds) {
      if (heldAt === undefined) await base.sleep?.(milliseconds);
      else advance(milliseconds);
    },
  };
}
