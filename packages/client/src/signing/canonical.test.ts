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
    ["b=%E8%B4%9F&a=1", "a=1&b=%E8%B4%9F"],
    ["%7B=1&a=2", "a=2&%7B=1"],
    ["a=%2B&a=-", "a=%2B&a=-"],
    ["a=%7b", "a=%7B"],
    ["a=%Ea", "a=%EA"],
    ["a=%2D&b=%2e", "a=-&b=."],
    ["a=%zz", "a=%25zz"],
    ["a=%ff", "a=%FF"],
    ["名=值", "%E5%90%8D=%E5%80%BC"],
  ])("of %j is %j", (given, expected) => {
    expect(queryOf(given)).toBe(expected);
  });

  it("sorts before it escapes", () => {
    expect(queryOf("{=1&a=2")).toBe("a=2&%7B=1");
  });

  it("is the same whichever way it is found", () => {
    const bytesOf = (text: string): Buffer =>
      Buffer.from(
        text
          .replaceAll("+", " ")
          .replace(/%([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        "latin1",
      );
    const escaped = (bytes: Buffer): string =>
      [...bytes.toString("latin1")]
        .map((byte) =>
          /[\w.~-]/.test(byte) ? byte : `%${Buffer.from(byte, "latin1").toString("hex").toUpperCase()}`,
        )
        .join("");
    const reference = (query: string): string =>
      query
        .split("&")
        .filter((part) => part !== "")
        .map((part) => /^([^=]*)=?(.*)$/.exec(part)!.slice(1).map(bytesOf) as [Buffer, Buffer])
        .sort((a, b) => Buffer.compare(a[0], b[0]) || Buffer.compare(a[1], b[1]))
        .map((pair) => pair.map(escaped).join("="))
        .join("&");
    const pieces = [
      "a",
      "b",
      "-",
      ".",
      "=",
      "=",
      "&",
      "&",
      "%00",
      "%2D",
      "%2d",
      "%7B",
      "%7b",
      "%E8",
      "+",
      "%",
      "*",
    ];
    const wrong: string[] = [];
    // Numbers, with these as digits.
    for (let number = 0; number < pieces.length ** 3 * 4; number++) {
      let query = "a=";
      for (let rest = number * 7; rest > 0; rest = Math.floor(rest / pieces.length))
        query += pieces[rest % pieces.length];
      if (canonicalQuery(`?${query}`) !== reference(query)) wrong.push(query);
    }
    expect(wrong).toEqual([]);
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
