import type { Condition, PageFacts } from "./ledger.ts";
import { splitWords, wordList } from "./wire-values.ts";

/** A fact that stands in a note beside the tables. */
export interface Noted {
  filters?: NonNullable<PageFacts["filters"]>;
  /** Wire name of the field that `condition` is about. */
  field?: string;
  condition?: Condition;
}

const filters = new RegExp(`支持除(${wordList})之外所有响应要素过滤`);
const empty = /(监听器)的["“](\w+)["”]字段暂不支持，返回空字符串/;

/** Reads the facts that notes of these pages are known to state. */
export function notedOn(text: string): Noted | undefined {
  const excluded = filters.exec(text)?.[1];
  if (excluded) return { filters: { allResponseFieldsBut: splitWords(excluded) } };
  const field = empty.exec(text)?.[2];
  return field ? { field, condition: { when: { type: "listener" }, value: "" } } : undefined;
}
