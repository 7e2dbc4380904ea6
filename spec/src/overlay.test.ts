import { join } from "node:path";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { inPackage, readJson, withWorkFolder, writeText } from "./files.ts";
import { jsonPath, overlayBetween } from "./overlay.ts";
import { redocly } from "./redocly.ts";

const english = {
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
  expect(overlayBetween(english, chinese, "1").actions).toEqual([
    { target: "$['tags'][1]", update: { description: "第二。" } },
    { target: "$['paths']['/it\\'s/{id}']['get']", update: { summary: "查询", description: "查询一个。" } },
  ]);
});

test("texts that are the same in both languages need no action", () => {
  expect(overlayBetween(english, structuredClone(english), "1").actions).toEqual([]);
});

test("a JSON pointer with escapes becomes a JSONPath in bracket form", () => {
  expect(jsonPath({ paths: { "/a~b": [{}] } }, "/paths/~1a~0b/0")).toBe("$['paths']['/a~b'][0]");
});

test("Redocly applies the overlay to the English bundle and gets the Chinese one", async () => {
  const [english, chinese] = await Promise.all([
    readJson<{ info: { version: string } }>(inPackage("dist", "elb.openapi.json")),
    readJson<unknown>(inPackage("dist", "elb.zh-CN.openapi.json")),
  ]);
  const applied = await withWorkFolder(async (work) => {
    const overlay = join(work, "overlay.yaml");
    const output = join(work, "applied.json");
    await writeText(overlay, stringify(overlayBetween(english, chinese, english.info.version)));
    await redocly("bundle", "dist/elb.openapi.json", "--overlay", overlay, "--output", output);
    return readJson<unknown>(output);
  });
  expect(applied).toEqual(chinese);
});
