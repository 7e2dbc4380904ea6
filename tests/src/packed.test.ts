/** The packages as they are published: they install without a network, and every entry loads and has types. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installTarballs, packAll, packages, readManifest } from "./support/packed.ts";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "packed-"));
afterAll(() => rmSync(folder, { recursive: true }));
const consumer = join(folder, "consumer");
const installed = (name: string): string => join(consumer, "node_modules", name);
const names = [...packages.keys()];

/** The entries of an installed package as they are imported, with the file that each stands for. */
const entriesOf = (name: string): { entry: string; file: string; typed: boolean }[] =>
  Object.entries(readManifest(installed(name)).exports)
    .filter(([entry]) => !entry.includes("*"))
    .map(([entry, target]) => ({
      entry: join(name, entry),
      file: join(installed(name), typeof target === "string" ? target : target.default),
      typed: typeof target !== "string",
    }));

/** Every file below a folder, with its path from there. */
const filesIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(path.length + 1));

beforeAll(async () => {
  await installTarballs(consumer, await packAll(names, join(folder, "tarballs")));
}, 180_000);

describe.each(names)("%s", (name) => {
  test("holds what it says, its README and the licence, and no tests", () => {
    const files = filesIn(installed(name));
    expect(files).toEqual(expect.arrayContaining(["package.json", "README.md", "LICENSE"]));
    expect(files.filter((file) => /\.test\.|(^|\/)(src|testing|node_modules)\//.test(file))).toEqual([]);
    expect(entriesOf(name).filter(({ file }) => !existsSync(file))).toEqual([]);
    expect(readFileSync(join(installed(name), "package.json"), "utf8")).not.toMatch(/"(workspace|catalog):/);
  });

  test("loads by each of its entries", async () => {
    const imports = entriesOf(name)
      .filter(({ file }) => !file.endsWith(".yaml"))
      .map(({ entry, file }) => {
        const how = file.endsWith(".json") ? ', { with: { type: "json" } }' : "";
        return `await import(${JSON.stringify(entry)}${how});`;
      });
    await expect(runHere(imports.join("\n"))).resolves.toMatchObject({ stderr: "" });
  });

  test("has commands that start", async () => {
    for (const command of Object.keys(readManifest(installed(name)).bin ?? {})) {
      const path = join(consumer, "node_modules", ".bin", command);
      expect((await run(process.execPath, [path, "--help"])).stdout).toContain(`Usage: ${command}`);
    }
  });
});

/** Runs a module in the project that has the packages. */
const runHere = (source: string) =>
  run(process.execPath, ["--input-type=module", "--eval", source], { cwd: consumer });

describe("types", () => {
  const require = createRequire(import.meta.url);
  const tsc = join(require.resolve("typescript/package.json"), "..", "bin", "tsc");

  beforeAll(() => {
    const imports = names.flatMap((name) => entriesOf(name).filter(({ typed }) => typed));
    const lines = imports.map(({ entry }, at) => `export * as entry${at} from ${JSON.stringify(entry)};`);
    writeFileSync(join(consumer, "entries.ts"), lines.join("\n"));
    writeFileSync(join(consumer, "use.ts"), use);
  });

  test.each([
    { module: "nodenext", moduleResolution: "nodenext" },
    { module: "esnext", moduleResolution: "bundler" },
  ])("of every entry are found and right: $moduleResolution", async (resolution) => {
    const options = {
      ...resolution,
      target: "es2022",
      lib: ["es2023", "dom", "dom.iterable"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
    };
    const config = join(consumer, `tsconfig.${resolution.moduleResolution}.json`);
    writeFileSync(config, JSON.stringify({ compilerOptions: options, files: ["entries.ts", "use.ts"] }));
    const { stdout } = await run(process.execPath, [tsc, "--project", config]).catch((error) => error);
    expect(stdout).toBe("");
  });
});

/** What a user would write: it goes wrong where types came out as `any`. */
const use = `
import { createElbClient, ElbApiError } from "@elb-classic/client";
import { errorCatalogue } from "@elb-classic/client/catalogue";
import { undiciFetch } from "@elb-classic/client/node";

export async function statusOf(listener_id: string): Promise<string | undefined> {
  const client = createElbClient({
    region: "cn-north-1",
    projectId: "p",
    credentials: { ak: "a", sk: "s" },
    fetch: undiciFetch({ proxy: true }),
  });
  // @ts-expect-error a misspelt argument
  client.getListener({ listner_id: listener_id }).catch(() => undefined);
  const job = await client.addMembers({ listener_id, body: [{ server_id: "s", address: "a" }] });
  const { status } = await job.wait();
  // @ts-expect-error no number
  const wrong: number = status;
  return errorCatalogue("zh-CN")("ELB.6101")?.meaning ?? String(wrong);
}

export const isGone = (error: unknown): boolean => error instanceof ElbApiError && error.isNotFound;
`;

describe("the client alone", () => {
  const alone = join(folder, "alone");

  beforeAll(async () => {
    await installTarballs(alone, await packAll(["@elb-classic/client"], join(folder, "client")));
  }, 60_000);

  test("needs openapi-fetch, and nothing else", () => {
    const found = readdirSync(join(alone, "node_modules")).filter((name) => !name.startsWith("."));
    expect(found.sort()).toEqual(["@elb-classic", "openapi-fetch", "openapi-typescript-helpers"]);
    expect(readdirSync(join(alone, "node_modules", "@elb-classic"))).toEqual(["client"]);
  });

  test("says that undici is missing where it is", async () => {
    const source = `
      import { ElbConfigurationError } from "@elb-classic/client";
      import { undiciFetch } from "@elb-classic/client/node";
      const error = await undiciFetch()("http://127.0.0.1:9", {}).catch((error) => error);
      console.log(error instanceof ElbConfigurationError, error.message);`;
    const args = ["--input-type=module", "--eval", source];
    const { stdout } = await run(process.execPath, args, { cwd: alone });
    expect(stdout).toMatch(/^true .*undici, which is not installed/);
  });
});
