import { expect, test } from "vitest";
import { createEmulator, FaultRuleError } from "../index.ts";
import { checkFaultRules } from "./check-rules.ts";
import { parseFaults } from "./parse-faults.ts";

test.each<[unknown, string]>([
  [{}, "faults has to be a list of rules."],
  [[1], "faults[0] has to be an object."],
  [[{ status: 500 }, {}], "faults[1] has to have exactly one of latencyMs, budget, error, status, drop"],
  [[{ status: 500, drop: "after" }], "exactly one of"],
  [[{ status: 500, first: 1, every: 2 }], "faults[0] can have only one of first, every, probability."],
  [[{ stauts: 500 }], 'faults[0] has a property "stauts"; known are operations, first'],
  [JSON.parse('[{"__proto__":1}]'), 'has a property "__proto__"'],
  [[{ constructor: 1 }], 'has a property "constructor"'],
  [[{ status: 404 }], "faults[0].status has to be a whole number from 500 to 599."],
  [[{ status: "500" }], "faults[0].status"],
  [[{ error: "APIGW.0308" }], "faults[0].error has to be the id of a row of the catalogue of codes"],
  [[{ error: "ELB.1009#1" }], "faults[0].error has to be"],
  [[{ error: "toString" }], "faults[0].error"],
  [[{ drop: "during" }], 'faults[0].drop has to be "before" or "after".'],
  [[{ truncate: false }], "faults[0].truncate has to be true."],
  [[{ latencyMs: -1 }], "faults[0].latencyMs has to be a number from 0 to 60000."],
  [[{ latencyMs: Number.NaN }], "faults[0].latencyMs"],
  [[{ status: 500, first: 0 }], "faults[0].first has to be a whole number from 1"],
  [[{ status: 500, every: 1.5 }], "faults[0].every"],
  [[{ status: 500, probability: 1.1 }], "faults[0].probability has to be a number from 0 to 1."],
  [[{ status: 500, seed: 1 }], "faults[0].seed only goes with probability."],
  [[{ status: 500, operations: [] }], "faults[0].operations has to be a list of names of operations"],
  [[{ status: 500, operations: ["createElb"] }], "faults[0].operations"],
  [[{ status: 500, operations: "createLoadBalancer" }], "faults[0].operations"],
  [[{ latencyMs: 1, retryAfterSeconds: 1 }], "faults[0].retryAfterSeconds only goes with error or status."],
  [[{ budget: true }], "faults[0].budget has to be an object"],
  [[{ budget: { call: 1 } }], 'faults[0].budget has a property "call"'],
  [[{ budget: { seconds: 0 } }], "faults[0].budget.seconds has to be"],
  [[{ budget: {}, first: 1 }], "faults[0].budget counts calls itself"],
  [[{ failJob: {} }], "faults[0].failJob has to have a code."],
  [[{ failJob: { code: "" } }], "faults[0].failJob.code has to be a text of 1 to 200 characters."],
])("%j is refused by name", (rules, message) => {
  expect(() => checkFaultRules(rules)).toThrow(FaultRuleError);
  expect(() => checkFaultRules(rules)).toThrow(message);
});

test("rules that were given cannot be changed afterwards", () => {
  const operations: ["listListeners"] = ["listListeners"];
  const [rule] = checkFaultRules([{ operations, status: 500 }]);
  operations.pop();
  expect(rule?.operations).toEqual(["listListeners"]);
});

test("an emulator does not begin with rules that make no sense", () => {
  expect(() => createEmulator({ faults: [{}] })).toThrow(TypeError);
  expect(() => createEmulator({ faults: {} as never })).toThrow(
    "the option faults has to be a list of rules",
  );
});

test("a file holds a list in JSON", () => {
  expect(parseFaults('[{"status":500}]')).toEqual([{ status: 500 }]);
  expect(() => parseFaults("[")).toThrow("faults: the file is not JSON.");
});
