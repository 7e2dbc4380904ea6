import type { FieldFact } from "./ledger.ts";
import { describe, describeCondition, listChanges, same, sideBySide } from "./words.ts";

/** What changed about one field or header, in sentences without the field's name. */
export function fieldChanges(before: FieldFact | undefined, after: FieldFact | undefined): string[] {
  if (!before) return [`added (${summary(after ?? {})})`];
  if (!after) return [`removed (${summary(before)})`];
  const facts = [
    ...replaced("type", before.type, after.type),
    ...requiredChanges(before.required, after.required),
    ...limitChanges(before, after),
    ...conditionChanges(before, after),
    ...unrecognisedChanges(before, after),
  ];
  const reworded = before.text !== after.text && facts.length === 0;
  return [
    ...facts,
    ...(reworded ? ["described in other words; no recognised fact changed with them"] : []),
    ...replaced("example", before.example, after.example),
    ...replaced("types in the samples", before.sample, after.sample),
  ];
}

/** `type is now String, was Integer`, or how it came or went. */
export function replaced(what: string, before: unknown, after: unknown): string[] {
  if (same(before, after)) return [];
  if (before === undefined) return [`${what} is now given: ${describe(after)}`];
  if (after === undefined) return [`${what} is no longer given, was ${describe(before)}`];
  return [`${what} is now ${describe(after)}, was ${describe(before)}`];
}

const summary = ({ type, required, sample }: FieldFact): string =>
  [
    type ?? (sample ? `only in samples, ${describe(sample)}` : "only named"),
    ...(required === undefined ? [] : [required ? "required" : "optional"]),
  ].join(", ");

function requiredChanges(before: boolean | undefined, after: boolean | undefined): string[] {
  if (before === after) return [];
  if (after === undefined) return [`no longer said to be ${before ? "required" : "optional"}`];
  return [after ? "now required" : `${before === undefined ? "now said to be" : "now"} optional`];
}

function limitChanges(before: FieldFact, after: FieldFact): string[] {
  const all = [...sideBySide<unknown>({ ...before.limits }, { ...after.limits })];
  return all.flatMap(([name, old, now]) => replaced(`limit "${name}"`, old, now));
}

function conditionChanges(before: FieldFact, after: FieldFact): string[] {
  const { added, removed } = listChanges(before.conditions ?? [], after.conditions ?? []);
  return [
    ...added.map((condition) => `condition added: ${describeCondition(condition)}`),
    ...removed.map((condition) => `condition removed: ${describeCondition(condition)}`),
  ];
}

function unrecognisedChanges(before: FieldFact, after: FieldFact): string[] {
  const { added, removed } = listChanges(before.unrecognised ?? [], after.unrecognised ?? []);
  return [
    ...added.map((hash) => `says something about a limit that is not understood (${hash})`),
    ...removed.map((hash) => `no longer says something about a limit that was not understood (${hash})`),
  ];
}
