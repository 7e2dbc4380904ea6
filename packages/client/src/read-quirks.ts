import type { OperationRow } from "@elb-classic/spec/operations";
import { changeAt } from "./places.ts";

type Mark = NonNullable<OperationRow["read"]>[number];
type Kind = Mark[1];

const isEmpty = (value: unknown): boolean =>
  value == null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);

/** How each kind of mark reads a value; what does not look like the quirk is left alone. */
const readers: Record<Kind, (value: unknown) => unknown> = {
  list: (value) => (Array.isArray(value) || !isEmpty(value) ? value : []),
  boolean: (value) => (value === 0 || value === 1 ? value === 1 : value),
  integer: (value) => (typeof value === "boolean" ? Number(value) : value),
  absent: (value) => (value === "" ? null : value),
};

/** Whether what an operation answers with is a list. */
export const isList = ({ read = [] }: OperationRow): boolean => read.some(([path]) => path === "");

/** Absorbs, in place, the quirks that the description marks in an answer; returns the answer. */
export function absorbQuirks(answer: unknown, marks: readonly Mark[] = []): unknown {
  const root = { "": answer };
  for (const [path, kind] of marks) {
    changeAt(root, path && `.${path}`, (holder, key) => {
      // An absent key is made only for a list: lists are always there after reading.
      if (Array.isArray(holder) && !(key in holder)) return;
      const before = holder[key];
      const after = readers[kind](before);
      if (after !== before) holder[key] = after;
    });
  }
  return root[""];
}
