import { describe, expect, it } from "vitest";
import { withFacts } from "./facts.ts";

const kinds = (code: string | undefined, status: number): string[] => {
  const error = withFacts("", { operationId: "getListener", status, code, requestId: undefined });
  return (["isNotFound", "isApiUnavailable", "isAuth", "isThrottled", "isQuota"] as const).filter(
    (name) => error[name],
  );
};

describe("what an error is about", () => {
  it.each([
    ["ELB.1002", 404, ["isNotFound"]],
    ["ELB.6002", 503, ["isNotFound"]],
    ["ELB.2012", 400, ["isNotFound"]],
    ["ELB.6010", 400, ["isNotFound"]],
    ["ELB.2020", 400, ["isNotFound"]],
    ["ELB.1102", 400, ["isAuth"]],
    ["ELB.2001", 403, ["isQuota"]],
    ["APIGW.0101", 404, ["isApiUnavailable"]],
    ["APIG.0101", 404, ["isApiUnavailable"]],
    ["APIC.0101", 404, ["isApiUnavailable"]],
    ["APIGW.0103", 404, []],
    ["APIG.0301", 401, ["isAuth"]],
    ["APIGW.0308", 429, ["isThrottled"]],
    ["ELB.6101", 400, []],
  ])("%s with %i", (code, status, expected) => {
    expect(kinds(code, status)).toEqual(expected);
  });

  it.each([
    ["X.0001", 404, ["isNotFound"]],
    ["404", 404, ["isNotFound"]],
    [undefined, 404, []],
    [undefined, 401, ["isAuth"]],
    ["ELB.9802", 403, ["isAuth"]],
    [undefined, 429, ["isThrottled"]],
    [undefined, 503, []],
  ])("falls back on the status for %s with %i", (code, status, expected) => {
    expect(kinds(code, status)).toEqual(expected);
  });
});
