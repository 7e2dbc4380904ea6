import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checked } from "./testing/msw.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const readme = read("../README.md");

const source = read("finding.ts");
const namesIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name]) => name!);
const faults = source.slice(
  source.indexOf("export type ValueFault"),
  source.indexOf("export type FindingCode"),
);

/** Codes of the type `FindingCode`, as it is written. */
const codes = [
  ...namesIn(source, /^ {2}\| "((?:operation|request|response|sequence)\.[\w.-]+)"/gm),
  ...namesIn(faults, /"(\w+)"/g).flatMap((fault) => [`request.body.${fault}`, `response.body.${fault}`]),
];

test("the README has the recipe for MSW as it is type-checked and run here", () => {
  const recipe = read("testing/msw.ts").replace("../index.ts", "@elb-classic/contract").trimEnd();
  expect(readme).toContain(recipe);
});

test("the README lists every code", () => {
  expect(codes.length).toBeGreaterThan(40);
  const missing = codes.filter((code) => !readme.includes(`\`${code}\``));
  expect(missing).toEqual([]);
});

test("a mock that departs from the API fails the test that uses it", async () => {
  const url = "https://elb.example.com/v1.0/p/elbaas/listeners/l/members";
  const request = () => new Request(url, { headers: { "content-type": "application/json" } });
  const good = checked(() => Response.json([]));
  expect(await (await good({ request: request() })).json()).toEqual([]);
  const bad = checked(() => Response.json([{ id: 5 }]));
  await expect(bad({ request: request() })).rejects.toThrow("/0/id");
});
