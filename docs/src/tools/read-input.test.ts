import { expect, test } from "vitest";
import { codes } from "../data/codes.ts";
import { messageLimit, readInput } from "./read-input.ts";

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
  ["a code without a dot", "ELB6101", found("ELB.6101")],
  ["a code with an underscore", "ELB_6101", found("ELB.6101")],
  ["a code with a blank", "elb 6101", found("ELB.6101")],
  ["a code with a Chinese full stop", "ELB。6101", found("ELB.6101")],
  ["a code in full width", "ＥＬＢ．６１０１", found("ELB.6101")],
  ["a prefix in full width", "错误码：ＥＬＢ.6101，请重试", found("ELB.6101")],
  ["another gateway's prefix without a dot", "APIG_0301", found("APIGW.0301")],
  ["a number in full width", "６００２", found("ELB.6002")],
  ["a port and a year", "port 8080, ELB 2024-01-01, myelb6101", { kind: "nothing" }],
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

test("an unknown code without a dot is read as one with it", () => {
  expect(readInput("elb_6999", known)).toMatchObject({ kind: "unknown", code: "ELB.6999" });
});

test("a long log is read at once: codes everywhere, messages in its beginning", () => {
  const line = "2024-01-01T00:00:00Z INFO listener of the service answered with nothing of note\n";
  const log = line.repeat(20_000);
  const begin = performance.now();
  expect(readInput(log, known)).toEqual({ kind: "nothing", cut: true });
  expect(performance.now() - begin).toBeLessThan(1_000);
  expect(readInput(`${log}ELB.6101`, known)).toEqual(found("ELB.6101"));
  expect(readInput(`Listener port is repeated. ${log}`, known)).toEqual(found("ELB.6101"));
  expect(readInput("x".repeat(messageLimit), known)).toEqual({ kind: "nothing" });
});
