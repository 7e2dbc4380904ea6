import { describe, expect, it } from "vitest";
import { urlParts } from "./url-parts.ts";

describe("parts of a URL", () => {
  const hosts = [
    "elb.example.com",
    "h.a1",
    "a-b.c",
    "ELB.example.com",
    "elb.example.com:8443",
    "a.b:443",
    "a.b:4430",
    "a.b:0443",
    "a.b:80",
    "a.b:65535",
    "a.b:65536",
    "a.b:",
    "10.0.0.1",
  ];
  const others = [
    "1.2.3",
    "a.0x7f",
    "xn--fiq228c.com",
    "a.xn--p1ai",
    "[::1]:80",
    "a..b",
    "-a.b",
    "localhost",
    "u:p@a.b",
  ];
  const paths = [
    "",
    "/",
    "/v1.0/p/x",
    "/a/./b",
    "/a/../b",
    "//a//",
    "/.a",
    "/..",
    "/a.",
    "/a%2fb",
    "/a b",
    "/~a_-",
    "/\u8d1f",
  ];
  const queries = [
    "",
    "?",
    "?a=1",
    "?a=1&b=2",
    "?a=%7e",
    "?a#b",
    "#f",
    "?a=x+y",
    "?a=%2e%zz%",
    "?%41=%e8+",
    "?\u8d1f",
  ];
  const all = [...hosts, ...others].flatMap((host) =>
    paths.flatMap((path) => queries.map((query) => `https://${host}${path}${query}`)),
  );

  it("are those that the runtime's own parser finds", () => {
    for (const url of all.filter((each) => URL.canParse(each))) {
      const { host, pathname, search } = new URL(url);
      expect(urlParts(url), url).toMatchObject({ host, pathname, search });
    }
  });

  it("are refused where the runtime's own parser does", () => {
    for (const url of all.filter((each) => !URL.canParse(each)))
      expect(() => urlParts(url), url).toThrow("absolute");
  });
});
