import { expect, test } from "vitest";
import { formatSignatureDate, parseSignatureDate, parseSignatureHeader } from "./authorization-header.ts";

const SIGNATURE = "0".repeat(64);

test.each([
  ["SDK-HMAC-SHA256 Access=AK", { kind: "plain", scope: "" }],
  [
    "SDK-HMAC-SHA256 Credential=AK/20191115/cn-north-1/elb/sdk_request",
    { kind: "scoped", scope: "20191115/cn-north-1/elb/sdk_request" },
  ],
  [
    "SDK-HMAC-SHA256 Credential=AK/20191115///sdk_request",
    { kind: "scoped", scope: "20191115///sdk_request" },
  ],
  [
    "V11-HMAC-SHA256 Credential=AK/20191115/cn-north-1/elb",
    { kind: "derived", algorithm: "V11-HMAC-SHA256", scope: "20191115/cn-north-1/elb" },
  ],
])("%s is taken apart", (beginning, expected) => {
  const header = `${beginning}, SignedHeaders=Host;x-sdk-date, Signature=${SIGNATURE}`;
  expect(parseSignatureHeader(header)).toEqual({
    algorithm: "SDK-HMAC-SHA256",
    accessKey: "AK",
    signedHeaders: ["host", "x-sdk-date"],
    signature: SIGNATURE,
    ...expected,
  });
});

test.each([
  "",
  "Bearer abc",
  "SDK-HMAC-SHA256",
  `SDK-HMAC-SHA256 Access=AK, Signature=${SIGNATURE}`,
  `SDK-HMAC-SHA256 Access=, SignedHeaders=host, Signature=${SIGNATURE}`,
  "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=00",
  `V11-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=${SIGNATURE}`,
  `V11-HMAC-SHA256 Credential=AK/20191115/cn-north-1/elb/sdk_request, SignedHeaders=host, Signature=${SIGNATURE}`,
  `SDK-HMAC-SHA256 Credential=AK/20191115/cn-north-1/elb, SignedHeaders=host, Signature=${SIGNATURE}`,
  `SDK-HMAC-SHA256 Credential=AK/2019/cn-north-1/elb/sdk_request, SignedHeaders=host, Signature=${SIGNATURE}`,
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
