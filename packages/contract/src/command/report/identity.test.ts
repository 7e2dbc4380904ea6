import { expect, test } from "vitest";
import { identityOf } from "./identity.ts";
import { pathOf } from "./path.ts";

test("an identity has no index and no id", () => {
  const finding = { code: "response.body.type", pointer: "/listeners/12/ports/0" } as const;
  const call = {
    operationId: undefined,
    method: "GET",
    path: "/v1.0/55300f3c8f764c06b1a32e2302edc305/elbaas/pools/7",
  };
  expect(identityOf(finding, { ...call, operationId: "listListeners" })).toEqual({
    operation: "listListeners",
    code: "response.body.type",
    pointer: "/listeners/*/ports/*",
  });
  expect(identityOf(finding, call).operation).toBe("GET /v1.0/*/elbaas/pools/*");
});

test.each([
  ["https://u:p@h.example:8/a/b?c=d#e", "/a/b"],
  ["/a?b", "/a"],
  ["https://h.example", "/"],
  ["https://h.example?x", "/"],
  ["h.example:443", "h.example:443"],
])("the path of %s is %s", (url, path) => {
  expect(pathOf(url)).toBe(path);
});
