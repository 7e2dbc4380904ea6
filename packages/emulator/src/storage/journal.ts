import type { Clock } from "../state/clock.ts";
import type { Table } from "../state/table.ts";
import type { Change, Storage } from "./storage.ts";

interface Changed {
  readonly table: Table<unknown>;
  readonly key: string;
  /** Whether it is gone, and whether it was since the last write. */
  readonly gone: boolean;
  readonly wasGone: boolean;
}

/**
 * Writes down what changes in a state, and nothing else. Requests that come while something is being written share the
 * next write: as none of them waits between its changes, a write has all of a request or nothing.
 */
export class Journal {
  readonly #storage: Storage;
  readonly #clock: Clock;
  #changed = new Map<string, Changed>();
  #writing: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(storage: Storage, clock: Clock) {
    this.#storage = storage;
    this.#clock = clock;
  }

  /** Notes everything that tables hold. */
  noteAll(tables: Iterable<Table<unknown>>): void {
    for (const table of tables) for (const key of table.keys()) this.note(table, key);
  }

  note(table: Table<unknown>, key: string): void {
    const id = JSON.stringify([table.kind, ...table.owner, key]);
    const before = this.#changed.get(id);
    const gone = !table.has(key);
    // What comes again comes after all that is there.
    if (before?.gone === true) this.#changed.delete(id);
    this.#changed.set(id, { table, key, gone, wasGone: gone || before?.wasGone === true });
  }

  /**
   * Resolves once everything is written that has changed so far, also what others have changed: an answer may tell of it.
   * @throws what the storage throws; then it is tried again with the next commit
   */
  commit(): Promise<void> {
    if (this.#changed.size === 0) return this.#writing ?? Promise.resolve();
    this.#next ??= this.#writeNext();
    return this.#next;
  }

  async #writeNext(): Promise<void> {
    // How that ended is told to those who wait for it.
    await this.#writing?.catch(() => undefined);
    this.#next = undefined;
    this.#writing = this.#write();
    try {
      await this.#writing;
    } finally {
      this.#writing = undefined;
    }
  }

  async #write(): Promise<void> {
    const changed = this.#changed;
    this.#changed = new Map();
    try {
      await this.#storage.write([...changed].map(changeOf), this.#clock.now());
    } catch (error) {
      this.#changed = new Map([...changed, ...this.#changed]);
      throw error;
    }
  }
}

function changeOf([id, { table, key, gone, wasGone }]: readonly [string, Changed]): Change {
  return { id, json: gone ? undefined : JSON.stringify(table.get(key)), isNew: wasGone };
}
