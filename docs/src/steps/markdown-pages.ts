/** Publishes the Markdown of every page beside it, and the list of them for programs that read (`llms.txt`). */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { descriptions } from "../data/description.ts";
import { generatedPages } from "../generated-pages/generated-pages.ts";
import { includeFiles } from "../include.ts";
import { languageOfPage } from "../language.ts";
import { describePictures } from "../pictures/include.ts";
import { relativeMarkdown } from "./relative.ts";

interface MarkdownPage {
  /** Path below the root of the site, empty for the first page. */
  id: string;
  title: string;
  description: string;
  body: string;
}

export async function writeMarkdown(content: string, folder: string): Promise<void> {
  const written = await readWritten(content);
  const generated = generatedPages().map(({ id, data, body }) => ({ id, ...data, body }));
  const pages = [...written, ...generated];
  const ids = new Set(pages.map(({ id }) => id));
  for (const { id, title, description, body } of pages) {
    const path = id === "" ? "index.md" : `${id}/index.md`;
    const inWords = describePictures(body.trim(), languageOfPage(id));
    const text = `# ${title}\n\n> ${description}\n\n${inWords}\n`;
    await writeFile(join(folder, path), relativeMarkdown(path, text, ids));
  }
  await writeFile(join(folder, "llms.txt"), listOf(pages));
}

/** The pages that are written by hand. */
async function readWritten(content: string): Promise<MarkdownPage[]> {
  const files = (await readdir(content, { recursive: true })).map((file) => file.replaceAll("\\", "/"));
  const pages = files.filter((file) => /\.mdx?$/.test(file) && file !== "404.md").sort();
  return Promise.all(
    pages.map(async (file) => {
      const [, head = "", body = ""] =
        /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(await readFile(join(content, file), "utf8")) ?? [];
      const { title, description } = parse(head) as { title: string; description: string };
      const id = file.replace(/\.mdx?$/, "").replace(/(^|\/)index$/, "");
      return {
        id,
        title,
        description,
        body: includeFiles(file.endsWith("x") ? withoutComponents(body) : body),
      };
    }),
  );
}

/** MDX without what only a browser shows: imports, and the tags of components, whose contents stay. */
function withoutComponents(mdx: string): string {
  return mdx
    .replaceAll(/^import .*$/gm, "")
    .replaceAll(
      /<LinkCard\s+title="([^"]*)"\s+(?:description="([^"]*)"\s+)?href="([^"]*)"\s*\/>/g,
      "- [$1]($3): $2",
    )
    .replaceAll(/^\s*<\/?[A-Z][^>]*>\s*$/gm, "")
    .replaceAll(/\n{3,}/g, "\n\n");
}

/** The list of pages in the form of llmstxt.org; codes have pages of their own but are listed once. */
function listOf(pages: readonly MarkdownPage[]): string {
  const listed = pages.filter(({ id }) => !/(^|\/)errors\/./.test(id));
  const item = ({ id, title, description }: MarkdownPage): string =>
    `- [${title}](${id === "" ? "" : `${id}/`}index.md): ${description}`;
  const isChinese = ({ id }: MarkdownPage): boolean => /^zh-cn(\/|$)/.test(id);
  return [
    `# ${descriptions.en.info.title}`,
    `> ${descriptions.en.info.summary}`,
    "Every page of this site is beside it as Markdown, as `index.md`. An error code has a page of its own at `errors/<code>/index.md`.",
    "## English",
    listed
      .filter((page) => !isChinese(page))
      .map(item)
      .join("\n"),
    "## 简体中文",
    listed.filter(isChinese).map(item).join("\n"),
    "",
  ].join("\n\n");
}
