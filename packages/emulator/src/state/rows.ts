import type { Table } from "./table.ts";

/** One thing of the state: the ids that tell it from others of its kind, and itself. */
export interface Row {
  readonly kind: string;
  readonly key: readonly string[];
  readonly value: unknown;
}

/** Rows by kind, as lists of their ids with the thing itself at the end. */
export type RowLists = Readonly<Record<string, readonly (readonly unknown[])[]>>;

/** Sorts rows by kind. The lists share their things with the rows. */
export function listsOf(rows: Iterable<Row>): RowLists {
  const lists: Record<string, unknown[][]> = {};
  for (const { kind, key, value } of rows) {
    const list = lists[kind] ?? [];
    list.push([...key, value]);
    lists[kind] = list;
  }
  return lists;
}

/** The rows of tables, in the order in which things came into being. They share their values with the tables. */
export function* rowsOf(tables: Iterable<Table<unknown>>): Iterable<Row> {
  for (const table of tables) {
    for (const [key, value] of table) yield { kind: table.kind, key: [...table.owner, key], value };
  }
}
