import { expect, test } from "vitest";
import { checkExchange, type ExchangeMessage } from "./check-exchange.ts";

const url = "https://elb.example.com/v1.0/p/elbaas/listeners/l/members";
const added = { status: 200, body: { uri: "/v1/p/jobs/j", job_id: "j" } };
const refused = { status: 400, body: { error: { code: "ELB.2021", message: "m" } } };
const good = { method: "POST", url, body: [{ server_id: "s", address: "172.16.0.31" }] };
const bad = { method: "POST", url, body: [{ server_id: "s" }] };

function brief(exchange: ExchangeMessage): [ok: boolean, ...string[]] {
  const { ok, findings } = checkExchange(exchange);
  return [ok, ...findings.map(({ severity, code }) => `${severity} ${code}`)];
}

test("request and answer are both checked", () => {
  expect(brief({ request: good, response: added })).toEqual([true]);
  expect(brief({ request: bad, response: { status: 200, body: { uri: "/v1/p/jobs/j" } } })).toEqual([
    false,
    "error request.body.required",
    "error response.body.required",
  ]);
});

test("a bad request that was refused does not break the contract", () => {
  expect(brief({ request: bad, response: refused })).toEqual([true, "warning request.body.required"]);
});

test("a bad answer to a request that was refused does", () => {
  expect(brief({ request: bad, response: { status: 400, body: {} } })).toEqual([
    false,
    "warning request.body.required",
    "error response.body.variant",
  ]);
});

test("an unknown operation is said once", () => {
  expect(brief({ request: { ...good, url: "/v1.0/nothing" }, response: added })).toEqual([
    false,
    "error operation.unknown",
  ]);
});
