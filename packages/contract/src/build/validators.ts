// Compiles the description into the modules that the engine imports. Run before the bundler.
import { fileURLToPath } from "node:url";
import { readDescription, readSpec } from "./description.ts";
import { generate } from "./generate.ts";
import { tableModule } from "./table-module.ts";
import { replaceFolder } from "./write.ts";

const folder = fileURLToPath(new URL("../../.build-validators", import.meta.url));
const header = "// Made by src/build/validators.ts from the description. Do not edit.\n";

try {
  const { table, validators } = generate({
    description: readDescription(),
    chinese: readSpec("elb.zh-CN.openapi.json"),
    provenance: readSpec("provenance.json"),
    catalogue: readSpec("error-codes.json"),
  });
  const ids = table.operations.map(({ id }) => `  | ${JSON.stringify(id)}`).join("\n");
  replaceFolder(folder, {
    "validators.js": header + validators,
    "validators.d.ts": `${header}import type { Validate } from "../src/table.ts";
export declare const validators: readonly Validate[];
`,
    "table.js": header + tableModule(table),
    "table.d.ts": `${header}import type { Operation, Table } from "../src/table.ts";
/** Names of the operations that the description has. */
export type OperationId =
${ids};
export declare const table: Table & { readonly operations: readonly Operation<OperationId>[] };
`,
  });
} catch (error) {
  console.error(`contract: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
