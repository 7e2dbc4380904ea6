import type { Clock } from "./clock.ts";

/** What is to be sent, as far as its turn depends on it. */
export interface Ask {
  /** `poll` for what is asked in the background, such as how a job stands: it leaves room for `work`. */
  kind: "work" | "poll";
  /** Of the requests with the same one, only one is out at a time. */
  balancer?: string | undefined;
  /** Ends the waiting. */
  signal: AbortSignal;
  /** When the waiting is over at the latest, as milliseconds since the epoch. */
  until?: number | undefined;
}

/** Why something is not sent: the service takes nothing more before it would be too late. */
export class Barred {
  /** Milliseconds until the service takes something again. */
  readonly left: number;

  constructor(left: number) {
    this.left = left;
  }
}

/** Decides when a request goes out. One for all that a client sends. */
export interface Budget {
  /**
   * Sends at once, or as soon as it is this one's turn. Rejects with the signal's reason if that comes first, with a
   * `Barred` if its turn cannot come in time, and otherwise as `send` does.
   */
  run<T>(ask: Ask, send: () => Promise<T>): Promise<T>;
  /** The service takes nothing more for so many milliseconds. */
  exhaustedFor(ms: number): void;
}

/** Integers from 1, but for `seconds`, which is only above 0. */
export interface BudgetOptions {
  /** Number of requests that may be sent in any `seconds`. */
  requests: number;
  seconds: number;
  /** Number of requests that may be out at the same time. */
  concurrency: number;
}

/** A poll that has waited for long enough needs no more left than work does. */
type Queue = Ask["kind"] | "aged";

interface Waiter extends Ask {
  /** When it counts as aged, if it is a poll. */
  ages: number;
  queue: Queue;
  go(): void;
  fail(reason: unknown): void;
}

/** Milliseconds that polls let work go first: under a steady load, they would never have their turn otherwise. */
const patience = 10_000;
/** How much work goes between two aged polls, if there is so much. */
const share = 3;
/** Milliseconds that a request without an answer can still be on its way to the gateway. */
const stray = 60_000;

/** Milliseconds that never run backwards, even if the clock is set back. */
function steady(clock: Clock): () => number {
  let seen = clock.now();
  let lead = 0;
  return () => {
    const now = clock.now();
    lead += Math.max(0, seen - now);
    seen = now;
    return now + lead;
  };
}

/**
 * A sliding log. The gateway counts in windows that begin with whatever request comes first, so no `seconds` at all
 * may see more than `requests`: a bucket that starts full and is refilled meanwhile lets nearly twice as many into one.
 * A request counts from its answer, which comes after the gateway's own count of it, however slow the way there was; one
 * that was given up or lost counts from a minute later, since it may arrive yet.
 */
