import { dirname, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { defineConfig } from "tsdown";

const root = dirname(fileURLToPath(import.meta.url));

/** Whether the package exports all that a module does. */
function isExported(module: string): boolean {
  return module === "src/index.ts" || /^src\/check-/.test(module) || module === "src/job-watch.ts";
}

/** The command uses the engine that is built beside it, and has none of its own. */
const sharedEngine = {
  name: "shared-engine",
  resolveId(source: string, importer: string | undefined) {
    if (importer === undefined || !source.startsWith(".")) return undefined;
    const module = relative(root, resolve(dirname(importer), source));
    const isEngine = module.startsWith("src") && !module.startsWith("src/command/");
    if (!isEngine && module !== ".build-validators/table.js") return undefined;
    return { id: isExported(module) ? "../index.js" : "../engine.js", external: true };
  },
};

/** Modules of data are worked out now. As JSON text they are read several times faster than as program text. */
const dataAsText = {
  name: "data-as-text",
  async load(id: string) {
    if (!id.endsWith(".data.ts")) return undefined;
    const data = Object.entries((await import(pathToFileURL(id).href)) as Record<string, unknown>);
    const exports = data.map(([name, value]) => {
      return `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
    });
    return { code: exports.join("\n"), moduleType: "js" as const };
  },
};

/** Node keeps a module that is all ASCII in half the memory, and reads it faster. */
const ascii = {
  name: "ascii",
  generateBundle(_options: unknown, bundle: Record<string, { code?: string }>) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.code !== undefined) chunk.code = chunk.code.replace(/[^\0-\x7f]/g, escaped);
    }
  },
};

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const common = { target: "es2022", logLevel: "error", minify: true } as const;

export default defineConfig([
  {
    ...common,
    entry: { index: "src/index.ts", matchers: "src/matchers.ts", engine: "src/command/engine.ts" },
    platform: "neutral",
    dts: { entry: ["src/index.ts", "src/matchers.ts"] },
    inputOptions: { preserveEntrySignatures: "allow-extension" },
    plugins: [ascii],
  },
  {
    ...common,
    entry: { cli: "src/command/cli.ts", worker: "src/command/check/worker.ts" },
    outDir: "dist/command",
    platform: "node",
    fixedExtension: false,
    dts: false,
    // The description's outputs become part of the package: it installs without @elb-classic/spec.
    deps: { alwaysBundle: [/^@elb-classic\/spec/] },
    plugins: [sharedEngine, dataAsText, ascii],
    // What every check loads is one module: each module more takes longer to find than to run.
    outputOptions: {
      codeSplitting: {
        groups: [
          { name: "base", test: /src\/command\/(?:io|usage|main|version)\.ts$|package\.json$/ },
          {
            name: "checks",
            test: /src\/command\/(?:(?:check|read|report)\/(?!worker|thread)|(?:overlay|baseline|progress)\.ts)|src\/command\/formats\/(?:format|pretty|places|words)\.ts$/,
          },
        ],
      },
    },
  },
]);
