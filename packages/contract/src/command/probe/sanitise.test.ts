import { expect, test } from "vitest";
import { createSanitise, sanitisePointer } from "./sanitise.ts";

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
  ["alice.2024", "<text>"],
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

test("names of properties stay where the description has them", () => {
  const names = Object.keys(createSanitise()({ az: 1, "alice.smith": 1, tags: 1, [UUID]: 1 }) as object);
  expect(names).toEqual(["az", "<name>", "<name 2>", "<name 3>"]);
});

test("pointers have the same names", () => {
  expect(
    ["", "status", "header/content-type", "/0/az", "/loadbalancers/12/tags/alice~1smith", "/13800138000"].map(
      sanitisePointer,
    ),
  ).toEqual(["", "status", "header/content-type", "/0/az", "/loadbalancers/12/<name>/<name>", "/<name>"]);
});

test.each([
  [0, 0],
  [65535, 65535],
  [999_999, 999_999],
  [13_800_138_000, 1_000_000],
  [-1_715_000_000_123, -1_000_000],
  [31.230_416, 1_000_000],
])("the number %d becomes %d", (value, expected) => {
  expect(createSanitise()(value)).toBe(expected);
});
