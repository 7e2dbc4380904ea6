import { describe, expect, it } from "vitest";
import { canonicalPath, canonicalQuery, canonicalRequest } from "./canonical.ts";
import { digest } from "./portable-digest.ts";

const pathOf = (path: string): string => canonicalPath(new URL(`https://elb.example.com${path}`).pathname);
const queryOf = (query: string): string =>
  canonicalQuery(new URL(`https://elb.example.com/?${query}`).search);

describe("canonical path", () => {
  it.each([
    ["", "/"],
    ["/", "/"],
    ["/v1.0/p/elbaas", "/v1.0/p/elbaas/"],
    ["/a/", "/a/"],
    ["//a//b", "//a//b/"],
    ["/a/./b/../c", "/a/c/"],
    ["/a/%2e%2E/c", "/c/"],
    ["/a%2Fb", "/a%2Fb/"],
    ["/a%2fb", "/a%2Fb/"],
    ["/a%252Fb", "/a%252Fb/"],
    ["/%41%7e", "/A~/"],
    ["/a b", "/a%20b/"],
    ["/a%20b", "/a%20b/"],
    ["/a+b", "/a%2Bb/"],
    ["/a:b*c", "/a%3Ab%2Ac/"],
    ["/!'()", "/%21%27%28%29/"],
    ["/100%", "/100%25/"],
    ["/%zz", "/%25zz/"],
    ["/负载", "/%E8%B4%9F%E8%BD%BD/"],
    ["/%E8%B4%9F", "/%E8%B4%9F/"],
    ["/%ff", "/%FF/"],
    ["/😀", "/%F0%9F%98%80/"],
  ])("of %j is %j", (given, expected) => {
    expect(pathOf(given)).toBe(expected);
  });

  it("does not unify texts that Unicode would", () => {
    expect(pathOf("/é")).toBe("/%C3%A9/");
    expect(pathOf("/e\u0301")).toBe("/e%CC%81/");
  });
});

describe("canonical query", () => {
  it.each([
    ["", ""],
    ["a", "a="],
    ["a=", "a="],
    ["=a", "=a"],
    ["b=1&a=2", "a=2&b=1"],
    ["a=10&a=9&a=1", "a=1&a=10&a=9"],
    ["a=1&&b=2&", "a=1&b=2"],
    ["a=b=c", "a=b%3Dc"],
    ["a=b+c", "a=b%20c"],
    ["a=b%20c", "a=b%20c"],
    ["a=b%2Bc", "a=b%2Bc"],
    ["a=b/c?d", "a=b%2Fc%3Fd"],
    ["a=*", "a=%2A"],
    ["A=1&a=2&B=3", "A=1&B=3&a=2"],
    ["a-b=1&a=2&a.b=3", "a=2&a-b=1&a.b=3"],
    ["%61=1", "a=1"],
    ["a=%zz", "a=%25zz"],
    ["a=%ff", "a=%FF"],
    ["名=值", "%E5%90%8D=%E5%80%BC"],
  ])("of %j is %j", (given, expected) => {
    expect(queryOf(given)).toBe(expected);
  });

  it("sorts before it escapes", () => {
    expect(queryOf("{=1&a=2")).toBe("a=2&%7B=1");
  });

  it("sorts by code point, where UTF-16 units would say otherwise", () => {
    expect(queryOf("😀=1&\uff01=2")).toBe("%EF%BC%81=2&%F0%9F%98%80=1");
  });
});

describe("canonical request", () => {
  it("hashes to the documented example", () => {
    const { text, signedHeaders } = canonicalRequest({
      method: "GET",
      url: new URL(
        "https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
      ),
      headers: new Map([
        ["x-sdk-date", "20191115T033655Z"],
        ["content-type", "application/json"],
        ["host", "service.region.example.com"],
      ]),
      payloadHash: digest.sha256Hex(""),
    });
    expect(signedHeaders).toBe("content-type;host;x-sdk-date");
    expect(digest.sha256Hex(text)).toBe("b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a");
  });
});
