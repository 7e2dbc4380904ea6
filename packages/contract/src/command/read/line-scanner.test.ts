import { expect, test } from "vitest";
import { LineScanner } from "./line-scanner.ts";
import type { Scanned } from "./value-scanner.ts";

const kept = (one: Scanned): Scanned => (one.bytes ? { ...one, bytes: Buffer.from(one.bytes) } : one);

function scan(text: string, size: number, longest?: number): Scanned[] {
  const scanner = new LineScanner(longest);
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

test.each([1, 2, 5, 1000])("lines come in pieces of %d bytes", (size) => {
  const text = '{"ä":1}\r\n\n  \n{"b":2}';
  const scanned = scan(text, size);
  expect(scanned.map(({ bytes }) => bytes?.toString())).toEqual(['{"ä":1}\r', '{"b":2}']);
  expect(scanned.map(({ line, offset, index }) => [line, offset, index])).toEqual([
    [1, 0, 1],
    [4, 14, 4],
  ]);
});

test.each([1, 1000])("a line that no string can hold is left out (pieces of %d)", (size) => {
  const scanned = scan("{}\n1234567890\n[]\n", size, 5);
  expect(scanned.map(({ bytes, ...fault }) => bytes?.toString() ?? fault)).toEqual([
    "{}",
    { index: 2, line: 2, offset: 3, message: "This is longer than the 5 bytes that can be read at once." },
    "[]",
  ]);
});
