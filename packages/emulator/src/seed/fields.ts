import { SeedError } from "./seed.ts";

// Looks at the parts of a seed, one kind of value each. All throw a SeedError that names the place.

/** What stands in an object that has come as JSON. */
export type Fields = Readonly<Record<string, unknown>>;

export function object(value: unknown, place: string): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw new SeedError(place, "has to be an object.");
}

export function list(parent: Fields, name: string, place: string): readonly unknown[] {
  const value = parent[name] === undefined ? [] : parent[name];
  if (Array.isArray(value)) return value;
  throw new SeedError(within(place, name), "has to be an array.");
}

export function filled(value: unknown, place: string): void {
  if (typeof value !== "string" || value === "")
    throw new SeedError(place, "has to be a text that is not empty.");
}

export function onlyKnown(fields: Fields, known: readonly string[], place: string): void {
  const stranger = Object.keys(fields).find((name) => !known.includes(name));
  if (stranger !== undefined)
    throw new SeedError(place, `has a property "${stranger}", where only ${known.join(", ")} are known.`);
}

export function optionalText(fields: Fields, name: string, place: string): void {
  if (fields[name] !== undefined) filled(fields[name], within(place, name));
}

/** The place of a member; that of the top level has no name. */
function within(place: string, name: string): string {
  return place === "" ? name : `${place}.${name}`;
}
