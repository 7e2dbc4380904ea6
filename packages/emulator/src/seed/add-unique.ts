import { SeedError } from "./seed.ts";

/** Adds a resource under its id, which no other of its kind may have. */
export function addUnique<T extends { readonly id: string }>(
  map: Map<string, T>,
  entry: T,
  place: string,
): void {
  if (map.has(entry.id)) throw new SeedError(`${place}.id`, `${entry.id} occurs twice.`);
  map.set(entry.id, entry);
}
