/** An emulator in this process, a client of it, and one clock for both that moves as soon as everything waits for it. */
import { readdirSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import { type Clock, createElbClient, type ElbClient, type ElbClientOptions } from "@elb-classic/client";
import {
  createEmulator,
  createManualClock,
  type EmulatorOptions,
  type ProjectView,
} from "@elb-classic/emulator";

// The client loads parts of itself when it first needs them, which takes longer than the clock waits for anything.
const parts = new URL(".", import.meta.resolve("@elb-classic/client"));
const isPart = (name: string): boolean => name.endsWith(".js") && !name.startsWith("elb-sign");
await Promise.all(
  readdirSync(parts)
    .filter(isPart)
    .map((name) => import(new URL(name, parts).href)),
);

interface Sleeper {
  at: number;
  wake(): void;
}

export const projectId = "55300f3c8f764c06b1a32e2302edc305";

/** Any id of the service. */
export const id = (digit: string): string => digit.repeat(32);

export interface Driven {
  client: ElbClient;
  clock: Clock;
  /** What the project owns. */
  project(): ProjectView;
  /** The operations that were sent and have arrived, those whose answer was lost included; reads left out. */
  changes: string[];
  /** Waits for a promise, and moves the clock on while everything else does. */
  drive<T>(promise: Promise<T>): Promise<T>;
}

export function drivenEmulator(
  options: Omit<EmulatorOptions, "clock">,
  clientOptions: Partial<ElbClientOptions> = {},
): Driven {
  const time = createManualClock(Date.UTC(2020, 5, 8));
  const changes: string[] = [];
  const emulator = createEmulator({
    auth: "off",
    onRequest: ({ method, operationId }) => {
      if (method !== "GET" && operationId) changes.push(operationId);
    },
    ...options,
    clock: time,
  });
  let sleepers: Sleeper[] = [];
  let inFlight = 0;

  const clock: Clock = {
    now: () => time.now(),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const leave = (): void => {
          sleepers = sleepers.filter((each) => each !== sleeper);
          signal.removeEventListener("abort", stop);
        };
        const stop = (): void => {
          leave();
          reject(signal.reason);
        };
        const wake = (): void => {
          leave();
          resolve();
        };
        const sleeper = { at: time.now() + ms, wake };
        sleepers.push(sleeper);
        signal.addEventListener("abort", stop);
      }),
  };
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    inFlight++;
    try {
      return await emulator.fetch(new Request(url, init));
    } finally {
      inFlight--;
    }
  };
  const client = createElbClient({
    endpoint: "https://emulator.example",
    projectId,
    credentials: { token: "any-token-will-do" },
    clock,
    fetch,
    budget: false,
    ...clientOptions,
  } as ElbClientOptions);

  const drive = async <T>(promise: Promise<T>): Promise<T> => {
    let settled = false;
    const done = (): void => {
      settled = true;
    };
    promise.then(done, done);
    for (let idle = 0; !settled; ) {
      await turn();
      idle = inFlight > 0 ? 0 : idle + 1;
      if (idle < 5) continue;
      idle = 0;
      const [next] = sleepers.toSorted((a, b) => a.at - b.at);
      if (!next) throw new Error("Nothing to wait for: the promise under test never settles.");
      time.advance(Math.max(0, next.at - time.now()));
      next.wake();
    }
    return promise;
  };
  return {
    client,
    clock,
    changes,
    drive,
    project: () => emulator.state().projects[projectId] as ProjectView,
  };
}
