import { expect, test } from "vitest";
import { describe } from "./describe.ts";

const line = "MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn/ygWyF8PbnGy0AHB7MhgwMbRvI0MBZhpI";
const base64 = "q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4mrze8BI0Vn";

test.each([
  ["short", '"short"'],
  ["x".repeat(30), `"${"x".repeat(30)}"`],
  ["a b ".repeat(20), `"${"a b ".repeat(15)}…"`],
  ["-----begin Private Key ---\nsecret", "a private key, which is kept secret"],
  [`<\n${line}\nQ1w`, '"<\\n…"'],
  [line, '"…"'],
  ["MC4CAQAwBQYDK2VwBCIEIA", '"…"'],
  [`key: ${base64}`, '"key: …"'],
  ["dbecb618-2259-405f-ab17-9b68c4f541b0", '"dbecb618-2259-405f-ab17-9b68c4f541b0"'],
  ["4010b39b4fd3d5ff014fd3ec3ed8002d", '"4010b39b4fd3d5ff014fd3ec3ed8002d"'],
])("%j is %s", (value, text) => {
  expect(describe(value)).toBe(text);
});
