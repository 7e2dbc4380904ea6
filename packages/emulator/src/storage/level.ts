import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry, Operation } from "./book.ts";
import { StorageError } from "./storage.ts";

/** An embedded store that is open. */
export interface Level {
  entries(): Promise<readonly Entry[]>;
  /** Writes all or nothing, and through to the disk. */
  write(operations: readonly Operation[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the store in a folder, and makes one where there is none.
 * @throws Error for one that cannot be read
 */
export async function openLevel(folder: string): Promise<Level> {
  const { ClassicLevel } = await load();
  const database = new ClassicLevel<string, string>(folder);
  await database.open();
  if (hasDropped(folder)) {
    await database.close();
    throw new Error("a place in its log is spoilt");
  }
  return {
    entries: () => database.iterator().all(),
    write: (operations) => database.batch([...operations], { sync: true }),
    close: () => database.close(),
  };
}

/**
 * LevelDB skips what is spoilt in the log of its last writes, and all that follows, and only tells its diary. The end of
 * a log that is cut short is another matter: that write was never finished.
 */
function hasDropped(folder: string): boolean {
  return /dropping \d+ bytes/.test(readFileSync(join(folder, "LOG"), "utf8"));
}

/** It has native code and is larger than the emulator, so that only who needs it installs and loads it. */
async function load() {
  try {
    return await import("classic-level");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StorageError(
      code === "ERR_MODULE_NOT_FOUND"
        ? "--data needs the package classic-level: install it beside @elb-classic/emulator."
        : "--data needs the package classic-level, which has no build for this machine.",
    );
  }
}
