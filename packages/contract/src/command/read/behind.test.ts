import { expect, test } from "vitest";
import { valuesBehind } from "./behind.ts";

const behind = (text: string) =>
  valuesBehind({ bytes: Buffer.from(text), position: "a.har, entry 3", line: 5, offset: 100 }).map(
    ({ bytes, ...place }) => ({ text: bytes.toString(), ...place }),
  );

const CALL = '{"startedDateTime":"x","request":{"a":"}"}}';

test("calls that a broken one has taken in are found, with their places", () => {
  const broken = '{"request":{"é":1},\n';
  expect(behind(`${broken}${CALL},\n${CALL}]`)).toEqual([
    { text: CALL, position: "a.har, entry 3+1", line: 6, offset: 100 + Buffer.byteLength(broken) },
    {
      text: CALL,
      position: "a.har, entry 3+2",
      line: 7,
      offset: 100 + Buffer.byteLength(`${broken}${CALL},\n`),
    },
  ]);
});

test.each([
  ["a string that is not closed", `{"request":{"a":"b},${CALL},${CALL}`, [CALL, CALL]],
  ["a list that is not closed", `{"request":{"headers":[{"a":1},${CALL}`, [CALL]],
  ["white space", '{"request":1,{\n  "request": 2}', ['{\n  "request": 2}']],
  ["what begins a line", '{"a":{\n{"b":1}\n{"c"', ['{"b":1}', '{"c"']],
  ["texts of JSON", String.raw`{"request":{"body":"{\"request\":1}"}`, []],
  ["nothing else", CALL, []],
])("%s", (_, text, expected) => {
  expect(behind(text).map((one) => one.text)).toEqual(expected);
});
