/**
 * Every hand-written page has a twin in the other language. The Chinese page records, as `translationOf`, which English
 * text it translates, so that a change of the English page makes its twin stale.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const CHINESE = "zh-cn/";

/** What the Chinese page records of the English one: the beginning of its SHA-256. */
export const sourceHash = (english: string): string =>
  createHash("sha256").update(english.replaceAll("\r\n", "\n")).digest("hex").slice(0, 16);

/** The hash that a Chinese page records, undefined where it records none. */
export const recordedHash = (chinese: string): string | undefined =>
  /^translationOf: (\w+)$/m.exec(head(chinese))?.[1];

const head = (page: string): string => /^---\n([\s\S]*?)\n---/.exec(page)?.[1] ?? "";

/** A page that fails the comparison, and why. */
export interface Trouble {
  page: string;
  reason: "no Chinese page" | "no English page" | "the English page has changed since";
}

/** Compares the two trees below a folder of content. The page for missing addresses speaks both languages. */
export function twinTroubles(content: string): Trouble[] {
  const pages = pagesOf(content);
  const english = pages.filter((page) => !page.startsWith(CHINESE));
  const chinese = pages.filter((page) => page.startsWith(CHINESE));
  return [
    ...english.flatMap((page) => troubleOf(content, page)),
    ...chinese
      .filter((page) => !existsSync(join(content, page.slice(CHINESE.length))))
      .map((page): Trouble => ({ page, reason: "no English page" })),
  ];
}

/** Names of all pages, from the folder of the content. */
export const pagesOf = (content: string): string[] =>
  readdirSync(content, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.mdx?$/.test(file) && file !== "404.md")
    .sort();

function troubleOf(content: string, page: string): Trouble[] {
  const twin = join(content, CHINESE, page);
  if (!existsSync(twin)) return [{ page, reason: "no Chinese page" }];
  const hash = sourceHash(readFileSync(join(content, page), "utf8"));
  const recorded = recordedHash(readFileSync(twin, "utf8"));
  return recorded === hash ? [] : [{ page, reason: "the English page has changed since" }];
}

/** The Chinese page with the hash of the English one in its frontmatter. */
export function withHash(chinese: string, english: string): string {
  const line = `translationOf: ${sourceHash(english)}`;
  if (recordedHash(chinese) !== undefined) return chinese.replace(/^translationOf: \w+$/m, line);
  return chinese.replace(/^---\n/, `---\n${line}\n`);
}
