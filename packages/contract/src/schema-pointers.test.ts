import { expect, test } from "vitest";
import { checkRequest } from "./check-request.ts";
import { checkResponse } from "./check-response.ts";
import type { Finding } from "./finding.ts";
import { description } from "./testing/description.ts";
import { unresolved } from "./testing/pointers.ts";

// The rules of payloads are looked up in contract-mutations.test.ts of tests/. Here it is those of everything else.

const operations = Object.entries(description.paths).flatMap(([path, item]) =>
  Object.keys(item).map((method) => ({ method: method.toUpperCase(), path })),
);
const HEADERS = { "content-type": "text/plain" };
const QUERY = "?undocumented=1&undocumented=2&limit=-1&limit=2&port=x&port=3";

function requestFindings(method: string, path: string): readonly Finding[] {
  const url = path.replaceAll(/\{\w+\}/g, "x");
  const empty = path.replaceAll(/\{\w+\}/g, "");
  const bodies = [undefined, "{", "{}", "[]", "5"];
  return [
    ...bodies.flatMap((body) => checkRequest({ method, url: url + QUERY, headers: HEADERS, body }).findings),
    ...checkRequest({ method, url: empty }).findings,
    ...checkRequest({ method: "PATCH", url }).findings,
    ...checkRequest({ method, url: `${url}/no/such/path` }).findings,
  ];
}

function responseFindings(method: string, path: string): readonly Finding[] {
  const url = path.replaceAll(/\{\w+\}/g, "x");
  const statuses = [200, 204, 299, 400, 418, 503];
  const bodies = [undefined, "<", "{}", "[]", "5"];
  return statuses.flatMap((status) =>
    bodies.flatMap((body) => checkResponse({ method, url, status, headers: HEADERS, body }).findings),
  );
}

test.each(operations)(
  "$method $path: every finding names a rule that the description has",
  ({ method, path }) => {
    const findings = [...requestFindings(method, path), ...responseFindings(method, path)];
    expect(findings.length).toBeGreaterThan(5);
    expect(unresolved(findings)).toEqual([]);
  },
);
