import { expect, test } from "vitest";
import codePoints from "./code-points.ts";

test.each(["", "abc", "负载均衡", "😀", "a😀b😀", "\ud83d", "\ude00\ud83d", "\ud83dx"])(
  "%j counts like its iterator",
  (text) => {
    expect(codePoints(text)).toBe([...text].length);
  },
);
