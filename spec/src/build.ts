/** Builds this package: `generated/` and `dist/`, each replaced as a whole once everything for it is ready. */
import { join } from "node:path";
import { build } from "tsdown";
import { inPackage, listFiles, replaceFolder, withWorkFolder } from "./files.ts";
import { generate } from "./generate.ts";
import { explain } from "./report.ts";

await withWorkFolder(async (work) => {
  const say = (step: string) => console.error(`spec: ${step}`);
  await generate(work, say);
  await replaceFolder(join(work, "generated"), inPackage("generated"));
  say("compile the modules");
  await build({
    cwd: inPackage(),
    config: false,
    entry: (await listFiles(inPackage("generated"), ".ts")).map((file) => `generated/${file}`),
    outDir: join(work, "dist"),
    format: "esm",
    platform: "neutral",
    dts: true,
    clean: false,
    outExtensions: () => ({ js: ".js", dts: ".d.ts" }),
    logLevel: "warn",
  });
  await replaceFolder(join(work, "dist"), inPackage("dist"));
}).catch(explain);