export function createBudget({ requests, seconds, concurrency }: BudgetOptions, clock: Clock): Budget {
  const span = seconds * 1000;
  const time = steady(clock);
  /** How many have to be left for one of a kind to go: polls keep off the last quarter. */
  const needed = { work: 1, aged: 1, poll: Math.ceil(requests / 4) };
  const queues = { work: new Set<Waiter>(), aged: new Set<Waiter>(), poll: new Set<Waiter>() };
  const isIdle = (): boolean => queues.work.size + queues.aged.size + queues.poll.size === 0;
  const busy = new Set<string | undefined>();
  /** When requests ended, in a ring: the newest is the one before `ended`. */
  const ends: number[] = [];
  let ended = 0;
  /** When those without an answer will count as ended, the earliest first. */
  const strays: number[] = [];
  let out = 0;
  let barred = 0;
  /** How much work went since the last aged poll. */
  let worked = 0;
  let timer = new AbortController();

  const log = (end: number): void => {
    ends[ended++ % requests] = end;
  };

  /** The time, with all in the log that have ended by then. */
  const upToDate = (): number => {
    const now = time();
    while ((strays[0] ?? Number.POSITIVE_INFINITY) <= now) log(strays.shift() as number);
    return now;
  };

  /** When one of a kind may go: a time that may be past, or Infinity if that depends on one that is out. */
  const timeFor = (kind: Queue): number => {
    if (out >= concurrency) return Number.POSITIVE_INFINITY;
    // The youngest request that must not count any more, for enough to be left.
    const last = ended + strays.length + out + needed[kind] - requests - 1;
    if (last < 0) return barred;
    const end = last < ended ? (ends[last % requests] ?? 0) : strays[last - ended];
    return end === undefined ? Number.POSITIVE_INFINITY : Math.max(barred, end + span);
  };

  const send = async <T>({ balancer }: Ask, request: () => Promise<T>): Promise<T> => {
    out++;
    if (balancer !== undefined) busy.add(balancer);
    let isAnswered = false;
    try {
      const answer = await request();
      isAnswered = true;
      return answer;
    } finally {
      out--;
      busy.delete(balancer);
      const now = upToDate();
      if (isAnswered) log(now);
      else strays.push(now + stray);
      if (!isIdle()) serve();
    }
  };

  const move = (waiter: Waiter, queue: Queue): void => {
    queues[waiter.queue].delete(waiter);
    waiter.queue = queue;
    queues[queue].add(waiter);
  };

  const promote = (now: number): void => {
    for (const waiter of queues.poll) {
      if (waiter.ages > now) return;
      move(waiter, "aged");
    }
  };

  const firstIn = (queue: Queue): Waiter | undefined => {
    for (const waiter of queues[queue]) if (!busy.has(waiter.balancer)) return waiter;
    return undefined;
  };

  /** Lets one go, if one may. */
  const letGo = (now: number): boolean => {
    const order = worked < share ? (["work", "aged", "poll"] as const) : (["aged", "work", "poll"] as const);
    for (const queue of order) {
      const waiter = timeFor(queue) <= now ? firstIn(queue) : undefined;
      if (!waiter) continue;
      worked = queue === "aged" ? 0 : worked + 1;
      waiter.go();
      return true;
    }
    return false;
  };

  /** When the next one may go that only time keeps. */
  const nextTime = (): number => {
    const poll = firstIn("poll");
    return Math.min(
      firstIn("work") || firstIn("aged") ? timeFor("work") : Number.POSITIVE_INFINITY,
      poll ? Math.min(timeFor("poll"), Math.max(poll.ages, timeFor("work"))) : Number.POSITIVE_INFINITY,
    );
  };

  /** Lets go whoever may, and sets the timer for the next one. */
  const serve = (): void => {
    const now = upToDate();
    promote(now);
    while (letGo(now));
    timer.abort();
    const next = nextTime();
    if (next === Number.POSITIVE_INFINITY) return;
    timer = new AbortController();
    // Not longer than a timer can be set to, whatever the service said.
    clock.sleep(Math.min(next - now, span), timer.signal).then(serve, () => {});
  };

  /** What is left of the bar, if one that may wait until then is too early for it. */
  const barFor = ({ until = Number.POSITIVE_INFINITY }: Ask): Barred | undefined => {
    const left = barred - time();
    return left > 0 && clock.now() + left >= until ? new Barred(left) : undefined;
  };

  return {
    run(ask, request) {
      const { kind, balancer, signal } = ask;
      if (signal.aborted) return Promise.reject(signal.reason);
      const bar = barFor(ask);
      if (bar) return Promise.reject(bar);
      if (isIdle() && !busy.has(balancer) && timeFor(kind) <= upToDate()) return send(ask, request);
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          waiter.fail(signal.reason);
          serve();
        };
        const quit = (): void => {
          queues[waiter.queue].delete(waiter);
          signal.removeEventListener("abort", leave);
        };
        const waiter: Waiter = {
          kind,
          queue: kind,
          balancer,
          signal,
          until: ask.until,
          ages: time() + (kind === "poll" ? patience : 0),
          go() {
            quit();
            resolve(send(ask, request));
          },
          fail(reason) {
            quit();
            reject(reason);
          },
        };
        signal.addEventListener("abort", leave);
        queues[kind].add(waiter);
        serve();
      });
    },
    exhaustedFor(ms) {
      barred = Math.max(barred, time() + ms);
      for (const waiter of [...queues.work, ...queues.aged, ...queues.poll]) {
        const bar = barFor(waiter);
        if (bar) waiter.fail(bar);
      }
      serve();
    },
  };
}
