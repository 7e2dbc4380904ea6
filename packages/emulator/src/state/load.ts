import { faultOfWhole, KINDS, type Kind } from "./kinds.ts";
import type { Row } from "./rows.ts";
import { State } from "./state.ts";

/** What is wrong with rows, and with which of them; without one, with all together. */
export interface RowFault {
  readonly row?: Row;
  /** The place in the row as `.field`, a space, and the end of a sentence. */
  readonly text: string;
}

/** Finds out what keeps rows from being a state. */
export function checkRows(rows: readonly Row[]): RowFault | undefined {
  const scratch = new State();
  scratch.clear();
  return enter(rows, scratch);
}

/** Puts rows that have been checked in the place of all that is in a state. */
export function loadRows(rows: readonly Row[], state: State): void {
  state.clear();
  enter(rows, state);
}

function enter(rows: readonly Row[], state: State): RowFault | undefined {
  const byKind = new Map<string, Row[]>([...KINDS.keys()].map((kind) => [kind, []]));
  for (const row of rows) {
    const others = byKind.get(row.kind);
    if (others === undefined) return { row, text: " is of a kind that is not known." };
    others.push(row);
  }
  for (const [name, kind] of KINDS) {
    const fault = enterKind(kind, byKind.get(name) ?? [], state);
    if (fault !== undefined) return fault;
  }
  const text = faultOfWhole(state);
  return text === undefined ? undefined : { text };
}

function enterKind(kind: Kind, rows: readonly Row[], state: State): RowFault | undefined {
  const known = new Set<string>();
  for (const row of rows) {
    const id = JSON.stringify(row.key);
    if (row.key.length !== kind.ids || known.has(id))
      return { row, text: " has the wrong ids, or those of another." };
    known.add(id);
    const place = kind.shape(row.value);
    if (place !== undefined) return { row, text: `${place} is missing, of the wrong type or not known.` };
    const fault = kind.enter(row.value as never, row.key, state);
    if (fault !== undefined) return { row, text: `${fault.field} ${fault.text}` };
  }
  return undefined;
}
