import type { Severity } from "../../finding.ts";
import { keyOf } from "./identity.ts";
import type { Group, Occurrence } from "./report.ts";

/** How many calls a group names. */
const NAMED = 10;
/** Kinds of findings that are told apart; a recording can make up any number of them. */
const KINDS = 10_000;

/** Gathers findings that are the same but for the call. Where there are too many kinds, the gravest are kept. */
export class Groups {
  readonly #groups: Readonly<Record<Severity, Map<string, Group>>> = {
    error: new Map(),
    warning: new Map(),
    note: new Map(),
  };
  #size = 0;
  #unlisted = 0;

  add(occurrence: Occurrence): void {
    const { identity, finding, known, call } = occurrence;
    const { severity } = finding;
    const groups = this.#groups[severity];
    const key = keyOf(identity);
    const group = groups.get(key);
    if (group !== undefined) {
      group.count += 1;
      if (group.calls.length < NAMED) group.calls.push(call);
    } else if (this.#size < KINDS || this.#dropMilder(severity)) {
      this.#size += 1;
      groups.set(key, { identity, severity, known, first: occurrence, count: 1, calls: [call] });
    } else this.#unlisted += 1;
  }

  /** Makes room. False: all that is there weighs as much. */
  #dropMilder(severity: Severity): boolean {
    for (const milder of ["note", "warning"] as const) {
      if (milder === severity) return false;
      const groups = this.#groups[milder];
      const first = groups.entries().next().value;
      if (first === undefined) continue;
      const [key, { count }] = first;
      groups.delete(key);
      this.#size -= 1;
      this.#unlisted += count;
      return true;
    }
    return false;
  }

  /** By severity, then in the order in which they were found. */
  list(): Group[] {
    const { error, warning, note } = this.#groups;
    return [...error.values(), ...warning.values(), ...note.values()];
  }

  /** Findings of kinds that are not kept. */
  get unlisted(): number {
    return this.#unlisted;
  }
}
