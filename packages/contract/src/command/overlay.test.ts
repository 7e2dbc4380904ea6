import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkResponse } from "../check-response.ts";
import { applyOverlay, readOverlay } from "./overlay.ts";
import { InputError } from "./usage.ts";

const folder = mkdtempSync(join(tmpdir(), "elb-contract-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { operationId, findings } = checkResponse({
  method: "GET",
  url: "/v1.0/p/elbaas/listeners/l/members",
  status: 200,
  body: [{ id: 5 }, { id: 6 }],
});
const wrongIds = findings.filter(
  ({ code, pointer }) => code === "response.body.type" && pointer.endsWith("/id"),
);

const overlay = (operation: string, pointer: string) =>
  ({ version: 1, differences: [{ code: "response.body.type", operationId: operation, pointer }] }) as const;

test("a difference makes findings notes, at one index or at all", () => {
  expect(wrongIds.map(({ severity }) => severity)).toEqual(["error", "error"]);
  const severities = (pointer: string, operation = "listMembers") => {
    const lower = applyOverlay(overlay(operation, pointer));
    return wrongIds.map((finding) => lower(operationId, finding).severity);
  };
  expect(severities("/*/id")).toEqual(["note", "note"]);
  expect(severities("/0/id")).toEqual(["note", "note"]);
  expect(severities("/*/name")).toEqual(["error", "error"]);
  expect(severities("/*/id", "listListeners")).toEqual(["error", "error"]);
});

test.each([
  ["{", "is not an overlay: it is not JSON."],
  ["[]", 'is not an overlay: it needs "version": 1 and a list of "differences".'],
  ['{"version":2,"differences":[]}', 'it needs "version": 1'],
  ['{"version":1,"differences":[{"code":"a"}]}', 'a list of "differences"'],
])("%s is refused", (text, message) => {
  const file = join(folder, "overlay.json");
  writeFileSync(file, text);
  expect(() => readOverlay(file)).toThrow(InputError);
  expect(() => readOverlay(file)).toThrow(message);
});
