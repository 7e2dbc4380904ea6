/** Patterns of the description have to mean the same to ECMAScript and to RE2, which Go and others use. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { noPeers, requirePeer } from "./support/peers.ts";
import { inRoot } from "./support/processes.ts";

interface Re2 {
  RE2JS: { compile(pattern: string): { matcher(text: string): { find(): boolean } } };
}

const patterns = [
  ...new Set(["elb.openapi.json", "elb.openapi-3.0.json", "iam.openapi.json"].flatMap(patternsIn)),
];
const texts = [
  "",
  "a",
  "A-1_b",
  "负载均衡",
  "〇",
  "a b",
  "<x>",
  "/",
  "/a?b=%20#c",
  "x".repeat(70),
  "HTTP",
  "tcp",
  "v1.0",
  "example.com",
  "-a",
  "-----BEGIN CERTIFICATE-----",
];

function patternsIn(file: string): string[] {
  const found: string[] = [];
  JSON.parse(readFileSync(inRoot("spec/dist", file), "utf8"), (key, value) => {
    if (key === "pattern" && typeof value === "string") found.push(value);
    return value;
  });
  return found;
}

describe.skipIf(noPeers)(`RE2 ${noPeers ?? ""}`, () => {
  test.each(patterns)("%s", (pattern) => {
    const { RE2JS } = requirePeer("re2js") as Re2;
    const re2 = RE2JS.compile(pattern);
    for (const expression of [new RegExp(pattern), new RegExp(pattern, "u")]) {
      for (const text of texts)
        expect([text, re2.matcher(text).find()]).toEqual([text, expression.test(text)]);
    }
  });
});
