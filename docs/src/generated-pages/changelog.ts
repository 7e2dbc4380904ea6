/** What changed in the packages: their changelogs, and what waits for the next release. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../data/repository.ts";
import type { Language } from "../language.ts";
import { wordsIn } from "../words.ts";
import type { GeneratedPage } from "./generated-page.ts";
import { blocks } from "./markdown.ts";

const packages = ["spec", "packages/client", "packages/contract", "packages/emulator"];

export function changelogPage(language: Language): Omit<GeneratedPage, "id"> {
  const waiting = readChangesets().map(
    ({ names, text }) => `- ${names.map((name) => `\`${name}\``).join(", ")}: ${text}`,
  );
  return {
    data: {
      title: wordsIn(language).changelog,
      description: language === "en" ? "What changed in the packages." : "各软件包的变更。",
    },
    body: blocks(
      language === "zh" && "变更说明以英文书写。",
      waiting.length > 0 && `## ${language === "en" ? "Next release" : "下一版本"}`,
      waiting.join("\n"),
      ...packages.map(readChangelog),
    ),
  };
}

/** The notes of changes that no release has taken up yet. */
function readChangesets(): { names: string[]; text: string }[] {
  const folder = join(repository, ".changeset");
  const files = readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md");
  return files.sort().map((file) => {
    const [, head = "", ...rest] = readFileSync(join(folder, file), "utf8").split(/^---$/m);
    const names = [...head.matchAll(/"([^"]+)":/g)].map(([, name]) => name as string);
    return {
      names,
      text: rest
        .join("---")
        .trim()
        .replaceAll(/\n(?!\n)/g, "\n  "),
    };
  });
}

/** The changelog of a package, its headings one level lower. */
function readChangelog(name: string): string | undefined {
  const file = join(repository, name, "CHANGELOG.md");
  return existsSync(file) ? readFileSync(file, "utf8").replaceAll(/^#/gm, "##") : undefined;
}
