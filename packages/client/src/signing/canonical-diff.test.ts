import { describe, expect, it } from "vitest";
import { compareCanonical } from "./canonical-diff.ts";

const signed =
  "POST\n/v1.0/p/\na=1\ncontent-type:application/json\nhost:elb.example.com\nx-sdk-date:20200608T023900Z\n" +
  "x-security-token:fake-token\n\ncontent-type;host;x-sdk-date;x-security-token\nabc123";
const echo = signed.replaceAll("\n", "|");
const compare = (text: string) => compareCanonical(signed, text, "x-sdk-date");

describe("comparing canonical requests", () => {
  it.each([echo, signed, ` ${echo}\n`, `${echo}"`, `${echo}.`])("finds no difference in %j", (same) => {
    expect(compare(same)).toEqual([]);
  });

  it.each([
    ["POST|", "GET|", { part: "method", signed: "POST", seen: "GET" }],
    ["/v1.0/p/", "/v1.0/other/", { part: "path" }],
    ["a=1", "a=2", { part: "query" }],
    ["elb.example.com", "10.0.0.1:8443", { part: "host", signed: "elb.example.com", seen: "10.0.0.1:8443" }],
    ["|host:elb.example.com", "", { part: "host" }],
    ["elb.example.com", "<b>", { part: "host" }],
    ["023900Z", "023901Z", { part: "date", signed: "20200608T023900Z", seen: "20200608T023901Z" }],
    ["application/json", "text/plain", { part: "headers" }],
    ["fake-token", "fake|token", { part: "headers" }],
    ["|content-type;", "|", { part: "headers" }],
    ["abc123", "abc124", { part: "body hash" }],
  ])("where %j became %j", (from, to, expected) => {
    expect(compare(echo.replace(from, to))).toEqual([expected]);
  });

  it("tells all that differ", () => {
    const other = echo.replace("POST", "PUT").replace("abc123", "d");
    expect(compare(other)?.map(({ part }) => part)).toEqual(["method", "body hash"]);
  });

  it.each(["", "POST|/v1.0/p/", "no echo at all"])("makes nothing of %j", (cut) => {
    expect(compare(cut)).toBeUndefined();
  });
});
