import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { digest, portableDigest } from "./portable-digest.ts";

const nodeSha = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");
const nodeHmac = (key: string | Uint8Array, data: string): string =>
  createHmac("sha256", key).update(data).digest("hex");

/** Deterministic bytes of any length. */
const bytes = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (i * 167 + length * 31) & 255);

describe("portable SHA-256", () => {
  it("knows the digest of nothing", () => {
    expect(portableDigest.sha256Hex("")).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });

  it("agrees with Node's for every length around the block borders", () => {
    for (let length = 0; length <= 520; length++) {
      expect(portableDigest.sha256Hex(bytes(length))).toBe(nodeSha(bytes(length)));
    }
  });

  it("hashes text as UTF-8", () => {
    for (const text of ["é", "负载均衡器", "😀 and more", "a\u0000b", "x".repeat(100_000)]) {
      expect(portableDigest.sha256Hex(text)).toBe(nodeSha(text));
    }
  });

  it("hashes a view into a larger buffer, and leaves it as it was", () => {
    const whole = bytes(300);
    const view = whole.subarray(17, 250);
    expect(portableDigest.sha256Hex(view)).toBe(nodeSha(view));
    expect(whole).toEqual(bytes(300));
  });
});

describe.each([
  ["portable", portableDigest],
  ["Node's", digest],
])("%s HMAC-SHA256", (_, { hmacSha256Hex }) => {
  it("agrees with Node's for keys shorter and longer than a block", () => {
    for (let length = 0; length <= 140; length++) {
      const message = "message ".repeat(length);
      for (const key of ["k".repeat(length), "é".repeat(length), bytes(length)]) {
        expect(hmacSha256Hex(key, message)).toBe(nodeHmac(key, message));
      }
    }
  });
});

describe("the digest in use", () => {
  it("is Node's own on Node", () => {
    expect(digest).not.toBe(portableDigest);
    expect(digest.sha256Hex("é")).toBe(nodeSha("é"));
    expect(digest.hmacSha256Hex("key", "data")).toBe(nodeHmac("key", "data"));
  });
});
