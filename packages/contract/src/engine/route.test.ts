import { describe, expect, test } from "vitest";
import { newReport } from "./report.ts";
import { findOperation, pathOf, queryOf } from "./route.ts";

describe("an operation is found", () => {
  const jobs = "/v1.0/p/jobs/j";

  test.each([
    ["by its path", "GET", jobs, "getJob"],
    ["with a query", "GET", `${jobs}?a=/x`, "getJob"],
    ["at any host", "GET", `https://elb.example.com:8443${jobs}`, "getJob"],
    ["behind a prefix", "GET", `https://h/gateway/elb${jobs}#x`, "getJob"],
    ["by a method in lower case", "post", "/v1.0/p/elbaas/listeners/l/members", "addMembers"],
    ["by its last, fixed segment", "POST", "/v1.0/p/elbaas/listeners/l/members/action", "removeMembers"],
    ["by ids that look like fixed segments", "GET", "/v1.0/elbaas/elbaas/listeners/listeners", "getListener"],
    ["with escapes in an id", "GET", "/v1.0/p/jobs/a%2Fb", "getJob"],
    ["at the root", "GET", "/", "listApiVersions"],
    ["at a host without a path", "GET", "https://h?/v1.0/p/jobs/j", "listApiVersions"],
    ["by a version", "GET", "https://h/v1.0", "getApiVersion"],
  ])("%s", (_name, method, url, id) => {
    expect(findOperation(method, url, newReport({}))).toMatchObject({ id });
  });

  test.each([
    "",
    "jobs",
    "/gateway/",
    "/gateway/v1.0",
    "/v1.0/",
    "/v1.0/p",
    "/v1.0/p/jobs",
    "/v2/p/jobs/j",
    "/xv1.0/p/jobs/j",
    "/v1.0/p/jobs/j/",
  ])("not at %j", (url) => {
    const report = newReport({});
    expect(findOperation("GET", url, report)).toBeUndefined();
    expect(report.findings).toMatchObject([{ code: "operation.unknown" }]);
  });
});

test.each([
  "https://user:secret@h/gateway/x",
  " https://user:secret@h/gateway/x",
  "//user:secret@h/gateway/x",
  "\t//user:secret@h/gateway/x",
  "user:secret@h/gateway/x",
  "https:user:secret@h/gateway/x",
  "https:/user:secret@h/gateway/x",
  "https:\\\\user:secret@h/gateway/x",
])("no user and no password is in the path of %j", (url) => {
  expect(pathOf(url)).toBe("/gateway/x");
});

test("an at sign in an id stays", () => {
  expect(pathOf("/v1.0/p/jobs/a@b")).toBe("/v1.0/p/jobs/a@b");
  expect(pathOf("https://u@h/v1.0/p/jobs/a@b")).toBe("/v1.0/p/jobs/a@b");
});

test("path and query of a URL", () => {
  const urls = ["/a?b#c", "https://h/a?b=http://x/y", "https://h", "https://h?b", "https://h#/a?b", "a/b"];
  expect(urls.map((url) => [pathOf(url), queryOf(url)])).toEqual([
    ["/a", "b"],
    ["/a", "b=http://x/y"],
    ["/", ""],
    ["/", "b"],
    ["/", ""],
    ["a/b", ""],
  ]);
});
