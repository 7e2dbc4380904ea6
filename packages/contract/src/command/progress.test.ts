import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { createProgress } from "./progress.ts";
import type { Input } from "./read/input.ts";

function run(env: NodeJS.ProcessEnv, isTTY: boolean): string {
  const stream = () => Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY });
  const stderr = stream();
  const { signal } = new AbortController();
  let now = 0;
  const io = { stdin: stream(), stdout: stream(), stderr, env, signal };
  const progress = createProgress(io, () => now);
  const input = (size: number | undefined) =>
    ({ name: "a.har", size, consumed: () => 25 }) as unknown as Input;
  progress.show(input(100), 3);
  now = 1000;
  progress.show(input(100), 4);
  progress.show(input(100), 5);
  now = 2000;
  progress.show(input(undefined), 6);
  progress.clear();
  return String(stderr.read() ?? "");
}

test("a terminal is told at times how far it is", () => {
  expect(run({}, true).split("\r\u001b[K")).toEqual(["", "a.har: 25 %, 4 calls", "a.har: 6 calls", ""]);
});

test("nobody else is", () => {
  expect(run({}, false)).toBe("");
  expect(run({ CI: "true" }, true)).toBe("");
});
