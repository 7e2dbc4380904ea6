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

/** The descriptions that this package holds, by the name of their root file. */
export const roots = ["elb", "iam"] as const;
export type Root = (typeof roots)[number];

/** One description in one document, in English and in Chinese. */
export interface Bundles {
  english: OpenApiDocument;
  chinese: OpenApiDocument;
}

/**
 * Bundles each source twice: as it is, and with the Chinese texts in place of the English ones.
 * @param work folder for intermediate files
 * @throws SourceError when a text has no translation or an outdated one, or a reference leads nowhere, or a bundle does
 *   not lint
 */
export async function bundle(work: string): Promise<Record<Root, Bundles>> {
  const translations = await readTranslations();
  const chineseSource = join(work, "zh-CN");
  await copyFolder(inPackage("openapi"), chineseSource);
  for (const file of await listFiles(chineseSource, ".yaml")) {
    await translateFile(join(chineseSource, file), translations.get(`openapi/${file}`) ?? {});
  }
  const [elb, iam] = await Promise.all(
    roots.map(async (root) => ({
      english: await bundleOne(inPackage("openapi", `${root}.yaml`), join(work, `${root}.json`)),
      chinese: await bundleOne(join(chineseSource, `${root}.yaml`), join(work, `${root}.zh-CN.json`)),
    })),
  );
  await lint(...roots.flatMap((root) => [join(work, `${root}.json`), join(work, `${root}.zh-CN.json`)]));
  return { elb, iam } as Record<Root, Bundles>;
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
