import { readFileSync } from "node:fs";
import { operations } from "@elb-classic/spec/operations";
import { expect, expectTypeOf, test } from "vitest";
import { table } from "../.build-validators/table.js";
import type { OperationId } from "./index.ts";

test("the operations are those of the description's table", () => {
  expectTypeOf<OperationId>().toEqualTypeOf<keyof typeof operations>();
  const known = table.operations.map(({ id, path, query, request, statuses }) => {
    const pathParameters = path.map(([name]) => name);
    return [
      id,
      { pathParameters, queryParameters: Object.keys(query), body: request !== undefined, statuses },
    ];
  });
  const expected = Object.entries(operations).map(
    ([id, { pathParameters, queryParameters, body, statuses }]) => {
      return [id, { pathParameters, queryParameters, body, statuses }];
    },
  );
  expect(Object.fromEntries(known)).toEqual(Object.fromEntries(expected));
});

test("what is published stands alone and compiles nothing", () => {
  const code = readFileSync(new URL("../dist/index.js", import.meta.url), "utf8");
  expect(code).not.toMatch(
    /\brequire\s*\(|\bimport\s*[("'{*]|\bfrom\s*["']|\beval\s*\(|new Function|node:|process\./,
  );
});

test("the matchers share the engine", () => {
  const code = readFileSync(new URL("../dist/matchers.js", import.meta.url), "utf8");
  expect([...code.matchAll(/from\s*["']([^"']+)["']/g)].map(([, module]) => module)).toEqual(["./index.js"]);
});
