import type { FieldRow } from "./field-rows.ts";
import type { FieldFact } from "./ledger.ts";
import { readings } from "./readings.ts";
import { type Shape, shapeOf } from "./shape.ts";
import type { Reading } from "./trouble.ts";

/** Rows of one table; `parent` is the field whose structure the table describes. */
export interface FieldTable {
  line: number;
  parent?: string;
  rows: FieldRow[];
}

/** Fields of a body by key, and what had to be inferred to find their places. */
export interface Body {
  fields: Record<string, FieldFact>;
  readings: string[];
}

/**
 * Finds the place of every table row in a body.
 * @param base key of the body, `request.body`
 * @param samples the only place that shows an array at the root, and the nesting where one table lists parents
 *   and children alike
 */
export function placeFields(
  base: string,
  tables: readonly FieldTable[],
  samples: readonly unknown[],
  reading: Reading,
): Body {
  return new Placing(base, shapeOf(base, samples), reading).run(tables);
}

class Placing {
  private readonly fields = new Map<string, FieldFact>();
  private readonly inferred = new Set<string>();
  private readonly base: string;
  private readonly shape: Shape;
  private readonly reading: Reading;

  constructor(base: string, shape: Shape, reading: Reading) {
    this.base = base;
    this.shape = shape;
    this.reading = reading;
  }

  run(tables: readonly FieldTable[]): Body {
    for (const key of [this.base, `${this.base}.[]`]) if (this.shape.has(key)) this.fields.set(key, {});
    for (const table of tables) {
      const parent = table.parent === undefined ? this.root() : this.parentKey(table.parent, table.line);
      if (parent !== undefined) this.place(table, parent);
    }
    for (const [key, types] of this.shape) {
      this.fields.set(key, { ...this.fields.get(key), sample: [...types].sort() });
    }
    return { fields: Object.fromEntries(this.fields), readings: [...this.inferred] };
  }

  private root(): string {
    if (!this.shape.get(this.base)?.has("array")) return this.base;
    this.inferred.add(readings.rootArray);
    return `${this.base}.[]`;
  }

  private place({ rows }: FieldTable, parent: string): void {
    const containers: string[] = [];
    for (const row of rows) {
      const key = this.keyFor(row, parent, containers);
      if (this.fields.has(key)) {
        this.reading.trouble(row.line, `${row.name} is listed twice.`);
        continue;
      }
      this.fields.set(key, row.fact);
      const inside = insideOf(key, row.fact);
      if (!inside) continue;
      containers.push(inside);
      if (inside !== key && this.shape.has(inside)) this.fields.set(inside, {});
    }
  }

  /** Directly below the parent, unless the sample shows it only inside a field of the same table. */
  private keyFor(row: FieldRow, parent: string, containers: readonly string[]): string {
    const direct = `${parent}.${row.name}`;
    if (this.isFree(direct, row)) return direct;
    const nested = containers
      .map((container) => `${container}.${row.name}`)
      .find((key) => this.isFree(key, row));
    if (nested === undefined) return direct;
    this.inferred.add(readings.flattened);
    return nested;
  }

  private isFree(key: string, { fact }: FieldRow): boolean {
    const seen = this.shape.get(key);
    if (!seen || this.fields.has(key)) return false;
    return !fact.types || seen.has("null") || fact.types.some((type) => seen.has(type));
  }

  /** Key below which a nested table's fields go. */
  private parentKey(name: string, line: number): string | undefined {
    const found = [...this.fields].filter(([key]) => key.split(".").at(-1) === name);
    const [key, fact] = found[0] ?? [];
    const inside = key && fact && found.length === 1 ? insideOf(key, fact) : undefined;
    if (!inside)
      this.reading.trouble(
        line,
        `A table describes the structure of ${name}, but no single array or object of that name stands above it.`,
      );
    return inside;
  }
}

function insideOf(key: string, { types }: FieldFact): string | undefined {
  if (types?.includes("array")) return `${key}.[]`;
  return types?.includes("object") ? key : undefined;
}
