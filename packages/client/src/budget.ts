import type { Clock } from "./clock.ts";

/** What is to be sent, as far as its turn depends on it. */
export interface Ask {
  /** `poll` for what is asked in the background, such as how a job stands: it leaves room for `work`. */
  kind: "work" | "poll";
  /** Of the requests with the same one, only one is out at a time. */
  balancer?: string | undefined;
  /** Ends the waiting. */
  signal: AbortSignal;
}

/** Decides when a request goes out. One for all that a client sends. */
export interface Budget {
  /**
   * Sends at once, or as soon as it is this one's turn. Rejects with the signal's reason if that comes first, and
   * otherwise as `send` does.
   */
  run<T>(ask: Ask, send: () => Promise<T>): Promise<T>;
  /** The service takes nothing more until this time, in milliseconds since the epoch. */
  exhaustedUntil(time: number): void;
}

/** Integers from 1, but for `seconds`, which is only above 0. */
export interface BudgetOptions {
  /** Number of requests that may be sent in any `seconds`. */
  requests: number;
  seconds: number;
  /** Number of requests that may be out at the same time. */
  concurrency: number;
}

interface Waiter extends Ask {
  go(): void;
}

/**
 * A sliding log. The gateway counts in windows that begin with whatever request comes first, so no `seconds` at all
 * may see more than `requests`: a bucket that starts full and is refilled meanwhile lets nearly twice as many into one.
 * A request counts from its end, which comes after the gateway's own count of it, however slow the way there was.
 */
export function createBudget({ requests, seconds, concurrency }: BudgetOptions, clock: Clock): Budget {
  const span = seconds * 1000;
  /** How many have to be left for one of a kind to go: polls keep off the last quarter. */
  const needed = { work: 1, poll: Math.ceil(requests / 4) };
  const queues = { work: new Set<Waiter>(), poll: new Set<Waiter>() };
  const isIdle = (): boolean => queues.work.size + queues.poll.size === 0;
  const busy = new Set<string | undefined>();
  /** When requests ended, in a ring: the newest is the one before `ended`. */
  const ends: number[] = [];
  let ended = 0;
  let out = 0;
  let barred = 0;
  let timer = new AbortController();

  /** When one of a kind may go: a time that may be past, or Infinity if that depends on one that is out. */
  const timeFor = (kind: Ask["kind"]): number => {
    if (out >= concurrency) return Number.POSITIVE_INFINITY;
    // The youngest request that must not count any more, for enough to be left.
    const last = ended + out + needed[kind] - requests - 1;
    if (last < 0) return barred;
    return last < ended ? Math.max(barred, (ends[last % requests] ?? 0) + span) : Number.POSITIVE_INFINITY;
  };

  const send = async <T>({ balancer }: Ask, request: () => Promise<T>): Promise<T> => {
    out++;
    if (balancer !== undefined) busy.add(balancer);
    try {
      return await request();
    } finally {
      out--;
      busy.delete(balancer);
      ends[ended++ % requests] = clock.now();
      if (!isIdle()) serve();
    }
  };

  /** Lets go whoever may, in order, and sets the timer for the next one whom only time keeps. */
  const serve = (): void => {
    const now = clock.now();
    let next = Number.POSITIVE_INFINITY;
    for (const kind of ["work", "poll"] as const) {
      for (const waiter of queues[kind]) {
        if (busy.has(waiter.balancer)) continue;
        const time = timeFor(kind);
        if (time > now) {
          next = Math.min(next, time);
          break;
        }
        waiter.go();
      }
    }
    timer.abort();
    if (next === Number.POSITIVE_INFINITY) return;
    timer = new AbortController();
    // Not longer than a timer can be set to, whatever the service said.
    clock.sleep(Math.min(next - now, span), timer.signal).then(serve, () => {});
  };

  return {
    run(ask, request) {
      const { kind, balancer, signal } = ask;
      if (signal.aborted) return Promise.reject(signal.reason);
      if (isIdle() && !busy.has(balancer) && timeFor(kind) <= clock.now()) return send(ask, request);
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          queues[kind].delete(waiter);
          reject(signal.reason);
          serve();
        };
        const waiter: Waiter = {
          ...ask,
          go() {
            queues[kind].delete(waiter);
            signal.removeEventListener("abort", leave);
            resolve(send(ask, request));
          },
        };
        signal.addEventListener("abort", leave);
        queues[kind].add(waiter);
        serve();
      });
    },
    exhaustedUntil(time) {
      barred = Math.max(barred, time);
    },
  };
}
