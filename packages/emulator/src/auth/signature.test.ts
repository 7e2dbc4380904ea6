import { expect, test } from "vitest";
import type { SignatureHeader } from "./authorization-header.ts";
import { createDigest, webDigest } from "./digest.ts";
import { checkSignature, type SignedRequest } from "./signature.ts";

// Check value of the vendor's Python SDK (auth-and-gateway.md, section 3).
const VECTOR: SignedRequest = {
  method: "GET",
  url: new URL("https://service.endpoint.myhuaweicloud.com/resources?size=1"),
  headers: new Headers({ "X-Sdk-Date": "20200608T023900Z" }),
  body: new Uint8Array(),
};
const HEADER: SignatureHeader = {
  kind: "plain",
  algorithm: "SDK-HMAC-SHA256",
  accessKey: "AccessKey",
  scope: "",
  signedHeaders: ["host", "x-sdk-date"],
  signature: "cfb4171acec81de07d50e53d57eb77edd537414d66ddb1d7d780f128e12cd842",
};

test.each([
  ["Node's crypto", createDigest()],
  ["Web Crypto", webDigest],
])("the vendor's check value is accepted with %s", async (_, digest) => {
  const { matches } = await checkSignature(VECTOR, HEADER, "SecretKey", digest);
  expect(matches).toBe(true);
});

test.each<[string, Partial<SignedRequest>]>([
  ["method", { method: "DELETE" }],
  ["path", { url: new URL("https://service.endpoint.myhuaweicloud.com/resource?size=1") }],
  ["query", { url: new URL("https://service.endpoint.myhuaweicloud.com/resources?size=2") }],
  ["host", { url: new URL("https://service.endpoint.myhuaweicloud.com:8443/resources?size=1") }],
  ["date", { headers: new Headers({ "X-Sdk-Date": "20200608T023901Z" }) }],
  ["body", { body: new Uint8Array([123, 125]) }],
])("another %s is not", async (_, change) => {
  const { matches } = await checkSignature({ ...VECTOR, ...change }, HEADER, "SecretKey", createDigest());
  expect(matches).toBe(false);
});

test("a header that no request can have does not make the check fail", async () => {
  const { matches } = await checkSignature(
    VECTOR,
    { ...HEADER, signedHeaders: [...HEADER.signedHeaders, "no header\n"] },
    "SecretKey",
    createDigest(),
  );
  expect(matches).toBe(false);
});

test("the announced payload hash stands in the place of the computed one", async () => {
  const headers = new Headers({
    "X-Sdk-Date": "20200608T023900Z",
    "X-Sdk-Content-Sha256": "UNSIGNED-PAYLOAD",
  });
  const { canonical } = await checkSignature({ ...VECTOR, headers }, HEADER, "SecretKey", createDigest());
  expect(canonical.split("\n").at(-1)).toBe("UNSIGNED-PAYLOAD");
});
