import { replaced } from "./field-changes.ts";
import type { SampleFact } from "./ledger.ts";
import { same, sideBySide } from "./words.ts";

/** What changed in the samples of a page, in sentences. */
export function sampleChanges(
  before: readonly SampleFact[] = [],
  after: readonly SampleFact[] = [],
): string[] {
  return [...sideBySide(byName(before), byName(after))].flatMap(([name, old, now]) => {
    if (!old) return [`${name} added`];
    if (!now) return [`${name} removed`];
    return [
      ...valueChanges("", old.value, now.value),
      ...replaced("HTTP part", old.http, now.http),
      ...replaced("repair", old.repaired, now.repaired),
      ...(old.title === now.title ? [] : ["title reworded"]),
    ].map((change) => `${name}: ${change}`);
  });
}

const byName = (samples: readonly SampleFact[]): Record<string, SampleFact> =>
  Object.fromEntries(samples.map((sample) => [`${sample.of} sample ${sample.number}`, sample]));

function valueChanges(key: string, before: unknown, after: unknown): string[] {
  if (same(before, after)) return [];
  const where = key === "" ? "the whole" : key;
  if (!holdsValues(before) || !holdsValues(after) || Array.isArray(before) !== Array.isArray(after)) {
    if (before === undefined) return [`${where} added, ${JSON.stringify(after)}`];
    if (after === undefined) return [`${where} removed, was ${JSON.stringify(before)}`];
    return [`${where} is now ${JSON.stringify(after)}, was ${JSON.stringify(before)}`];
  }
  return [...sideBySide(before, after)].flatMap(([name, old, now]) =>
    valueChanges(key === "" ? name : `${key}.${name}`, old, now),
  );
}

const holdsValues = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
