import { expect, test } from "vitest";
import { createEmulator, createManualClock, type EmulatorOptions } from "./index.ts";

const create = (options: unknown) => createEmulator(options as EmulatorOptions);

test.each<[unknown, string]>([
  [null, "the options have to be an object."],
  [[], "the options have to be an object."],
  ["on", "the options have to be an object."],
  [
    { jobDurationMs: Number.NaN },
    'the option jobDurationMs has to be a number of milliseconds, 0 or more, or "realistic", not NaN.',
  ],
  [
    { jobDurationMs: -1 },
    'the option jobDurationMs has to be a number of milliseconds, 0 or more, or "realistic", not -1.',
  ],
  [
    { jobDurationMs: Number.POSITIVE_INFINITY },
    "the option jobDurationMs has to be a number of milliseconds",
  ],
  [
    { jobDurationMs: "5" },
    'the option jobDurationMs has to be a number of milliseconds, 0 or more, or "realistic", not "5".',
  ],
  [{ auth: "maybe" }, 'the option auth has to be "on" or "off", not "maybe".'],
  [{ auth: false }, 'the option auth has to be "on" or "off", not false.'],
  [{ quirks: "x" }, 'the option quirks has to be "observed" or "documented", not "x".'],
  [{ clock: 5 }, 'the option clock has to be "real" or a clock, see createManualClock, not 5.'],
  [{ clock: {} }, "the option clock has to be"],
  [{ unavailable: 1 }, "the option unavailable has to be true or false, not 1."],
  [{ quotas: null }, "the option quotas has to be an object, not null."],
  [{ quotas: { listeners: -1 } }, "the option quotas.listeners has to be a number, 0 or more, not -1."],
  [
    { quotas: { balancers: 1 } },
    "there is no option quotas.balancers; known are loadbalancers, listeners, members.",
  ],
  [{ jobDuration: 1 }, "there is no option jobDuration; known are clock, auth, seed, quirks, jobDurationMs"],
  [{ toString: 1 }, "there is no option toString; known are"],
])("%j is refused in one sentence", (options, message) => {
  expect(() => create(options)).toThrow(TypeError);
  expect(() => create(options)).toThrow(`createEmulator: ${message}`);
  expect(() => create(options)).not.toThrow("\n");
});

test("everything that the types allow is allowed, and undefined is as good as left out", () => {
  const all: EmulatorOptions = {
    clock: createManualClock(),
    auth: "off",
    seed: { projects: {} },
    quirks: "documented",
    jobDurationMs: 0.5,
    quotas: { loadbalancers: 0, listeners: 1, members: Number.POSITIVE_INFINITY },
    unavailable: true,
  };
  expect(() => create(all)).not.toThrow();
  expect(() => create({ clock: "real" })).not.toThrow();
  const nothing = Object.fromEntries(Object.keys(all).map((name) => [name, undefined]));
  expect(() => create({ ...nothing, quotas: { members: undefined } })).not.toThrow();
});
