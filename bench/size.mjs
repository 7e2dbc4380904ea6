import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { withPeers } from "./support/peers.mjs";
import { inRoot } from "./support/servers.mjs";

export const question = "How large is the client in a bundle, minified and gzipped?";
export const target = "at most 6,144 bytes for the core, without what it loads only when needed";
export const head = ["entry", "bytes", "with what a signed call loads", "with all that it can load"];

/** Everything that an entry exports, by esbuild; dependencies included, Node's own modules and undici left out. */
export async function run() {
  if (!existsSync(inRoot("bench/node_modules/esbuild"))) {
    throw new Error("esbuild is missing: npm ci --prefix bench --ignore-scripts");
  }
  const { exports } = JSON.parse(readFileSync(inRoot("packages/client/package.json"), "utf8"));
  const entries = Object.entries(exports).filter(([, { default: file }]) => file !== undefined);
  const rows = [];
  for (const [name, { default: file }] of entries) {
    const { static: own, all } = await sizesOf(file);
    const called = name === "." ? await sizeOfCall(file) : "";
    rows.push([name.replace(/^\./, "@elb-classic/client"), own, called, all]);
  }
  return rows;
}

async function bundle(file, options) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: { entry: inRoot("packages/client", file) },
    outdir: "out",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    external: ["node:*", "undici"],
    ...options,
  });
  return outputFiles ?? [];
}

/** Bytes of files, each compressed on its own as it is sent. */
const sizeOf = (contents) => contents.reduce((sum, each) => sum + gzipSync(each, { level: 9 }).length, 0);

async function sizesOf(file) {
  const [own, all] = await Promise.all([bundle(file, { plugins: [withoutLazy] }), bundle(file)]);
  return {
    static: sizeOf(own.map(({ contents }) => contents)),
    all: sizeOf(all.map(({ contents }) => contents)),
  };
}

/** Leaves out what is imported by a call of `import()`. */
const withoutLazy = {
  name: "without-lazy",
  setup(build) {
    build.onResolve({ filter: /^/ }, ({ kind }) =>
      kind === "dynamic-import" ? { external: true } : undefined,
    );
  },
};

/** Runs the bundle of the core for a call, and counts the files that it has loaded by then. */
async function sizeOfCall(file) {
  const folder = mkdtempSync(join(tmpdir(), "elb-bench-"));
  try {
    await bundle(file, { outdir: folder, write: true });
    return await withPeers(["bundled-client"], async (call) => {
      const files = await call("filesOfCall", join(folder, "entry.mjs"));
      return sizeOf(files.map((each) => readFileSync(each)));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
