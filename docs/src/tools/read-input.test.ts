import { expect, test } from "vitest";
import { codes } from "../data/codes.ts";
import { readInput } from "./read-input.ts";

const known = codes.map(({ code, rows }) => ({ code, messages: rows.flatMap(({ row }) => row.messages) }));
const found = (...names: string[]) => ({ kind: "found", codes: names });

test.each([
  ["a code", "ELB.6002", found("ELB.6002")],
  ["a code in lower case", " elb.6002 ", found("ELB.6002")],
  ["its number", "6002", found("ELB.6002")],
  [
    "the service's shape",
    '{"error":{"code":"ELB.6101","message":"Listener port is repeated."}}',
    found("ELB.6101"),
  ],
  ["the gateway's shape", '{"error_code":"APIGW.0301","error_msg":"…"}', found("APIGW.0301")],
  ["another gateway's prefix", '{"error_code":"APIG.0301"}', found("APIGW.0301")],
  ["the flat shape", '{"code":"ELB.0002","message":"Api request is null."}', found("ELB.0002")],
  ["a line of a log", "2024-01-01 503 ELB.6002 deleteListener", found("ELB.6002")],
  ["JSON that is cut off", '{"error":{"code":"ELB.6101","mess', found("ELB.6101")],
  ["a message alone", "listener port is repeated", found("ELB.6101")],
  ["a web page", "<!DOCTYPE html><html><body>502</body></html>", { kind: "html" }],
  ["JSON without a code", '{"listeners":[]}', { kind: "json" }],
  ["words", "what is this", { kind: "nothing" }],
  ["nothing", "  ", { kind: "empty" }],
])("%s", (_, text, reading) => {
  expect(readInput(text, known)).toEqual(reading);
});

test("an unknown code leads to those that are close", () => {
  expect(readInput("ELB.6999", known)).toMatchObject({
    kind: "unknown",
    code: "ELB.6999",
    near: expect.arrayContaining([expect.stringMatching(/^ELB\.6/)]),
  });
  expect(readInput("VPC.0101", known)).toEqual({ kind: "unknown", code: "VPC.0101", near: [] });
});
