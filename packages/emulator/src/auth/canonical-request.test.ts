import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { canonicalPath, canonicalQuery, canonicalRequest } from "./canonical-request.ts";

test("the documented example has the documented hash", () => {
  const headers: Record<string, string> = {
    "content-type": "application/json",
    host: "service.region.example.com",
    "x-sdk-date": "20191115T033655Z",
  };
  const canonical = canonicalRequest({
    method: "get",
    url: new URL(
      "https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
    ),
    header: (name) => headers[name] ?? "",
    signedHeaders: ["x-sdk-date", "host", "content-type"],
    payloadHash: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  });
  const hash = createHash("sha256").update(canonical).digest("hex");
  expect(hash).toBe("b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a");
});

test.each([
  ["", "/"],
  ["/", "/"],
  ["/a", "/a/"],
  ["/a/", "/a/"],
  ["/a//b", "/a//b/"],
  ["/a%2Fb:c", "/a%2Fb%3Ac/"],
])("the path %j becomes %j", (path, canonical) => {
  expect(canonicalPath(path)).toBe(canonical);
});

test.each([
  ["", ""],
  ["?", ""],
  ["?b=2&a=1", "a=1&b=2"],
  ["?a=2&a=10&a=1", "a=1&a=10&a=2"],
  ["?a", "a="],
  ["?a=b=c", "a=b%3Dc"],
  ["?a=%2F%20*", "a=%2F%20%2A"],
  ["?a+b=c+d%2Be", "a%20b=c%20d%2Be"],
  ["?Z=1&a=1&_=1", "Z=1&_=1&a=1"],
  ["?{=1&a=1", "a=1&%7B=1"],
])("the query %j becomes %j", (search, canonical) => {
  expect(canonicalQuery(search)).toBe(canonical);
});
