import { expect, test } from "vitest";
import { detect } from "./detect.ts";

const CALL = '{"request":{"method":"GET","url":"/"},"response":{"status":200}}';

test.each([
  ["a HAR", '{"log":{"entries":[', "har"],
  ["a HAR with something before", '{"_x":{"request":1},"log":{', "har"],
  ["a HAR over several lines", '{\n  "log": {\n', "har"],
  ["a call on each line", `${CALL}\n${CALL}\n`, "lines"],
  ["a call without a line break", CALL, "lines"],
  ["an entry that begins with something else", `{"pageref":"p","request":{"a":"{\\""}}\n`, "lines"],
  ["a call over several lines", '{\n"request": {\n', "sequence"],
  ["a list", ' [{"request":{}}]', "list"],
  ["a line that is broken, then calls", `{"request":{"method":"GE\n${CALL}\n`, "lines"],
  ["a line that is cut between strings, then calls", `{"request":{"method":"GET"\n${CALL}\n`, "lines"],
  ["a line that is cut after a bracket, then calls", `{"request":{"a":[]}\n${CALL}\n`, "lines"],
  ["a line that is cut after a comma, then calls", `{"time":1,\r\n${CALL}\n`, "lines"],
  [
    "a call with lists and objects at the beginning of lines",
    '{\n"request":\n{\n"a":\n[\n{},\n{}\n]',
    "sequence",
  ],
  ["a HAR that is broken in its first entry", `{"log":{"entries":[{"a":"b\n${CALL}`, "har"],
  ["text", `<html>\n${CALL}\n`, "lines"],
  ["another object", '{"a":1}\n', "lines"],
])("%s", (_, text, kind) => {
  expect(detect(Buffer.from(text), true)).toBe(kind);
});

test.each(["", "  \n", '{"_x":{', '{"request":{"url":"/'])("%j can be anything yet", (text) => {
  expect(detect(Buffer.from(text), false)).toBeUndefined();
});

test("a long beginning is that of a HAR", () => {
  expect(detect(Buffer.from(`{"_x":"${"x".repeat(5e6)}`), false)).toBe("har");
  expect(detect(Buffer.from(`{"request":{"body":"${"x".repeat(5e6)}`), false)).toBe("lines");
});
