import { expect, test } from "vitest";
import type { RequestEntry } from "../administration/request-entry.ts";
import { createRequestLines, requestLine } from "./request-lines.ts";

const ENTRY: RequestEntry = {
  request_id: "r",
  time: "2026-01-15T10:30:00.000Z",
  method: "GET",
  path: "/v1.0/p/jobs/1",
  operationId: "getJob",
  status: 200,
  milliseconds: 3,
  code: null,
  reason: null,
  fault: null,
};

test("a request is one line", () => {
  expect(requestLine(ENTRY)).toBe("2026-01-15T10:30:00.000Z GET /v1.0/p/jobs/1 200 3ms - getJob\n");
});

test("a refusal has its code and its reason, a fault is named", () => {
  const refused = { ...ENTRY, status: 404, code: "Common.0011", reason: "There is no job." };
  expect(requestLine(refused)).toContain("404 3ms - getJob - Common.0011 - There is no job.\n");
  const dropped = { ...ENTRY, status: null, fault: "dropped after it was accepted" };
  expect(requestLine(dropped)).toContain("dropped 3ms - getJob - fault: dropped after it was accepted\n");
  expect(requestLine({ ...ENTRY, operationId: null })).toBe(
    "2026-01-15T10:30:00.000Z GET /v1.0/p/jobs/1 200 3ms\n",
  );
});

test("what comes from a request cannot break the line or steer a terminal", () => {
  const reason = "a\nb\u001b[2J\u2028c\u202ed";
  expect(requestLine({ ...ENTRY, reason })).toContain("a\\u000ab\\u001b[2J\\u2028c\\u202ed\n");
});

test("lines are written in order, those of the same turn at once", async () => {
  const written: string[] = [];
  const tell = createRequestLines((text) => written.push(text));
  tell(ENTRY);
  tell({ ...ENTRY, method: "PUT" });
  expect(written).toEqual([]);
  await new Promise((resolve) => setImmediate(resolve));
  tell({ ...ENTRY, method: "DELETE" });
  await new Promise((resolve) => setImmediate(resolve));
  expect(written).toEqual([
    requestLine(ENTRY) + requestLine({ ...ENTRY, method: "PUT" }),
    requestLine({ ...ENTRY, method: "DELETE" }),
  ]);
});
