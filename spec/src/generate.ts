import { join } from "node:path";
import { stringify } from "yaml";
import { type Bundles, bundle, lint, type Root, roots } from "./bundle.ts";
import { downConvert } from "./down-convert.ts";
import { generateErrorCodes, generateErrorFacts } from "./error-codes.ts";
import { readFidelityInput } from "./fidelity/input.ts";
import { provenanceFile } from "./fidelity/provenance.ts";
import { inPackage, listFiles, writeText } from "./files.ts";
import { generateOperations, generateProtocol, operationRows } from "./operations.ts";
import { overlayBetween } from "./overlay.ts";
import { generateTypes, generateWireTypes, withOptionalSecrets } from "./types.ts";

/**
 * Lints the source, bundles it and writes everything that is generated: `generated/` (committed) and the data of
 * `dist/`, both as folders below `work`.
 * @throws SourceError when the source is at fault; nothing outside `work` was written then
 */
export async function generate(work: string, say: (step: string) => void = () => {}): Promise<void> {
  say("lint the descriptions and workflows");
  const workflows = await listFiles(inPackage("workflows"), ".arazzo.yaml");
  await lint(...roots.map((root) => `openapi/${root}.yaml`), ...workflows.map((file) => `workflows/${file}`));
  say("bundle them in English and Chinese");
  const bundles = await bundle(work);
  const { elb, iam } = bundles;
  say("generate types, operation table and error codes");
  const input = await readFidelityInput(bundles);
  const { catalogue } = input;
  await writeAll(join(work, "generated"), {
    "wire-types.ts": await generateWireTypes(elb.english),
    "types.ts": await generateTypes(withOptionalSecrets(elb.english)),
    "iam-types.ts": await generateTypes(iam.english),
    "operations.ts": generateOperations(elb.english),
    "protocol.ts": generateProtocol(elb.english),
    "error-codes.ts": generateErrorCodes(catalogue),
    "error-facts.ts": generateErrorFacts(catalogue),
  });
  await writeAll(join(work, "dist"), {
    ...documentFiles("elb", elb),
    ...documentFiles("iam", iam),
    "operations.json": toJson(operationRows(elb.english)),
    "error-codes.json": toJson(catalogue),
    "provenance.json": toJson(await provenanceFile(input)),
  });
}

function documentFiles(root: Root, { english, chinese }: Bundles): Record<string, string> {
  const older = downConvert(english);
  return {
    [`${root}.openapi.json`]: toJson(english),
    [`${root}.openapi.yaml`]: toYaml(english),
    [`${root}.zh-CN.openapi.json`]: toJson(chinese),
    [`${root}.zh-CN.openapi.yaml`]: toYaml(chinese),
    [`${root}.zh-CN.overlay.yaml`]: toYaml(overlayBetween(root, english, chinese)),
    [`${root}.openapi-3.0.json`]: toJson(older),
    [`${root}.openapi-3.0.yaml`]: toYaml(older),
  };
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const toYaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

async function writeAll(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeText(join(folder, name), text);
}
