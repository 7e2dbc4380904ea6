import type { Row } from "./rows.ts";

/** Where a code came from, as far as that is known. */
export interface ErrorContext {
  operationId?: string | undefined;
  /** HTTP status. */
  status?: number | undefined;
  /** The text that came with the code. */
  message?: string | undefined;
}

/** A varying part of a text in the catalogue: `..ak..`, `%(target)s`, `%d`. */
const varying = /\\\.\\\.\w+\\\.\\\.|%\\\(\w+\\\)s|%d/g;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

const isIn = (message: string, said: string): boolean =>
  new RegExp(escaped(message).replace(varying, ".*?"), "is").test(said);

/** How much of what was said the row accounts for: the length of its longest text in there. */
const match = ({ messages }: Row, said: string): number =>
  Math.max(0, ...messages.filter((message) => isIn(message, said)).map(({ length }) => length));

const comesWith = ({ status, alsoStatus = [] }: Row, wanted: number): boolean =>
  status === wanted || alsoStatus.includes(wanted);

/** The rows that have the highest value, which is all of them where none stands out. */
function best(rows: readonly Row[], value: (row: Row) => number): readonly Row[] {
  const values = rows.map(value);
  const highest = Math.max(...values);
  return rows.filter((_, index) => values[index] === highest);
}

const generality = ({ operations }: Row): number =>
  operations === "all" ? Number.MAX_SAFE_INTEGER : operations.length;

/**
 * Those of a code's rows that fit what is known of an answer; what fits none of them rules nothing out. The rows of
 * the most operations stand first, then those that the catalogue has first.
 */
export function fitting(
  rows: readonly Row[],
  { message, status, operationId }: ErrorContext,
): readonly Row[] {
  let left = rows;
  if (message !== undefined) left = best(left, (row) => match(row, message));
  if (status !== undefined) left = best(left, (row) => Number(comesWith(row, status)));
  if (operationId !== undefined)
    left = best(left, ({ operations }) => Number(operations === "all" || operations.includes(operationId)));
  return left.toSorted((a, b) => generality(b) - generality(a));
}
