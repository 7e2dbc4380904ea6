/** Builds the full API reference, one page per language, with Redocly CLI. */
import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { descriptions, type Operation, operationsOf } from "../data/description.ts";
import { folderOf, type Language, languages, tagOf } from "../language.ts";
import { translate } from "./reference-labels.ts";

// The page would report its use to Redocly, and load a logo from its host, without these two.
const quiet = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
const remoteLogo = /https:\/\/cdn\.redoc\.ly\/[\w./-]+\.svg/g;
const localLogo =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='48' height='12'%3E%3Ctext y='10' font-family='sans-serif' font-size='11' fill='%232467f2'%3ERedocly%3C/text%3E%3C/svg%3E";

/** Writes `reference/index.html` of each language below `site`. `docs` is the folder of this package. */
export async function buildReference(docs: string, work: string, site: string): Promise<void> {
  for (const language of languages) await buildPage(docs, work, site, language);
}

async function buildPage(docs: string, work: string, site: string, language: Language): Promise<void> {
  const source = join(work, `${language}.json`);
  await writeFile(source, JSON.stringify(withIds(language)));
  const target = join(site, folderOf[language], "reference", "index.html");
  await mkdir(dirname(target), { recursive: true });
  const template = Object.entries(templateOptions(language)).map(
    ([name, value]) => `--templateOptions.${name}=${value}`,
  );
  const cli = join(docs, "node_modules", "@redocly", "cli", "bin", "cli.js");
  const files = ["--inlineBundle", "--template", "src/page.hbs", "--output", target];
  await promisify(execFile)(process.execPath, [cli, "build-docs", source, ...files, ...template], {
    cwd: docs,
    env: { ...process.env, ...quiet },
  });
  const html = withNamedSwitch((await readFile(target, "utf8")).replaceAll(remoteLogo, localLogo));
  await writeFile(target, language === "zh" ? translate(html) : html);
}

// The switch between examples shows the title of one, but calls itself "Example": voice control could not reach it.
const switchName = '"aria-label":`Example`,options:e.map';

function withNamedSwitch(html: string): string {
  if (!html.includes(switchName))
    throw new Error("Redoc names the switch of examples in another way now; see reference.ts.");
  return html.replace(switchName, "options:e.map");
}

function templateOptions(language: Language): Record<string, string> {
  const english = language === "en";
  return {
    lang: tagOf[language],
    otherLang: english ? "zh-CN" : "en",
    otherName: english ? "简体中文" : "English",
    otherHref: english ? "../zh-cn/reference/index.html" : "../../reference/index.html",
    homeName: english ? "Guides and search" : "指南与搜索",
    unknown: english ? "There is no such operation in this reference: " : "本参考中没有该接口：",
    list: english ? "All operations" : "全部接口",
    places: operationsOf(language)
      .map(({ tags, operationId }) => `${tags[0]?.toLowerCase().replaceAll(" ", "-")}/${operationId}`)
      .join(" "),
  };
}

/** The description with the name of each operation at the head of its text: Redoc shows and finds it nowhere else. */
function withIds(language: Language): unknown {
  const description = structuredClone(descriptions[language]);
  const operations = Object.values(description.paths).flatMap((item) => Object.values(item));
  for (const operation of operations as Operation[]) {
    operation.description = `\`${operation.operationId}\`\n\n${operation.description}`;
  }
  return description;
}
