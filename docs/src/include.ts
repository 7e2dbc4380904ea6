/** Shows a file of the repository in a page, so that what a page shows is what is tested. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./data/repository.ts";

const FENCE = /^(```\w+) file=(\S+)\n```$/gm;

/** Fills each empty fence of the form "```ts file=examples/add-members.ts" with that file. */
export const includeFiles = (markdown: string): string =>
  markdown.replaceAll(FENCE, (_, fence: string, file: string) => {
    const text = readFileSync(join(repository, file), "utf8").trimEnd();
    return `${fence} title="${file}"\n${text}\n\`\`\``;
  });
