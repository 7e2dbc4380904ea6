import { checkRows, loadRows } from "./load.ts";
import { listsOf, type Row, type RowLists, rowsOf } from "./rows.ts";
import type { State } from "./state.ts";

/** What tells snapshots and data folders from other JSON. */
export const FORMAT = "elb-classic-emulator";
/** Counts changes of what is kept that an older emulator, or this one for older data, cannot read. */
export const VERSION = 1;

/**
 * The whole state of an emulator, secrets included: to be kept and restored, not to be shown or logged. JSON can hold
 * it. What is in the tables may change with the version.
 */
export interface Snapshot {
  readonly format: typeof FORMAT;
  readonly version: number;
  /** By kind, in the order in which things came into being: the ids that tell each from others, then the thing. */
  readonly tables: RowLists;
}

/** Something that is no snapshot, or none of this version. The message is one sentence that shows no secret. */
export class SnapshotError extends Error {
  constructor(fault: string) {
    super(`snapshot: ${fault}`);
    this.name = "SnapshotError";
  }
}

/** Copies a state whose jobs have been settled. */
export function takeSnapshot(state: State): Snapshot {
  const tables = listsOf(rowsOf(state.tables()));
  return { format: FORMAT, version: VERSION, tables: JSON.parse(JSON.stringify(tables)) };
}

/**
 * Puts a snapshot in the place of a state: all of it, or nothing where it is wrong.
 * @throws SnapshotError
 */
export function restoreSnapshot(snapshot: unknown, state: State): void {
  const rows = readRows(snapshot);
  const fault = checkRows(rows);
  if (fault !== undefined) throw new SnapshotError(`${placeOf(fault.row, rows)}${fault.text}`);
  loadRows(rows, state);
}

function readRows(snapshot: unknown): readonly Row[] {
  const { format, version, tables } = Object(copyOf(snapshot)) as Readonly<Record<string, unknown>>;
  if (format !== FORMAT)
    throw new SnapshotError(`it is none of this emulator: its format is not "${FORMAT}".`);
  if (version !== VERSION)
    throw new SnapshotError(
      `it is of another version than ${VERSION}, the only one that this emulator reads.`,
    );
  if (typeof tables !== "object" || tables === null || Array.isArray(tables))
    throw new SnapshotError("tables has to be an object.");
  return Object.entries(tables).flatMap(([kind, entries]) => rowsOfTable(kind, entries));
}

function rowsOfTable(kind: string, entries: unknown): readonly Row[] {
  if (!Array.isArray(entries)) throw new SnapshotError(`tables.${kind} has to be an array.`);
  return entries.map((entry, index) => {
    const key = Array.isArray(entry) ? entry.slice(0, -1) : [];
    if (!Array.isArray(entry) || key.some((part) => typeof part !== "string"))
      throw new SnapshotError(
        `tables.${kind}[${index}] has to be an array of ids, and of one thing at its end.`,
      );
    return { kind, key, value: entry.at(-1) };
  });
}

/** What is restored shares nothing with what was given. */
function copyOf(snapshot: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(snapshot) ?? "null");
  } catch {
    throw new SnapshotError("it is nothing that JSON can hold.");
  }
}

/** Places are counted, not named: some ids are secrets. */
function placeOf(row: Row | undefined, rows: readonly Row[]): string {
  if (row === undefined) return "";
  const index = rows.filter(({ kind }) => kind === row.kind).indexOf(row);
  return `tables.${row.kind}[${index}]`;
}
