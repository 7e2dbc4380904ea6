import { expect, test } from "vitest";
import { decodeToBytes, escapeBytes } from "./escape.ts";

const again = (text: string) => escapeBytes(decodeToBytes(text));

test.each([
  ["unreserved characters stay", "AZaz09-._~", "AZaz09-._~"],
  ["space, plus and star are escaped", " +*", "%20%2B%2A"],
  ["escapes are decoded once and written in upper case", "%3a%253A", "%3A%253A"],
  ["escaped unreserved characters lose their escape", "%41%2d", "A-"],
  ["text is taken as UTF-8", "中😀", "%E4%B8%AD%F0%9F%98%80"],
  ["bytes that are no UTF-8 stay as they are", "%ff%FE", "%FF%FE"],
  ["a percent sign without two digits is one", "100%,%4,%zz", "100%25%2C%254%2C%25zz"],
])("%s", (_, text, escaped) => {
  expect(again(text)).toBe(escaped);
});
