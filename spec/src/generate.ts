import { join } from "node:path";
import { stringify } from "yaml";
import { type Bundles, bundle, lint } from "./bundle.ts";
import { generateErrorCodes, generateErrorFacts, readErrorCodes } from "./error-codes.ts";
import { writeText } from "./files.ts";
import { generateOperations, operationRows } from "./operations.ts";
import { overlayBetween } from "./overlay.ts";
import { generateTypes, generateWireTypes } from "./types.ts";

/**
 * Lints the source, bundles it and writes everything that is generated: `generated/` (committed) and the data of
 * `dist/`, both as folders below `work`.
 * @throws SourceError when the source is at fault; nothing outside `work` was written then
 */
export async function generate(work: string, say: (step: string) => void = () => {}): Promise<void> {
  say("lint the description");
  await lint("openapi/elb.yaml");
  say("bundle it in English and Chinese");
  const bundles = await bundle(work);
  say("generate types, operation table and error codes");
  await lint(join(work, "en.json"), join(work, "zh.json"));
  const catalogue = await readErrorCodes();
  const generated = {
    "wire-types.ts": await generateWireTypes(bundles.english),
    "types.ts": await generateTypes(bundles.english),
    "operations.ts": generateOperations(bundles.english),
    "error-codes.ts": generateErrorCodes(catalogue),
    "error-facts.ts": generateErrorFacts(catalogue),
  };
  await writeAll(join(work, "generated"), generated);
  await writeAll(join(work, "dist"), dataFiles(bundles, catalogue));
}

function dataFiles({ english, chinese }: Bundles, catalogue: unknown): Record<string, string> {
  return {
    "elb.openapi.json": toJson(english),
    "elb.openapi.yaml": toYaml(english),
    "elb.zh-CN.openapi.json": toJson(chinese),
    "elb.zh-CN.openapi.yaml": toYaml(chinese),
    "elb.zh-CN.overlay.yaml": toYaml(overlayBetween(english, chinese, english.info.version)),
    "operations.json": toJson(operationRows(english)),
    "error-codes.json": toJson(catalogue),
  };
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const toYaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

async function writeAll(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeText(join(folder, name), text);
}
