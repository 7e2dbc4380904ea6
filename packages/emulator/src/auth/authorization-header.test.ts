import { expect, test } from "vitest";
import { formatSignatureDate, parseSignatureDate, parseSignatureHeader } from "./authorization-header.ts";

const SIGNATURE = "0".repeat(64);

test("a complete header is taken apart", () => {
  const header = `SDK-HMAC-SHA256 Access=AK, SignedHeaders=Host;x-sdk-date, Signature=${SIGNATURE}`;
  const expected = { accessKey: "AK", signedHeaders: ["host", "x-sdk-date"], signature: SIGNATURE };
  expect(parseSignatureHeader(header)).toEqual(expected);
});

test.each([
  "",
  "Bearer abc",
  "SDK-HMAC-SHA256",
  `SDK-HMAC-SHA256 Access=AK, Signature=${SIGNATURE}`,
  `SDK-HMAC-SHA256 Access=, SignedHeaders=host, Signature=${SIGNATURE}`,
  "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=00",
  `V11-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=${SIGNATURE}`,
])("%j is no such header", (header) => {
  expect(parseSignatureHeader(header)).toBeUndefined();
});

test("dates are read and written in basic form", () => {
  const time = Date.UTC(2019, 10, 15, 3, 36, 55);
  expect(parseSignatureDate("20191115T033655Z")).toBe(time);
  expect(formatSignatureDate(time)).toBe("20191115T033655Z");
});

test.each([
  "",
  "2019-11-15T03:36:55Z",
  "20191115T033655",
  "20191332T033655Z",
  "20190230T000000Z",
  "20191115T246000Z",
])("%j is no date", (text) => {
  expect(parseSignatureDate(text)).toBeUndefined();
});
