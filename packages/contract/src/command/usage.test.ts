import { expect, test } from "vitest";
import { readChoice, readCount, readOptions, readText, UsageError } from "./usage.ts";

test("options and what stands between them", () => {
  const { values, positionals } = readOptions(["a", "--format", "json", "-", "--all"], {
    format: { type: "string" },
    all: { type: "boolean" },
  });
  expect(values).toEqual({ format: "json", all: true });
  expect(positionals).toEqual(["a", "-"]);
});

test.each([
  [() => readOptions(["--formt", "x"], {}), "Unknown option '--formt'."],
  [() => readOptions(["--format"], { format: { type: "string" } }), "argument missing"],
  [() => readText("--host", ""), "--host takes a value, which must not be empty."],
  [() => readChoice("--f", "x", ["a", "b", "c"]), '--f takes a, b or c, not "x".'],
  [() => readCount("--jobs", "0", 1, 64), '--jobs takes a whole number from 1 to 64, not "0".'],
  [() => readCount("--jobs", "2.5", 1, 64), '--jobs takes a whole number from 1 to 64, not "2.5".'],
])("%s is refused in one sentence", (act, message) => {
  expect(act).toThrow(UsageError);
  expect(act).toThrow(message);
  expect(act).not.toThrow("\n");
});
