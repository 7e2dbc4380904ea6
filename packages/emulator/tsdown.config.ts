import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { defineConfig } from "tsdown";

/** Data goes into the package as JSON text: at every start, that is read several times faster than as program text. */
const dataAsText = {
  name: "data-as-text",
  async load(id: string) {
    if (id.endsWith(".openapi.json"))
      return { code: `export default ${parsed(readFileSync(id, "utf8"))}`, moduleType: "js" as const };
    if (!id.endsWith("/error-codes.js")) return undefined;
    const { errorCodes } = (await import(pathToFileURL(id).href)) as { errorCodes: Record<string, Row> };
    const rows = Object.entries(errorCodes).map(([row, { code, status, messages }]) => [
      row,
      { code, status, messages },
    ]);
    return `export const errorCodes = ${parsed(JSON.stringify(Object.fromEntries(rows)))}`;
  },
};

/** What the emulator needs of a row of the catalogue. */
interface Row {
  readonly code: string;
  readonly status: number;
  readonly messages: readonly string[];
}

const parsed = (json: string): string => `JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(json)))});`;

export default defineConfig({
  entry: ["src/index.ts", "src/cli.ts"],
  platform: "node",
  target: "es2022",
  fixedExtension: false,
  logLevel: "error",
  dts: { entry: ["src/index.ts"] },
  // The description's outputs become part of the package: it installs without @elb-classic/spec.
  deps: { alwaysBundle: [/^@elb-classic\/spec/] },
  plugins: [dataAsText],
});
