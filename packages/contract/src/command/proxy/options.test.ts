import { expect, test } from "vitest";
import { InputError, UsageError } from "../usage.ts";
import { readProxyOptions } from "./options.ts";
import { isSameHost, parseTarget } from "./target.ts";
import { proxyFor } from "./way.ts";

test.each([
  [[], /--target/],
  [["--target", "elb.example.com"], /https:\/\/elb\.example\.com/],
  [["--target", "ftp://elb.example.com"], /URL of a service/],
  [["--target", "https://elb.example.com/prefix"], /"\/prefix"/],
  [["--target", "https://me:secret@elb.example.com"], /^(?!.*secret).*user name/],
  [["--target", "https://a", "--mode", "both"], /report or block/],
  [["--target", "https://a", "--signing-host", "https://b"], /--signing-host takes a host/],
  [["--target", "https://a", "--port", "70000"], /65535/],
  [["--target", "https://a", "more"], /"more"/],
  [["--target", "https://a", "--unknown"], /--unknown/],
])("%j makes no sense", (args, words) => {
  expect(() => readProxyOptions(args)).toThrow(UsageError);
  expect(() => readProxyOptions(args)).toThrow(words);
});

test("certificates have to be there", () => {
  const read = (file: string) => () => readProxyOptions(["--target", "https://a", "--ca", file]);
  expect(read("/does/not/exist.pem")).toThrow(InputError);
  expect(read(import.meta.filename)).toThrow(/no certificate/);
});

test("hosts are the same without regard to case and to the port that is the scheme's own", () => {
  expect(parseTarget("https://ELB.example.com:443")).toMatchObject({ host: "elb.example.com", port: 443 });
  expect(parseTarget("http://[::1]:8080")).toMatchObject({ host: "[::1]:8080", hostname: "::1", port: 8080 });
  expect(isSameHost("elb.example.com", "ELB.example.com:80")).toBe(true);
  expect(isSameHost("elb.example.com:8080", "elb.example.com")).toBe(false);
});

const HTTPS_PROXY = "http://proxy.example.com:3128";

test.each([
  ["https://elb.example.com", { HTTPS_PROXY }, true],
  ["https://elb.example.com", { https_proxy: "proxy.example.com:3128" }, true],
  ["http://elb.example.com", { HTTPS_PROXY, HTTP_PROXY: HTTPS_PROXY }, false],
  ["https://elb.example.com", {}, false],
  ["https://elb.example.com", { HTTPS_PROXY, NO_PROXY: "*" }, false],
  ["https://elb.example.com", { HTTPS_PROXY, NO_PROXY: "localhost, .example.com" }, false],
  ["https://elb.example.com", { HTTPS_PROXY, NO_PROXY: "example.com:8443" }, true],
  ["https://elb.example.com", { HTTPS_PROXY, NO_PROXY: "ample.com" }, true],
])("%s with %j is reached by a proxy: %s", (target, env, isProxied) => {
  expect(proxyFor(parseTarget(target), env)?.host).toBe(isProxied ? "proxy.example.com:3128" : undefined);
});

test.each(["socks5://proxy.example.com", "http://secret%@proxy.example.com"])(
  "a proxy that cannot be used is said without its URL: %s",
  (proxy) => {
    const way = () => proxyFor(parseTarget("https://a"), { HTTPS_PROXY: proxy });
    expect(way).toThrow(/^HTTPS_PROXY is not the URL of an HTTP proxy, such as/);
  },
);
