import { expect, test } from "vitest";
import { operationsOf } from "../data/description.ts";
import { nearestNames } from "./nearest.ts";

const names = operationsOf("en").map(({ operationId }) => operationId);

test.each([
  ["addMember", "addMembers"],
  ["showLoadBalancer", "getLoadBalancer"],
  ["ADDMEMBERS", "addMembers"],
  ["createHealthmonitor", "createHealthCheck"],
])("%s resembles %s", (name, nearest) => {
  expect(nearestNames(name, names)).toContain(nearest);
});

test("a name that resembles none has no neighbours", () => {
  expect(nearestNames("x", names)).toEqual([]);
});
