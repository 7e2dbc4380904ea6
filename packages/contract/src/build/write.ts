import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Replaces a folder by one with these files, so that nobody ever sees half of them. */
export function replaceFolder(folder: string, files: Readonly<Record<string, string>>): void {
  const fresh = `${folder}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(fresh, name), text);
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
}
