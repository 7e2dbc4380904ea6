import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { recordedHash, sourceHash, twinTroubles, withHash } from "./twins.ts";

/** A folder of content with the given pages. */
function contentOf(pages: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "elb-twins-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(pages)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const english = "---\ntitle: Jobs\n---\n\nWait.\n";
const chinese = withHash("---\ntitle: 任务\n---\n\n等待。\n", english);

test("every page has a Chinese twin that is up to date (else compare them, then: pnpm --filter @elb-classic/docs accept-translations)", () => {
  expect(twinTroubles(fileURLToPath(new URL("../content/docs/", import.meta.url)))).toEqual([]);
});

test("a twin that records the English page as it is passes", () => {
  expect(twinTroubles(contentOf({ "guides/jobs.md": english, "zh-cn/guides/jobs.md": chinese }))).toEqual([]);
});

test("a changed English page, a missing twin and a Chinese page of its own fail", () => {
  const content = contentOf({
    "a.md": `${english}More.\n`,
    "zh-cn/a.md": chinese,
    "b.md": english,
    "zh-cn/c.md": chinese,
    "d.md": english,
    "zh-cn/d.md": "---\ntitle: 任务\n---\n",
  });
  expect(twinTroubles(content)).toEqual([
    { page: "a.md", reason: "the English page has changed since" },
    { page: "b.md", reason: "no Chinese page" },
    { page: "d.md", reason: "the English page has changed since" },
    { page: "zh-cn/c.md", reason: "no English page" },
  ]);
});

test("accepting replaces the hash that is there, and line ends do not count", () => {
  const changed = `${english}More.\n`;
  expect(recordedHash(withHash(chinese, changed))).toBe(sourceHash(changed));
  expect(sourceHash(changed.replaceAll("\n", "\r\n"))).toBe(sourceHash(changed));
});
