import type { Row } from "../state/rows.ts";
import { FORMAT, VERSION } from "../state/snapshot.ts";
import type { Change } from "./storage.ts";

/** One entry of an embedded store: of a batch where there is no value, it is taken out. */
export type Entry = readonly [key: string, value: string];

/** An operation of a batch, in the form that classic-level takes. */
export type Operation =
  | { readonly type: "put"; readonly key: string; readonly value: string }
  | { readonly type: "del"; readonly key: string };

interface Known {
  readonly place: number;
  readonly hash: number;
}

/** The entry about all others. No id of a row is like it: those are JSON. */
const SUMMARY = "summary";

/** What the summary says, so that an entry that a damaged store has lost is missed. */
interface Summary {
  readonly format: typeof FORMAT;
  readonly version: number;
  readonly entries: number;
  /** The sum of their hashes. */
  readonly sum: number;
  /** The emulator's time of the last write. */
  readonly time: number;
}

/** Keeps the account of what is in a store: which entries, in which order they came into being, and their sum. */
export class Book {
  readonly #known = new Map<string, Known>();
  #next = 0;
  #sum = 0;
  time = 0;

  /** The operations that write changes down, at a time. */
  operationsOf(changes: readonly Change[], time: number): readonly Operation[] {
    const operations = changes.map((change) => this.#operationOf(change));
    this.time = time;
    return [...operations, { type: "put", key: SUMMARY, value: JSON.stringify(this.#summary()) }];
  }

  /**
   * Opens the account of a store.
   * @returns its rows in order, or undefined where nothing was ever written
   * @throws Error for what is damaged
   */
  open(entries: readonly Entry[]): readonly Row[] | undefined {
    const found = entries.find(([key]) => key === SUMMARY);
    if (found === undefined && entries.length === 0) return undefined;
    const summary = parse(found?.[1] ?? "null") as Summary;
    const read = entries.filter(([key]) => key !== SUMMARY).map(([id, value]) => this.#read(id, value));
    this.time = summary?.time;
    if (JSON.stringify(summary) !== JSON.stringify(this.#summary())) throw damaged();
    return read.sort((one, other) => one.place - other.place).map(({ row }) => row);
  }

  #read(id: string, text: string): { readonly place: number; readonly row: Row } {
    const ids = parse(id);
    const value = parse(text);
    if (!isTexts(ids) || !Array.isArray(value) || typeof value[0] !== "number") throw damaged();
    const [kind = "", ...key] = ids;
    const place: number = value[0];
    this.#enter(id, place, text);
    return { place, row: { kind, key, value: value[1] } };
  }

  #operationOf({ id, json, isNew }: Change): Operation {
    const place = (isNew ? undefined : this.#known.get(id)?.place) ?? this.#next;
    this.#remove(id);
    if (json === undefined) return { type: "del", key: id };
    const value = `[${place},${json}]`;
    this.#enter(id, place, value);
    return { type: "put", key: id, value };
  }

  #enter(id: string, place: number, value: string): void {
    const hash = hashOf(id + value);
    this.#known.set(id, { place, hash });
    this.#next = Math.max(this.#next, place + 1);
    this.#sum = (this.#sum + hash) >>> 0;
  }

  #remove(id: string): void {
    this.#sum = (this.#sum - (this.#known.get(id)?.hash ?? 0)) >>> 0;
    this.#known.delete(id);
  }

  #summary(): Summary {
    return { format: FORMAT, version: VERSION, entries: this.#known.size, sum: this.#sum, time: this.time };
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((part) => typeof part === "string");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged();
  }
}

function damaged(): Error {
  return new Error("an entry is missing or spoilt");
}

/** FNV-1a in 32 bits: it is to notice accidents, not malice. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
