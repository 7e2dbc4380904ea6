import type { ProbePlace } from "../../build/probe.ts";
import { childPointer, isObject } from "../../engine/values.ts";
import type { Answer } from "./reads.ts";

/** A value, or a gap, at a place that a decision is about. */
export interface Sight {
  readonly answer: Answer;
  readonly place: ProbePlace;
  readonly pointer: string;
  /** `undefined` where the object around it does not have it. */
  readonly value: unknown;
  /** Name of the property; `[]` for an element and empty for the root. */
  readonly name: string;
  /** The object around it, empty where there is none. */
  readonly owner: Readonly<Record<string, unknown>>;
}

/** All that the answers have at a place. */
export function sightsAt(place: ProbePlace, answers: readonly Answer[]): Sight[] {
  return answers
    .filter(({ call, status, body }) => {
      return call.read.id === place.operationId && status === place.status && body !== undefined;
    })
    .flatMap((answer) => {
      const root = { answer, place, pointer: "", value: answer.body, name: "", owner: {} };
      return place.path.reduce<Sight[]>(
        (sights, name) => sights.flatMap((sight) => inside(sight, name)),
        [root],
      );
    });
}

function inside(sight: Sight, name: string): Sight[] {
  const { value, pointer } = sight;
  if (name === "[]") {
    if (!Array.isArray(value)) return [];
    return value.map((element, index) => ({
      ...sight,
      name,
      pointer: `${pointer}/${index}`,
      value: element,
    }));
  }
  if (!isObject(value)) return [];
  const own = Object.hasOwn(value, name) ? value[name] : undefined;
  return [{ ...sight, name, pointer: childPointer(pointer, name), value: own, owner: value }];
}
