import { SEQUENCE, ValueScanner } from "./value-scanner.ts";
import type { RawValue } from "./values.ts";

/** How entries begin, as recorders write them; and a value at the beginning of a line. */
const BEGINNING = /\{\s*"(?:startedDateTime|request|pageref|_(?:initiator|priority|connectionId))"\s*:|\n\{/g;

/**
 * What looks like a call behind the beginning of a value that is none. One that lacks a bracket or a quotation mark takes
 * in those that follow.
 */
export function valuesBehind({ bytes, position, line, offset }: RawValue): RawValue[] {
  const text = bytes.toString("latin1");
  const starts = Array.from(text.matchAll(BEGINNING), ({ index }) => index + (text[index] === "\n" ? 1 : 0));
  const further = starts.filter((start) => start > 0);
  let from = 0;
  let lines = line;
  return further.map((start, number) => {
    lines += text.slice(from, start).split("\n").length - 1;
    from = start;
    const piece = wholeIn(bytes.subarray(start, further[number + 1]));
    return { bytes: piece, position: `${position}+${number + 1}`, line: lines, offset: offset + start };
  });
}

/** Up to the bracket that closes the first one, if it is there. */
function wholeIn(piece: Buffer): Buffer {
  return new ValueScanner(SEQUENCE).scan(piece).find(({ bytes }) => bytes !== undefined)?.bytes ?? piece;
}
