import { describe, expect, test } from "vitest";
import { type Fault, HAR, type Layout, LIST, type Scanned, SEQUENCE, ValueScanner } from "./value-scanner.ts";

const kept = (one: Scanned): Scanned => (one.bytes ? { ...one, bytes: Buffer.from(one.bytes) } : one);

function scan(text: string, { layout = HAR, size = 1 << 20, longest = 1 << 20 } = {}): Scanned[] {
  const scanner = new ValueScanner(layout, longest);
  const bytes = Buffer.from(text);
  // One piece is written over the other, as it is where a file is read.
  const piece = Buffer.alloc(size);
  const scanned: Scanned[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const length = bytes.copy(piece, 0, at);
    for (const one of scanner.scan(piece.subarray(0, length))) scanned.push(kept(one));
  }
  return [...scanned, ...scanner.end()];
}

const texts = (scanned: readonly Scanned[]) => scanned.map((one) => one.bytes?.toString() ?? one.message);

const ENTRIES = ['{"a":[1,{"b":"}]\\\\"}]}', '{"text":"\\"entries\\":[{","c":"\\u0041"}', "{}", "[1]"];
const har = (entries: readonly string[]) =>
  `\n{ "_log": {"entries":[{"no":1}]}, "log" : {"version":"1.2","pages":[{"entries":[{}]}],\n "entries"\n: [ ${entries.join(" ,\n")} ]\n, "comment": "[{"}, "entries":[{"no":2}] }\n`;

test.each([1, 2, 3, 7, 1000])("entries are cut out of a HAR that comes in pieces of %d bytes", (size) => {
  const text = har(ENTRIES);
  const scanned = scan(text, { size });
  expect(texts(scanned)).toEqual(ENTRIES);
  for (const { bytes, offset, line } of scanned) {
    expect(Buffer.from(text).subarray(offset, offset + bytes!.length)).toEqual(bytes);
    expect(line).toBe(text.slice(0, offset).split("\n").length);
  }
  expect(scanned.map(({ index }) => index)).toEqual([1, 2, 3, 4]);
});

test("lists and sequences need no HAR around them", () => {
  expect(texts(scan(`[${ENTRIES.join(",")}]`, { layout: LIST }))).toEqual(ENTRIES);
  expect(texts(scan(ENTRIES.join("\n"), { layout: SEQUENCE }))).toEqual(ENTRIES);
});

test("where values can be is known once it was seen", () => {
  const found = (text: string, layout: Layout) => {
    const scanner = new ValueScanner(layout);
    scanner.scan(Buffer.from(text));
    return scanner.found;
  };
  expect(found('{"log":{"entries":[]}}', HAR)).toBe(true);
  for (const text of ['{"log":{"entries":{}}}', '{"log":[{"entries":[]}]}', '{"lo":{"entries":[]}}', "[]"])
    expect(found(text, HAR)).toBe(false);
});

describe("what is wrong is said with its place, and the rest is still found", () => {
  test.each([
    ["cut off within an entry", '{"log":{"entries":[{},{"a":"', ["{}", "The file ends within this entry."]],
    ["cut off after an entry", '{"log":{"entries":[{},', ["{}", "The file ends before its JSON does."]],
    ["cut off in a name", '{"lo', ["The file ends before its JSON does."]],
    [
      "no object",
      '{"log":{"entries":[5,{},"x, y",null,{}]}}',
      ["This is not an object.", "{}", "This is not an object.", "This is not an object.", "{}"],
    ],
    ["a string that is not closed", '{"log":{"entries":[{"a":"b\n},{"c":1}]}}', ['{"a":"b\n}', '{"c":1}']],
    [
      "a brace in place of the bracket of the list",
      '{"log":{"entries":[{}},{"b":1},{"c":1}]}}',
      ["{}", "This bracket closes nothing.", '{"b":1}', '{"c":1}'],
    ],
    [
      "several of them",
      '{"log":{"entries":[{}}}},{"b":1}]}}',
      ["{}", "This bracket closes nothing.", '{"b":1}'],
    ],
    [
      "a list that is closed too early",
      '{"log":{"entries":[{}],{"b":1},{"c":1}]}}',
      ["{}", "This stands behind the end of the list.", '{"b":1}', '{"c":1}'],
    ],
    [
      "a HAR that is closed too early",
      '{"log":{"entries":[{}]}},{"b":1}]}}',
      ["{}", "This stands behind the end of the list.", '{"b":1}'],
    ],
    ["one bracket more", '{"log":{"entries":[{}]}}}', ["{}", "This bracket closes nothing."]],
    [
      "an object without a name before the list",
      '{"log":{"a":1,{},"entries":[{}]}}',
      ["This is not JSON.", "{}"],
    ],
    ["a last entry without its brace", '{"log":{"entries":[{"a":{}]}}', ['{"a":{}]']],
    ["something behind it", '{"log":{"entries":[{}]}} <html>', ["{}", "This is not JSON."]],
  ])("%s", (_, text, expected) => {
    for (const size of [1, 1000]) expect(texts(scan(text, { size }))).toEqual(expected);
  });

  test("an entry that is cut off is said to begin where it does", () => {
    const cut = '{"a":[{"b"';
    const { cut: held, ...fault } = scan(`{"log":{"entries":[{},\n${cut}`, { size: 4 }).at(-1) as Fault;
    expect(fault).toEqual({ index: 2, offset: 23, line: 2, message: "The file ends within this entry." });
    expect(String(held)).toBe(cut);
  });

  test("an entry that no string can hold", () => {
    const text = har(["{}", `{"a":"${"x".repeat(100)}"}`, "{}"]);
    for (const size of [1, 1000]) {
      expect(texts(scan(text, { size, longest: 50 }))).toEqual([
        "{}",
        "This is longer than the 50 bytes that can be read at once.",
        "{}",
      ]);
    }
  });
});

test("a list and a sequence are closed by their own brackets only", () => {
  expect(texts(scan('[{}},{"b":1}]', { layout: LIST }))).toEqual([
    "{}",
    "This bracket closes nothing.",
    '{"b":1}',
  ]);
  expect(texts(scan('[{}],{"b":1}]', { layout: LIST }))).toEqual([
    "{}",
    "This stands behind the end of the list.",
    '{"b":1}',
  ]);
  expect(texts(scan('{}}\n{"b":1}\n', { layout: SEQUENCE }))).toEqual([
    "{}",
    "This bracket closes nothing.",
    '{"b":1}',
  ]);
});

test("depth costs nothing", () => {
  const deep = `{"a":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}`;
  expect(texts(scan(har([deep, "{}"]), { longest: 1e7 }))).toEqual([deep, "{}"]);
});
