import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Document, isMap, isScalar, visit } from "yaml";
import { listFiles, writeText } from "../files.ts";
import { parseYaml, SourceError } from "../yaml.ts";
import type { Ledger, OperationFacts } from "./ledger.ts";

const heading = "# Read from the vendor's pages by `facts --write`. Do not edit.\n\n";

/** File of an operation: `POST /v1.0/{project_id}/jobs` → `operations/post-v1.0-project_id-jobs.yaml`. */
const fileOf = (operation: string): string => {
  const [method = "", path = ""] = operation.split(" ");
  const words = path.split("/").filter((word) => word !== "");
  return `operations/${[method.toLowerCase(), ...(words.length > 0 ? words : ["root"])].join("-").replace(/[{}]/g, "")}.yaml`;
};

/** Reads the committed ledger; undefined where there is none. */
export async function readLedger(folder: string): Promise<Ledger | undefined> {
  if (!existsSync(join(folder, "error-codes.yaml"))) return undefined;
  const read = async <T>(file: string): Promise<T> =>
    parseYaml<T>(await readFile(join(folder, file), "utf8"), `ledger/${file}`);
  const operations = await Promise.all(
    (await listFiles(join(folder, "operations"), ".yaml")).map((file) =>
      read<OperationFacts>(`operations/${file}`),
    ),
  );
  return {
    operations: Object.fromEntries(operations.map((facts) => [facts.operation, facts])),
    codes: await read("error-codes.yaml"),
    pages: await read("general-pages.yaml"),
  };
}

/** Writes the ledger in place of the one that is there. */
export async function writeLedger(folder: string, ledger: Ledger): Promise<void> {
  const files = new Map<string, unknown>([
    ["error-codes.yaml", ledger.codes],
    ["general-pages.yaml", ledger.pages],
  ]);
  for (const [operation, facts] of Object.entries(ledger.operations)) {
    const file = fileOf(operation);
    if (files.has(file))
      throw new SourceError(`Two operations would be written to ledger/${file}; one is ${operation}.`);
    files.set(file, facts);
  }
  for (const file of await listFiles(folder, ".yaml")) if (!files.has(file)) await rm(join(folder, file));
  for (const [file, content] of files) await writeText(join(folder, file), heading + toYaml(content));
}

/** YAML with lists and small records of plain values on one line. */
function toYaml(content: unknown): string {
  const document = new Document(content, { aliasDuplicateObjects: false });
  visit(document, {
    Seq(_, node) {
      if (node.items.every(isScalar)) node.flow = true;
    },
    Pair(_, { key, value }) {
      const flat = isScalar(key) && /^(?:length|range|when)$/.test(String(key.value));
      if (flat && isMap(value)) value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
