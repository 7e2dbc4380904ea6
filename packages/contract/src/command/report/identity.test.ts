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
  ["GET", "/v1.0/p/elbaas/pools/lb-01", "GET /v1.0/p/elbaas/pools/*"],
  ["get", `/${"x".repeat(50)}`, "GET /*"],
  ["a b", "/x", "* /x"],
  ["GET", "/a".repeat(50), `GET ${"/a".repeat(9)}/…`],
])("unknown paths have few identities: %s %s", (method, path, expected) => {
  const finding = { code: "operation.unknown", pointer: "url" } as const;
  expect(identityOf(finding, { operationId: undefined, method, path }).operation).toBe(expected);
});

test.each([
  ["https://u:p@h.example:8/a/b?c=d#e", "/a/b"],
  ["/a?b", "/a"],
  ["https://h.example", "/"],
  ["https://h.example?x", "/"],
  ["h.example:443", "h.example:443"],
  [" https://u:p@h.example/a", "/a"],
  ["//u:p@h.example/a", "//h.example/a"],
  ["\t//u:p@h.example/a", "//h.example/a"],
  ["u:p@h.example/a", "h.example/a"],
  ["x https://u:p@h.example/a", "x https://h.example/a"],
  ["https:\\\\u:p@h.example/a", "/a"],
  ["/a@b", "/a@b"],
])("the path of %s is %s", (url, path) => {
  expect(pathOf(url)).toBe(path);
});
