/** Pages of the packages' TypeScript API, from what `steps/typescript.ts` wrote. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../data/repository.ts";
import type { Language } from "../language.ts";
import type { GeneratedPage } from "./generated-page.ts";
import { blocks } from "./markdown.ts";

/** Where TypeDoc writes, one file per entry. */
export const typescriptFolder = join(repository, "docs", ".typescript");

/** What can be imported. `client/raw` is left out: it is openapi-fetch with the types of the description. */
export const entries: readonly { name: string; file: string }[] = [
  entry("client"),
  entry("client", "signing"),
  entry("client", "iam"),
  entry("client", "node"),
  entry("contract"),
  entry("contract", "matchers"),
  entry("emulator"),
];

function entry(name: string, part?: string): { name: string; file: string } {
  return {
    name: part === undefined ? `@elb-classic/${name}` : `@elb-classic/${name}/${part}`,
    file: `packages/${name}/dist/${part ?? "index"}.d.ts`,
  };
}

/** Path of an entry's page: `typescript/client-signing`. */
const idOf = (name: string): string => `typescript/${name.replace("@elb-classic/", "").replace("/", "-")}`;

/** Name of the file that TypeDoc writes for an entry, from its folder. */
const outputOf = (file: string): string => file.replace(/(\/index)?\.d\.ts$/, ".md");

export function typescriptPages(language: Language): GeneratedPage[] {
  return entries.map(({ name, file }) => ({
    id: idOf(name),
    data: {
      title: name,
      description: language === "en" ? `What ${name} exports.` : `${name}的导出内容。`,
      tableOfContents: { maxHeadingLevel: 3 },
    },
    body: blocks(
      language === "zh" && "本页由代码中的英文注释生成。",
      withLinks(readFileSync(join(typescriptFolder, outputOf(file)), "utf8"), language, outputOf(file)),
    ),
  }));
}

/** Links between the files become links between the pages. */
function withLinks(markdown: string, language: Language, from: string): string {
  const folder = from.slice(0, from.lastIndexOf("/"));
  return markdown.replaceAll(/\]\(([^)#]+\.md)/g, (_, address: string) => {
    const target = join("/", folder, address).replaceAll("\\", "/").slice(1);
    const name = entries.find(({ file }) => outputOf(file) === target)?.name;
    if (name === undefined) throw new Error(`TypeDoc links ${target} in ${from}, which is no page.`);
    return `](/${language === "zh" ? "zh-cn/" : ""}${idOf(name)}/`;
  });
}
