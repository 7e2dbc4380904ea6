import { expect, it } from "vitest";
import { retryAfter } from "./retry-after.ts";

const date = "Mon, 08 Jun 2020 01:00:00 GMT";

it.each<[Record<string, string>, number | undefined]>([
  [{ "retry-after": "0" }, 0],
  [{ "retry-after": "7" }, 7_000],
  [{ "retry-after": "Mon, 08 Jun 2020 01:00:30 GMT", date }, 30_000],
  // However wrong the server is, nobody waits longer than ten minutes.
  [{ "retry-after": "999999999" }, 600_000],
  [{ "retry-after": "Fri, 01 Jan 2100 00:00:00 GMT", date }, 600_000],
  // In the past, unreadable or missing.
  [{ "retry-after": "Mon, 08 Jun 2020 00:59:00 GMT", date }, undefined],
  [{ "retry-after": "-5" }, undefined],
  [{ "retry-after": "1.5 minutes", date }, undefined],
  [{ "retry-after": "", date }, undefined],
  [{}, undefined],
])("reads %j", (headers, expected) => {
  expect(retryAfter(new Headers(headers))).toBe(expected);
});
