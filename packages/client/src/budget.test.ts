import { describe, expect, it, vi } from "vitest";
import { type Ask, Barred, createBudget } from "./budget.ts";
import { FakeClock } from "./testing/fake-clock.ts";

const roomy = { requests: 1000, seconds: 300, concurrency: 1000 };

/** A budget with a log of what went out: its name, and the seconds since the start. */
function setUp(options: Partial<typeof roomy> = {}) {
  const clock = new FakeClock();
  const start = clock.now();
  const budget = createBudget({ ...roomy, ...options }, clock);
  const log: [name: string, second: number][] = [];
  const signal = new AbortController().signal;
  /** Asks for a request that takes some seconds, and resolves to its name. */
  const ask = (name: string, more: Partial<Ask> & { takes?: number } = {}): Promise<string> => {
    const { takes = 0, ...given } = more;
    return budget.run({ kind: "work", signal, ...given }, async () => {
      log.push([name, (clock.now() - start) / 1000]);
      if (takes > 0) await clock.sleep(takes * 1000, signal);
      return name;
    });
  };
  const many = (count: number, more: Parameters<typeof ask>[1] = {}): Promise<string[]> =>
    Promise.all(Array.from({ length: count }, (_, index) => ask(String(index), more)));
  const pass = (seconds: number): Promise<void> => clock.drive(clock.sleep(seconds * 1000, signal));
  return { budget, clock, log, ask, many, pass, names: () => log.map(([name]) => name) };
}

describe("the number of requests", () => {
  it("goes out at once while some are left, and waits for the span from the first one's end", async () => {
    const { clock, log, many } = setUp({ requests: 3, seconds: 10 });
    await clock.drive(many(7, { takes: 2 }));
    expect(log.map(([, second]) => second)).toEqual([0, 0, 0, 12, 12, 12, 24]);
    expect(clock.pending).toBe(0);
  });

  it("is never more in any span, as the gateway sees it, however long requests are on the way", async () => {
    const [requests, seconds] = [7, 20];
    const { budget, clock, pass } = setUp({ requests, seconds, concurrency: 5 });
    // Numbers from 0 to 1, the same in each run.
    let seed = 1;
    const random = (): number => {
      seed = Math.imul(seed ^ (seed >>> 15), 2_246_822_519) + 0x9e3779b9;
      return (seed >>> 0) / 2 ** 32;
    };
    const { signal } = new AbortController();
    const arrivals: number[] = [];
    const request = async (): Promise<void> => {
      await clock.sleep(random() * 3000, signal);
      arrivals.push(clock.now());
      await clock.sleep(random() * 3000, signal);
    };
    const all: Promise<void>[] = [];
    for (let index = 0; index < 100; index++) {
      all.push(budget.run({ kind: random() < 0.3 ? "poll" : "work", signal }, request));
      if (random() < 0.3) await pass(random() * 10);
    }
    await clock.drive(Promise.all(all));
    const most = arrivals.map(
      (from) => arrivals.filter((at) => at >= from && at < from + seconds * 1000).length,
    );
    expect(arrivals).toHaveLength(100);
    expect(Math.max(...most)).toBe(requests);
  });

  it("counts a request without an answer from a minute later, since it may arrive until then", async () => {
    const { budget, clock, log, ask } = setUp({ requests: 1, seconds: 10 });
    const failure = new Error("refused");
    const { signal } = new AbortController();
    await expect(budget.run({ kind: "work", signal }, () => Promise.reject(failure))).rejects.toBe(failure);
    await clock.drive(ask("next"));
    expect(log).toEqual([["next", 70]]);
  });

  it("is never more in any span where requests are given up and arrive later all the same", async () => {
    const [requests, seconds] = [4, 100];
    const { budget, clock, pass } = setUp({ requests, seconds });
    const { signal } = new AbortController();
    const arrivals: number[] = [];
    const late = async (): Promise<never> => {
      void clock.sleep(20_000, signal).then(() => arrivals.push(clock.now()));
      throw new Error("given up");
    };
    const prompt = async (): Promise<void> => void arrivals.push(clock.now());
    const ask = { kind: "work", signal } as const;
    await Promise.allSettled([budget.run(ask, late), budget.run(ask, prompt), budget.run(ask, late)]);
    await pass(110);
    await clock.drive(Promise.all(Array.from({ length: 6 }, () => budget.run(ask, prompt))));
    const most = arrivals.map(
      (from) => arrivals.filter((at) => at >= from && at < from + seconds * 1000).length,
    );
    expect(arrivals).toHaveLength(9);
    expect(Math.max(...most)).toBe(requests);
  });

  it("does not depend on a clock that is set back", async () => {
    const { clock, log } = setUp();
    let back = 0;
    const now = () => clock.now() - back;
    const moved = createBudget(
      { requests: 1, seconds: 10, concurrency: 1 },
      { now, sleep: (ms, signal) => clock.sleep(ms, signal) },
    );
    const ask = { kind: "work", signal: new AbortController().signal } as const;
    const start = clock.now();
    const send = async (): Promise<void> => void log.push(["request", (clock.now() - start) / 1000]);
    await moved.run(ask, send);
    back = 3_600_000;
    await clock.drive(moved.run(ask, send));
    expect(log.map(([, second]) => second)).toEqual([0, 10]);
  });

  it("is not used up by what waits, and needs no timer while something is out", async () => {
    const { clock, ask, log } = setUp({ requests: 1, seconds: 10 });
    const both = Promise.all([ask("a", { takes: 5 }), ask("b")]);
    expect(clock.asked).toEqual([5000]);
    await clock.drive(both);
    expect(log).toEqual([
      ["a", 0],
      ["b", 15],
    ]);
  });
});

