import { expect, test } from "vitest";
import type { RecordedExchange } from "../exchange.ts";
import { pathOf } from "../report/path.ts";
import { isSelected } from "./selection.ts";

interface Case {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: readonly (readonly [string, string])[];
}

function exchangeOf(url: string, { method = "GET", body, headers = [] }: Case = {}): RecordedExchange {
  return { position: "", request: { method, url, headers }, response: { status: 200, body } };
}

const LIST = "/v1.0/p/elbaas/listeners";

test.each([
  ["a known path", `https://elb.example.com${LIST}`, true, {}, true],
  ["an unknown path of the service", "https://elb.example.com/v1.0/p/elbaas/pools", false, {}, true],
  ["a path of another service", "https://ecs.example.com/v1/p/cloudservers/1", false, {}, false],
  ["a known path of another", "https://example.com/v1.0/p/jobs/1", true, {}, true],
  ["the list of versions", "https://elb.example.com/", true, { body: { versions: [] } }, true],
  ["any other first page", "https://www.example.com/", true, { body: "<html>" }, false],
  ["a version", "https://elb.example.com/v1.0", true, { body: {} }, true],
  ["any other short path", "https://www.example.com/config.json", true, { body: {} }, false],
  ["a path without a host", "/config.json", true, {}, true],
  [
    "a preflight",
    `https://elb.example.com${LIST}`,
    true,
    { method: "OPTIONS", headers: [["Access-Control-Request-Method", "GET"]] },
    false,
  ],
  ["a tunnel", "elb.example.com:443", false, { method: "CONNECT" }, false],
] as [string, string, boolean, Case, boolean][])("%s", (_, url, isKnown, rest, expected) => {
  expect(isSelected(exchangeOf(url, rest), pathOf(url), isKnown, [])).toBe(expected);
});

test.each([
  ["https://elb.example.com/x/y/z", ["elb.example.com"], true],
  ["https://ELB.example.com:8443/x/y/z", ["elb.example.com"], true],
  ["https://u:p@elb.example.com:8443/x", ["elb.example.com:8443"], true],
  ["https://elb.example.com/x", ["elb.example.com:8443"], false],
  [`https://www.example.com${LIST}`, ["elb.example.com", "elb2.example.com"], false],
  [LIST, ["elb.example.com"], true],
])("%s with --host %j", (url, hosts, expected) => {
  expect(isSelected(exchangeOf(url), pathOf(url), true, hosts)).toBe(expected);
});
