import { join } from "node:path";
import { expect, test } from "vitest";
import { inPackage, readJson, withWorkFolder } from "./files.ts";
import { jsonPath, overlayBetween } from "./overlay.ts";
import { redocly } from "./redocly.ts";

// biome-ignore lint/suspicious/noExplicitAny: a fragment of a document is enough here
type Broken = any;

const english: Broken = {
  info: { title: "Things", version: "1" },
  tags: [
    { name: "a", description: "First." },
    { name: "b", description: "Second." },
  ],
  paths: { "/it's/{id}": { get: { summary: "Get", description: "Gets." } } },
};

test("an action updates the object that holds the texts, array elements by index", () => {
  const chinese = structuredClone(english);
  chinese.tags[1]!.description = "第二。";
  Object.assign(chinese.paths["/it's/{id}"].get, { summary: "查询", description: "查询一个。" });
  expect(overlayBetween("thing", english, chinese).actions).toEqual([
    { target: "$['tags'][1]", update: { description: "第二。" } },
    { target: "$['paths']['/it\\'s/{id}']['get']", update: { summary: "查询", description: "查询一个。" } },
  ]);
});

test("texts that are the same in both languages need no action", () => {
  expect(overlayBetween("thing", english, structuredClone(english)).actions).toEqual([]);
});

test("a JSON pointer with escapes becomes a JSONPath in bracket form", () => {
  expect(jsonPath({ paths: { "/a~b": [{}] } }, "/paths/~1a~0b/0")).toBe("$['paths']['/a~b'][0]");
});

test.each(["elb", "iam"])(
  "Redocly applies the overlay to the English bundle of %s and gets the Chinese one",
  async (root) => {
    const applied = await withWorkFolder(async (work) => {
      const output = join(work, "applied.json");
      const overlay = `dist/${root}.zh-CN.overlay.yaml`;
      await redocly("bundle", `dist/${root}.openapi.json`, "--overlay", overlay, "--output", output);
      return readJson<unknown>(output);
    });
    expect(applied).toEqual(await readJson(inPackage("dist", `${root}.zh-CN.openapi.json`)));
  },
);