describe("the number out at once", () => {
  it("is kept to, in the order of asking", async () => {
    const { clock, log, many } = setUp({ concurrency: 2 });
    await clock.drive(many(5, { takes: 1 }));
    expect(log).toEqual([
      ["0", 0],
      ["1", 0],
      ["2", 1],
      ["3", 1],
      ["4", 2],
    ]);
  });

  it("is freed by failures too", async () => {
    const { budget, ask } = setUp({ concurrency: 1 });
    const { signal } = new AbortController();
    const broken = (): Promise<never> => {
      throw new Error("before it was sent");
    };
    await expect(budget.run({ kind: "work", signal }, broken)).rejects.toThrow("before it was sent");
    await expect(ask("next")).resolves.toBe("next");
  });
});

describe("polls", () => {
  it("wait until a quarter is left, and work does not", async () => {
    const { clock, log, ask, many } = setUp({ requests: 8, seconds: 10 });
    await many(6);
    await ask("poll", { kind: "poll" });
    expect(log.at(-1)).toEqual(["poll", 0]);
    const late = ask("late poll", { kind: "poll" });
    await ask("work");
    expect(log.at(-1)).toEqual(["work", 0]);
    await clock.drive(late);
    expect(log.at(-1)).toEqual(["late poll", 10]);
    expect(clock.pending).toBe(0);
  });

  it("wait no longer than ten seconds for that alone", async () => {
    const { clock, log, ask, many } = setUp({ requests: 8, seconds: 80 });
    await many(7);
    await clock.drive(ask("poll", { kind: "poll" }));
    expect(log.at(-1)).toEqual(["poll", 10]);
    expect(clock.pending).toBe(0);
  });

  it("have every fourth turn then, however much work there is", async () => {
    const { clock, ask, many, names } = setUp({ requests: 1, seconds: 4 });
    await ask("first");
    const polls = ["poll 1", "poll 2"].map((name) => ask(name, { kind: "poll" }));
    await clock.drive(Promise.all([...polls, many(20)]));
    expect([names().indexOf("poll 1"), names().indexOf("poll 2")]).toEqual([4, 8]);
  });

  it("go after work that came later", async () => {
    const { clock, names, ask } = setUp({ concurrency: 1 });
    const first = ask("first", { takes: 1 });
    await clock.drive(Promise.all([first, ask("poll", { kind: "poll" }), ask("work")]));
    expect(names()).toEqual(["first", "work", "poll"]);
  });
});

describe("changes to one load balancer", () => {
  it("go one after another, and nothing else waits for them", async () => {
    const { clock, log, ask } = setUp();
    const change = { balancer: "b", takes: 2 };
    await clock.drive(
      Promise.all([
        ask("first", change),
        ask("second", change),
        ask("other", { balancer: "c" }),
        ask("read"),
        ask("poll", { kind: "poll" }),
      ]),
    );
    expect(log).toEqual([
      ["first", 0],
      ["other", 0],
      ["read", 0],
      ["poll", 0],
      ["second", 2],
    ]);
  });

  it("go on after one that has failed", async () => {
    const { budget, ask } = setUp();
    const { signal } = new AbortController();
    const failed = budget.run({ kind: "work", balancer: "b", signal }, () => Promise.reject(new Error("no")));
    const next = ask("next", { balancer: "b" });
    await expect(failed).rejects.toThrow("no");
    await expect(next).resolves.toBe("next");
  });
});

