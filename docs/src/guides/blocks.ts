/** The blocks of code in a guide, and what a comment before a block says about it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the guides in each language. */
export const guideFolders = {
  en: fileURLToPath(new URL("../content/docs/guides/", import.meta.url)),
  zh: fileURLToPath(new URL("../content/docs/zh-cn/guides/", import.meta.url)),
};

/** A fenced block. */
export interface Block {
  /** First word after the fence. */
  language: string;
  code: string;
  /** Line of the fence in the guide, from 1. */
  line: number;
  /** Why it is not run, where `<!-- not run: … -->` stands before it. */
  notRun?: string;
  /** What it prints: the next block that `<!-- output -->` stands before; those that are not run have none. */
  output?: string;
}

export interface Guide {
  /** File name, such as `jobs.md`. */
  name: string;
  text: string;
  /** The blocks without those that are outputs, and without those that show a file of the repository. */
  blocks: Block[];
}

const FENCE =
  /(?:^<!-- (?<mark>not run: .*?|output) -->\n)?^```(?<language>\w+)(?<meta>[^\n]*)\n(?<code>.*?)^```$/gms;

/** The blocks of a guide in their order. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  for (const { index, 0: all, groups = {} } of markdown.matchAll(FENCE)) {
    const { mark, language = "", meta = "", code = "" } = groups;
    const program = blocks.findLast(({ notRun }) => notRun === undefined);
    if (mark === "output" && program) program.output = code;
    else if (!meta.includes("file=")) {
      const line = markdown.slice(0, index + all.indexOf("```")).split("\n").length;
      blocks.push({ language, code, line, ...(mark && { notRun: mark.replace("not run: ", "") }) });
    }
  }
  return blocks;
}

/** The guides of a language, in the order of their names. */
export const guidesOf = (language: keyof typeof guideFolders): Guide[] =>
  readdirSync(guideFolders[language])
    .filter((name) => /\.mdx?$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(guideFolders[language], name), "utf8");
      return { name, text, blocks: blocksOf(text) };
    });
