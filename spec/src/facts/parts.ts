import type { Block } from "./blocks.ts";

/** Part of an operation's page. */
export type Part =
  | "uri"
  | "uri sample"
  | "request parameters"
  | "request sample"
  | "response parameters"
  | "response sample"
  | "success"
  | "errors"
  | "prose";

const labels: readonly (readonly [RegExp, Part])[] = [
  [/^请求参数$/, "request parameters"],
  [/^请求样例(?:\d+.*)?$/, "request sample"],
  [/^响应参数$/, "response parameters"],
  [/^响应样例(?:\d+.*)?$/, "response sample"],
  [/^正常$/, "success"],
  [/^异常$/, "errors"],
  [/^样例$/, "uri sample"],
];

const sections: Readonly<Record<string, Part>> = {
  URI: "uri",
  请求消息: "request parameters",
  响应消息: "response parameters",
  状态码: "errors",
  返回值: "errors",
};

/** Part that a list item opens, or undefined for an item that is prose. */
export const partOfLabel = (label: string): Part | undefined =>
  labels.find(([pattern]) => pattern.test(label))?.[1];

/** Part that a block belongs to: by the list item that it hangs from, else by its section. */
export const partOf = ({ label, section }: Block): Part => partOfLabel(label) ?? sections[section] ?? "prose";

/** What the heading of a sample says besides being one. */
export const sampleTitle = (label: string): string => label.replace(/^(?:请求|响应)样例\d*\s*/, "");
