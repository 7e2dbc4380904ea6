/** The packages as they are published, installed into projects of their own without a network. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { inRoot, root } from "./processes.ts";

const run = promisify(execFile);

export interface Manifest {
  name: string;
  version: string;
  dependencies?: Record<string, string>;
  bin?: Record<string, string>;
  exports: Record<string, string | { types: string; default: string }>;
}

export const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

/** Folder of each package that is published, by name. */
export const packages = new Map(
  ["spec", "packages/client", "packages/contract", "packages/emulator"].map((folder) => [
    readManifest(inRoot(folder)).name,
    inRoot(folder),
  ]),
);

/** A package below the folder of another one that has it installed. */
function installedFolder(from: string, name: string): string {
  for (const folder of createRequire(join(from, "package.json")).resolve.paths(name) ?? []) {
    try {
      return realpathSync(join(folder, name));
    } catch {
      // Not in this one.
    }
  }
  throw new Error(`${name} is not installed for ${from}.`);
}

/** Folders of a package and of everything that it needs at run time, by name. */
function needed(name: string, folder: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(name)) return found;
  found.set(name, folder);
  for (const each of Object.keys(readManifest(folder).dependencies ?? {}))
    needed(each, packages.get(each) ?? installedFolder(folder, each), found);
  return found;
}

/** Packs what `names` need at run time. @returns path of each tarball by name of the package */
export async function packAll(names: readonly string[], into: string): Promise<Map<string, string>> {
  const all = new Map(names.flatMap((name) => [...needed(name, packages.get(name) as string)]));
  const others = [...all].filter(([name]) => !packages.has(name));
  mkdirSync(into, { recursive: true });
  await packOurs(
    [...all.keys()].filter((name) => packages.has(name)),
    into,
  );
  for (const [name, folder] of others) await packInstalled(folder, join(into, fileOf(name, folder)));
  return new Map([...all].map(([name, folder]) => [name, join(into, fileOf(name, folder))]));
}

/** Name of a package's tarball, as npm and pnpm choose it. */
const fileOf = (name: string, folder: string): string =>
  `${name.replace("@", "").replace("/", "-")}-${readManifest(folder).version}.tgz`;

/** A package by others, as it is installed here: npm cannot pack each of them again. */
async function packInstalled(folder: string, file: string): Promise<void> {
  const copy = `${file}.files`;
  cpSync(folder, join(copy, "package"), { recursive: true, dereference: true });
  await run("tar", ["-czf", file, "-C", copy, "package"]);
  rmSync(copy, { recursive: true });
}

/** With the pinned pnpm, as a release does: it replaces the versions that are a matter of the workspace. */
async function packOurs(names: readonly string[], into: string): Promise<void> {
  const { packageManager } = JSON.parse(readFileSync(inRoot("package.json"), "utf8")) as {
    packageManager: string;
  };
  const filters = names.flatMap((name) => ["--filter", name]);
  const pack = ["--yes", "--prefer-offline", packageManager, ...filters, "pack", "--pack-destination", into];
  await run("npx", pack, { cwd: root, timeout: 120_000 });
}

/** Makes a project that has nothing but these tarballs: offline, with an empty cache and no registry that listens. */
export async function installTarballs(folder: string, tarballs: ReadonlyMap<string, string>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const dependencies = Object.fromEntries([...tarballs].map(([name, file]) => [name, `file:${file}`]));
  const manifest = { name: "consumer", private: true, type: "module", dependencies };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  const offline = ["--offline", "--cache", join(folder, "empty-cache"), "--registry", "http://127.0.0.1:9/"];
  const install = ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...offline];
  await run("npm", install, { cwd: folder, timeout: 120_000 });
}
