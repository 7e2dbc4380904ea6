import { expect, test } from "vitest";
import { textsOf } from "./texts.ts";
import { faultsOf, hashOf, readSources, readTwin, translate } from "./translations.ts";

const source = {
  file: "openapi/Thing.yaml",
  twin: "translations/zh-CN/Thing.yaml",
  texts: [
    { pointer: "/title", text: "Thing" },
    { pointer: "/description", text: "A thing." },
  ],
};

test("every text is translated, and from the present English", () => {
  const twin = {
    "/title": { en: hashOf("Thing"), zh: "东西" },
    "/description": { en: hashOf("A thing."), zh: "一个东西。" },
  };
  expect(faultsOf(source, twin)).toEqual([]);
});

test("a text without Chinese, one whose English changed and one without English are faults", () => {
  const twin = { "/title": { en: hashOf("Old thing"), zh: "旧" }, "/gone": { en: hashOf("x"), zh: "无" } };
  expect(faultsOf(source, twin).map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([
    "outdated /title",
    "missing /description",
    "orphaned /gone",
  ]);
});

test("what looks like a text inside an example or a list of values is data", () => {
  const document = {
    properties: { description: { type: "string", description: "Text.", examples: ["a", "b"] } },
    examples: { one: { summary: "One.", value: { description: "data" } } },
    example: { title: "data" },
  };
  expect([...textsOf(document)].map((text) => text.pointer)).toEqual([
    "/properties/description/description",
    "/examples/one/summary",
  ]);
});

test("a translation goes where its pointer says, through escaped names", () => {
  const document = { paths: { "/a": { summary: "A" } } };
  translate(document, { "/paths/~1a/summary": { en: "", zh: "甲" } });
  expect(document.paths["/a"].summary).toBe("甲");
});

test("all texts of this description are translated", async () => {
  const faults = await Promise.all(
    (await readSources()).map(async (each) => faultsOf(each, await readTwin(each.twin))),
  );
  expect(faults.flat()).toEqual([]);
});
