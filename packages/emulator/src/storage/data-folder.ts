import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { checkRows } from "../state/load.ts";
import type { Row } from "../state/rows.ts";
import { FORMAT, VERSION } from "../state/snapshot.ts";
import { Book } from "./book.ts";
import { type Level, openLevel } from "./level.ts";
import { isHeldByAnother, release, take } from "./owner.ts";
import { type Storage, StorageError } from "./storage.ts";

// What a data folder holds, besides the file of its owner.
const LABEL = "elb-emulator.json";
const STATE = "state";
const CHECK = "check-";

/**
 * Opens a folder that keeps a state, or makes it one. Nothing in it is changed where it is refused.
 * @throws StorageError
 */
export async function openDataFolder(folder: string): Promise<Storage> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    checkLabel(folder);
    await checkCopy(folder);
    return await openState(folder);
  } catch (error) {
    if (error instanceof StorageError) throw error;
    throw new StorageError(`--data ${folder} cannot be used: ${(error as Error).message}.`);
  }
}

/** Refuses what is no data folder, or one of another version. */
function checkLabel(folder: string): void {
  const label = join(folder, LABEL);
  if (existsSync(label)) {
    const { format, version } = Object(readJson(label));
    if (format !== FORMAT) throw unreadable(folder, `its ${LABEL} is not that of this emulator`);
    if (version !== VERSION)
      throw new StorageError(
        `--data ${folder} was written by an emulator of another version: this one reads version ${VERSION} of it only; choose another folder.`,
      );
    if (!existsSync(join(folder, STATE))) throw unreadable(folder, `its folder ${STATE} is missing`);
  } else if (readdirSync(folder).some((name) => name !== STATE && !name.startsWith(CHECK)))
    throw new StorageError(`--data ${folder} holds other files: choose an empty folder, or a new one.`);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Looks whether the state can be read, at a copy: opening a store changes its files, and one that is damaged is to be
 * left as it is.
 */
async function checkCopy(folder: string): Promise<void> {
  const state = join(folder, STATE);
  if (!existsSync(state)) return;
  const copy = mkdtempSync(join(folder, CHECK));
  try {
    copyFiles(state, copy);
    const level = await openLevel(copy);
    await readState(level, folder).finally(() => level.close());
  } catch (error) {
    // A copy of what somebody is writing to may be anything.
    throw isHeldByAnother(folder) ? inUse(folder) : explain(error, folder);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function copyFiles(from: string, to: string): void {
  for (const name of readdirSync(from)) if (name !== "LOCK") copyFileSync(join(from, name), join(to, name));
}

async function openState(folder: string): Promise<Storage> {
  const level = await openLevel(join(folder, STATE)).catch((error) => {
    throw explain(error, folder);
  });
  const { rows, book } = await prepare(folder, level).catch(async (error) => {
    await level.close();
    throw explain(error, folder);
  });
  return {
    rows,
    time: book.time,
    write: (changes, now) => level.write(book.operationsOf(changes, now)),
    async close() {
      await level.close();
      release(folder);
    },
  };
}

/** Reads a state that is this process's own now. A summary comes first, and then the label, which vouches for it. */
async function prepare(folder: string, level: Level): ReturnType<typeof readState> {
  const state = await readState(level, folder);
  take(folder);
  removeCopies(folder);
  await level.write(state.book.operationsOf([], state.book.time));
  writeFileSync(join(folder, LABEL), `${JSON.stringify({ format: FORMAT, version: VERSION })}\n`);
  return state;
}

/** Copies that a process left behind which was killed. */
function removeCopies(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith(CHECK)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Reads everything, and makes sure that it is a state; without rows where none was ever written. */
async function readState(
  level: Level,
  folder: string,
): Promise<{ readonly rows: readonly Row[] | undefined; readonly book: Book }> {
  const book = new Book();
  const rows = book.open(await level.entries());
  if (rows === undefined && existsSync(join(folder, LABEL))) throw unreadable(folder, "all of it is missing");
  // A state is never empty: there is the account at least.
  if (rows === undefined || rows.length === 0) return { rows: undefined, book };
  const fault = checkRows(rows);
  if (fault !== undefined) throw unreadable(folder, `${fault.row?.kind ?? ""}${fault.text}`);
  return { rows, book };
}

function explain(error: unknown, folder: string): Error {
  const { code, cause, message } = error as NodeJS.ErrnoException & { cause?: NodeJS.ErrnoException };
  if (error instanceof StorageError) return error;
  if (code === "LEVEL_LOCKED" || cause?.code === "LEVEL_LOCKED") return inUse(folder);
  return unreadable(folder, cause?.message ?? message);
}

function inUse(folder: string): StorageError {
  return new StorageError(
    `--data ${folder} is in use by another elb-emulator: stop that one, or choose another folder.`,
  );
}

function unreadable(folder: string, reason: string): StorageError {
  return new StorageError(
    `--data ${folder} cannot be read (${reason.replace(/\.$/, "")}): restore it from a copy, or choose another folder.`,
  );
}
