import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import type { OpenApiDocument } from "./document.ts";
import { copyFolder, inPackage, listFiles, readJson, writeText } from "./files.ts";
import { redocly } from "./redocly.ts";
import { readTranslations, type Translation, translate } from "./translations.ts";
import { parseYaml } from "./yaml.ts";

/**
 * Checks descriptions against the lint rules.
 * @throws SourceError with every fault that was found
 */
export async function lint(...files: string[]): Promise<void> {
  await redocly("lint", ...files, "--format=stylish");
}

/** The description in one document, in English and in Chinese. */
export interface Bundles {
  english: OpenApiDocument;
  chinese: OpenApiDocument;
}

/**
 * Bundles the source twice: as it is, and with the Chinese texts in place of the English ones.
 * @param work folder for intermediate files
 * @throws SourceError when a text has no translation or an outdated one, or a reference leads nowhere
 */
export async function bundle(work: string): Promise<Bundles> {
  const translations = await readTranslations();
  const chineseSource = join(work, "zh-CN");
  await copyFolder(inPackage("openapi"), chineseSource);
  for (const file of await listFiles(chineseSource, ".yaml")) {
    await translateFile(join(chineseSource, file), translations.get(`openapi/${file}`) ?? {});
  }
  const [english, chinese] = await Promise.all([
    bundleOne(inPackage("openapi", "elb.yaml"), join(work, "en.json")),
    bundleOne(join(chineseSource, "elb.yaml"), join(work, "zh.json")),
  ]);
  return { english, chinese };
}

async function bundleOne(source: string, target: string): Promise<OpenApiDocument> {
  await redocly("bundle", source, "--output", target);
  return readJson<OpenApiDocument>(target);
}

async function translateFile(path: string, twin: Record<string, Translation>): Promise<void> {
  const document = parseYaml(await readFile(path, "utf8"), path);
  translate(document, twin);
  await writeText(path, stringify(document, { lineWidth: 0 }));
}
