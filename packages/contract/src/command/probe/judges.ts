import type { ProbePlace } from "../../build/probe.ts";
import { isObject } from "../../engine/values.ts";
import type { Answer } from "./reads.ts";
import type { Sight } from "./sights.ts";

/**
 * What something seen says about a decision: `confirmed` where it is as was observed (or decided, where nothing was
 * observed), `refuted` where it is otherwise, for example as the pages say; `undefined` where it says nothing.
 */
export type Opinion = "confirmed" | "refuted" | undefined;

/** Judges one value at a place that the decision is about. */
export type Judge = (sight: Sight) => Opinion;

/** Judges an answer as a whole. */
export type AnswerJudge = (answer: Answer) => Opinion;

export function either(holds: boolean): Opinion {
  return holds ? "confirmed" : "refuted";
}

export function only(holds: boolean): Opinion {
  return holds ? "confirmed" : undefined;
}

export const isPresent: Judge = ({ value }) => either(value !== undefined);
export const isNull: Judge = ({ value }) => only(value === null);
export const isMissing: Judge = ({ value }) => only(value === undefined);

/** The object around it does not have these. */
export function lacks(...names: readonly string[]): Judge {
  return ({ value }) =>
    isObject(value) ? either(!names.some((name) => Object.hasOwn(value, name))) : undefined;
}

/** Any of the values; a missing one is no value. */
export function isOneOf(...values: readonly unknown[]): Judge {
  return ({ value }) => only(values.includes(value));
}

export function isText(pattern: RegExp): Judge {
  return ({ value }) =>
    value === undefined || value === null ? undefined : either(pattern.test(String(value)));
}

export function isOfType(type: "string" | "number" | "boolean"): Judge {
  return ({ value }) => (value === undefined || value === null ? undefined : either(typeof value === type));
}

/** A list that is not wrapped. An empty object stands for an empty list. */
export const isBareList: Judge = ({ value }) => {
  if (Array.isArray(value)) return only(value.length > 0);
  return isObject(value) && Object.keys(value).length > 0 ? "refuted" : undefined;
};

/** Judges only where the object around it passes. */
export function where(passes: (owner: Sight["owner"]) => boolean, judge: Judge): Judge {
  return (sight) => (passes(sight.owner) ? judge(sight) : undefined);
}

/** The first of them that has an opinion. */
export function anyOf(...judges: readonly Judge[]): Judge {
  return (sight) => {
    for (const judge of judges) {
      const opinion = judge(sight);
      if (opinion !== undefined) return opinion;
    }
    return undefined;
  };
}

/** What the kinds of difference between pages and description make visible. */
const byKind: Readonly<Record<string, Judge>> = {
  nullable: isNull,
  required: isMissing,
  added: ({ value }) => only(value !== undefined),
  enum: isKnown,
  type: isEmptyObject,
};

/** Whether there is anything for {@link generalJudge} to go by. */
export function hasGeneralJudge(kinds: readonly string[], places: readonly ProbePlace[]): boolean {
  return kinds.some((kind) => byKind[kind] !== undefined) || places.some(({ known }) => known !== undefined);
}

/** A judge that is read off the records: by what differs from the pages, and by the values that are known. */
export function generalJudge(kinds: readonly string[]): Judge {
  const judges = kinds.flatMap((kind) => byKind[kind] ?? []);
  return judges.length > 0 ? anyOf(...judges) : isKnown;
}

/** Whether a value of an open enumeration is among those that are known. */
function isKnown({ value, place: { known } }: Sight): Opinion {
  return known === undefined || typeof value !== "string" ? undefined : either(known.includes(value));
}

/** `{}` for an empty list. */
function isEmptyObject({ value }: Sight): Opinion {
  if (Array.isArray(value)) return value.length === 0 ? "refuted" : undefined;
  return only(isObject(value) && Object.keys(value).length === 0);
}
