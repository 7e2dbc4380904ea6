import { expect, test } from "vitest";
import { patternOf } from "./patterns.ts";

test.each([
  ["op.request.body.[].id", "op.request.body.[].id", true],
  ["op.request.body", "op.request.body.x", false],
  ["{a,b}.x", "b.x", true],
  ["{a,b}.x", "c.x", false],
  ["*.request.path.id", "op.request.path.id", true],
  ["*.id", "op.request.path.id", false],
  ["**.path.*", "op.request.path.id", true],
  ["op.body.**name", "op.body.[].name", true],
  ["errors.{ELB.1002#1,ELB.1003#1}", "errors.ELB.1003#1", true],
  ["errors.{ELB.1002#1}", "errors.ELBx1002#1", false],
])("%s and %s", (pattern, key, matches) => {
  expect(patternOf(pattern).test(key)).toBe(matches);
});
