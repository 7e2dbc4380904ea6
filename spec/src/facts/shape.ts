import type { JsonType } from "./ledger.ts";
import { typeOf } from "./wire-values.ts";

/** Key of a value in a body → the types that it has in the samples. */
export type Shape = Map<string, Set<JsonType>>;

/** Collects every key of some samples of one body; elements of an array share the key `[]`. */
export function shapeOf(base: string, samples: readonly unknown[]): Shape {
  const shape: Shape = new Map();
  for (const sample of samples) collect(shape, base, sample);
  return shape;
}

function collect(shape: Shape, key: string, value: unknown): void {
  shape.set(key, (shape.get(key) ?? new Set()).add(typeOf(value)));
  if (Array.isArray(value)) {
    for (const element of value) collect(shape, `${key}.[]`, element);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, below] of Object.entries(value)) collect(shape, `${key}.${name}`, below);
  }
}
