import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of this package; everything below is named relative to it. */
export const packageFolder = fileURLToPath(new URL("..", import.meta.url));

/** Absolute path of something in this package. */
export const inPackage = (...parts: string[]): string => join(packageFolder, ...parts);

/** Every file below `folder` with the given ending, as sorted paths relative to `folder` with `/` between parts. */
export async function listFiles(folder: string, ending: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

/** Writes text, with the folders above it. */
export async function writeText(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** Reads a JSON file. */
export async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, "utf8")) as T;
}

/** Runs `work` in a fresh folder inside the package (so that renames stay on one disk) and removes it afterwards. */
export async function withWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(inPackage(".build-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Puts a finished folder in the place of `target`, so that no reader ever finds it half written. */
export async function replaceFolder(finished: string, target: string): Promise<void> {
  const old = join(dirname(finished), `old-${basename(target)}`);
  if (existsSync(target)) await rename(target, old);
  await rename(finished, target);
  await rm(old, { recursive: true, force: true });
}

/** Copies a folder. */
export const copyFolder = (from: string, to: string): Promise<void> => cp(from, to, { recursive: true });