describe("a signal", () => {
  it("takes a waiter out at once, with its reason, and lets the others move up", async () => {
    const { clock, names, ask } = setUp({ requests: 1, seconds: 10 });
    await ask("first");
    const controller = new AbortController();
    const stopped = ask("stopped", { signal: controller.signal });
    const next = ask("next");
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(stopped).rejects.toBe(reason);
    await clock.drive(next);
    expect(names()).toEqual(["first", "next"]);
  });

  it("leaves no timer behind where nobody else waits", async () => {
    const { clock, ask } = setUp({ requests: 1 });
    await ask("first");
    const controller = new AbortController();
    const stopped = ask("stopped", { signal: controller.signal });
    expect(clock.pending).toBe(1);
    controller.abort();
    await expect(stopped).rejects.toThrow();
    expect(clock.pending).toBe(0);
  });

  it("that was aborted before sends nothing", async () => {
    const { names, ask } = setUp();
    await expect(ask("never", { signal: AbortSignal.abort() })).rejects.toThrow("aborted");
    expect(names()).toEqual([]);
  });

  it("is not listened to once the request is out", async () => {
    const { clock, ask } = setUp({ concurrency: 1 });
    const controller = new AbortController();
    const remove = vi.spyOn(controller.signal, "removeEventListener");
    const first = ask("first", { takes: 1 });
    const second = ask("second", { signal: controller.signal, takes: 1 });
    await clock.drive(first);
    expect(remove).toHaveBeenCalledOnce();
    controller.abort();
    await expect(clock.drive(second)).resolves.toBe("second");
  });
});

describe("a service that takes nothing more", () => {
  it("is sent nothing until its time, whoever waits already", async () => {
    const { budget, clock, log, ask } = setUp();
    budget.exhaustedFor(60_000);
    budget.exhaustedFor(30_000);
    await clock.drive(Promise.all([ask("poll", { kind: "poll" }), ask("work")]));
    expect(log).toEqual([
      ["work", 60],
      ["poll", 60],
    ]);
  });

  it("keeps back what a shorter timer wakes", async () => {
    const { budget, clock, log, ask } = setUp({ requests: 1, seconds: 10 });
    await ask("first");
    const waiting = ask("waiting");
    budget.exhaustedFor(25_000);
    await clock.drive(waiting);
    expect(log.at(-1)).toEqual(["waiting", 25]);
  });

  it("refuses at once what may not wait for that long, and what waits already", async () => {
    const { budget, clock, ask } = setUp({ requests: 1 });
    await ask("first");
    const until = clock.now() + 30_000;
    const waiting = ask("waiting", { until });
    budget.exhaustedFor(60_000);
    await expect(waiting).rejects.toEqual(new Barred(60_000));
    await expect(ask("later", { until })).rejects.toBeInstanceOf(Barred);
    expect(clock.pending).toBe(0);
  });

  it("may name a time that no timer can be set to", async () => {
    const { budget, clock, log, ask } = setUp({ seconds: 86_400 });
    const days = 40 * 86_400;
    budget.exhaustedFor(days * 1000);
    await clock.drive(ask("late"));
    expect(log).toEqual([["late", days]]);
    expect(Math.max(...clock.asked)).toBeLessThan(2 ** 31);
  });
});

it("keeps an order through requests that ask for others", async () => {
  const { budget, clock, log, ask } = setUp({ requests: 2, seconds: 10 });
  const { signal } = new AbortController();
  const nested: Promise<string>[] = [];
  const outer = async (): Promise<void> => {
    nested.push(ask("nested"));
  };
  await ask("first");
  await ask("second");
  const waiting = [budget.run({ kind: "work", signal }, outer), ask("third")];
  await clock.drive(Promise.all(waiting));
  await clock.drive(Promise.all(nested));
  expect(log.slice(2)).toEqual([
    ["third", 10],
    ["nested", 20],
  ]);
  expect(clock.pending).toBe(0);
});
