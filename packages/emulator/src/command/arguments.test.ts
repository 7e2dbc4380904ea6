import { expect, test } from "vitest";
import { HELP, readArguments, UsageError } from "./arguments.ts";

test("defaults are those that the help states", () => {
  const defaults = {
    port: 8080,
    host: "127.0.0.1",
    seedFile: undefined,
    docsFolder: undefined,
    readyJson: false,
    jobSeconds: 2,
    clock: "real",
    faultsFile: undefined,
    administration: "off",
    quiet: false,
  };
  expect(readArguments([])).toEqual({ ...defaults, help: false });
  expect(HELP).toContain("(default 8080)");
  expect(HELP).toContain("(default 127.0.0.1:");
  expect(HELP).toContain("(default 2)");
});

test("every option is read", () => {
  const args = "--port 0 --host ::1 --seed s.json --docs d --ready-json --job-seconds 0.5".split(" ");
  const expected = {
    port: 0,
    host: "::1",
    seedFile: "s.json",
    docsFolder: "d",
    readyJson: true,
    jobSeconds: 0.5,
  };
  expect(readArguments(args)).toMatchObject(expected);
});

test("so are those of clock, faults and administration", () => {
  const args = "--clock manual --faults f.json --administration --quiet".split(" ");
  expect(readArguments(args)).toMatchObject({
    clock: "manual",
    faultsFile: "f.json",
    administration: "loopback",
    quiet: true,
  });
  expect(readArguments(["--administration-anywhere"])).toMatchObject({ administration: "anywhere" });
  expect(readArguments(["--administration", "--administration-anywhere"])).toMatchObject({
    administration: "anywhere",
  });
});

test.each([
  [["--prot", "1"], "Unknown option '--prot'."],
  [["--port"], "argument missing"],
  [["--port", "-1"], '--port takes a number from 0 to 65535, not "-1".'],
  [["--job-seconds", "-1"], '--job-seconds takes a number from 0 to 86400, not "-1".'],
  [["--ready-json", "-1"], "Option '--ready-json' does not take an argument."],
  [["-1"], "Unknown option '-1'."],
  [["--host", ""], "--host takes a value, which must not be empty."],
  [["--seed", ""], "--seed takes a value, which must not be empty."],
  [["--docs="], "--docs takes a value, which must not be empty."],
  [["--port", "65536"], "--port takes a number from 0 to 65535"],
  [["--port", "1.5"], "--port takes a number from 0 to 65535"],
  [["--port", ""], "--port takes a number"],
  [["--job-seconds", "soon"], "--job-seconds takes a number"],
  [["start"], "Unexpected argument 'start'."],
  [["--faults", ""], "--faults takes a value, which must not be empty."],
  [["--clock", "fast"], '--clock takes real or manual, not "fast".'],
  [["--clock", "manual"], "--clock manual needs --administration, by which the clock is moved."],
])("%j is refused", (args, message) => {
  expect(() => readArguments(args)).toThrow(UsageError);
  expect(() => readArguments(args)).toThrow(message);
  expect(() => readArguments(args)).not.toThrow("\n");
});
