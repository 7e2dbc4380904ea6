/** Writes the reference of the packages' TypeScript API as Markdown, from their declarations, with TypeDoc. */
import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { entries, typescriptFolder } from "../generated-pages/typescript.ts";

/** @throws where a package has not been built. */
export async function writeTypescript(docs: string, work: string): Promise<void> {
  const files = entries.map(({ file }) => join(docs, "..", file));
  const tsconfig = join(work, "tsconfig.json");
  const compilerOptions = {
    target: "ES2023",
    module: "NodeNext",
    lib: ["ES2023", "DOM"],
    types: [],
    skipLibCheck: true,
  };
  await writeFile(tsconfig, JSON.stringify({ compilerOptions, files }));
  const options = join(work, "typedoc.json");
  await writeFile(
    options,
    JSON.stringify({
      plugin: [join(docs, "node_modules", "typedoc-plugin-markdown", "dist", "index.js")],
      tsconfig,
      entryPoints: files,
      basePath: join(docs, ".."),
      out: typescriptFolder,
      readme: "none",
      outputFileStrategy: "modules",
      hidePageHeader: true,
      hideBreadcrumbs: true,
      useHTMLAnchors: true,
      hidePageTitle: true,
      disableSources: true,
      // Tables: a heading for each property would make pages several times as long.
      parametersFormat: "table",
      interfacePropertiesFormat: "table",
      classPropertiesFormat: "table",
      typeAliasPropertiesFormat: "table",
      typeDeclarationFormat: "table",
      propertyMembersFormat: "table",
      enumMembersFormat: "table",
      excludeExternals: true,
      logLevel: "Error",
    }),
  );
  await rm(typescriptFolder, { recursive: true, force: true });
  const typedoc = join(docs, "node_modules", "typedoc", "bin", "typedoc");
  await promisify(execFile)(process.execPath, [typedoc, "--options", options], { cwd: docs });
}
