import { expect, test } from "vitest";
import { createSanitise } from "./sanitise.ts";

const UUID = "f54a3ffd-7a55-4568-9e3d-f0ff2d46a107";

test("an id becomes the same other one of its form, and another one elsewhere", () => {
  const sanitise = createSanitise();
  const [one, two] = sanitise([UUID, UUID.toUpperCase()]) as [string, string];
  expect(one).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  expect(one).toBe(two);
  expect(one).not.toBe(UUID);
  expect(createSanitise()(UUID)).not.toBe(one);
});

test.each([
  ["", ""],
  ["ACTIVE", "ACTIVE"],
  ["ELB.1003", "ELB.1003"],
  ["v1.0", "v1.0"],
  ["0", "0"],
  ["a name", "<text>"],
  ["10.0.0.5", "<address>"],
  ["100.64.27.96", "<address in 100.64.0.0/10>"],
  ["2018-05-03 10:11:12", "2000-01-01 00:00:00"],
  ["/v1/project-of-mine/jobs/x y", "<text>"],
  ["/v1/mine/jobs/5", "/v1/<text>/jobs/5"],
  [null, null],
  [true, true],
  [{}, {}],
])("%j becomes %j", (value, expected) => {
  expect(createSanitise()(value)).toEqual(expected);
});

test("names of properties stay unless they are ids or texts", () => {
  const names = Object.keys(createSanitise()({ az: 1, "a name": 1, [UUID]: 1 }) as object);
  expect(names.slice(0, 2)).toEqual(["az", "<text>"]);
  expect(names[2]).not.toBe(UUID);
});
