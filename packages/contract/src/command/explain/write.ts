import type { LanguageName } from "../../language/language.ts";
import type { CatalogueRow } from "./catalogue.data.ts";
import type { CodeMeaning } from "./finding-codes.ts";

const en = {
  when: "When",
  severity: "Severity",
  example: "Example",
  meaning: "Meaning",
  cause: "Cause",
  remedy: "What to do",
  retry: "Repeat it",
  gone: "Resource",
  isGone: "does not exist (any more)",
  messages: "Said as",
  operations: "Operations",
  all: "all",
  basis: "Known from",
  "after-change": "only after a change of the request",
  later: "later, unchanged",
  never: "never",
  documented: "the documentation",
  observed: "observation",
  inferred: "inference",
  separator: ", ",
} as const;

const zhCn: Readonly<Record<keyof typeof en, string>> = {
  when: "出现条件",
  severity: "级别",
  example: "示例",
  meaning: "含义",
  cause: "原因",
  remedy: "处理方法",
  retry: "能否重试",
  gone: "资源",
  isGone: "不存在（或已删除）",
  messages: "服务消息",
  operations: "接口",
  all: "全部",
  basis: "依据",
  "after-change": "修改请求后再试",
  later: "稍后原样重试",
  never: "不能重试",
  documented: "文档",
  observed: "实际观察",
  inferred: "推断",
  separator: "、",
};

const LABELS = { en, "zh-CN": zhCn };

/** Explains a code of findings. */
export function writeMeaning(code: string, meaning: CodeMeaning, language: LanguageName): string {
  const labels = LABELS[language];
  return block(code, [
    [labels.when, meaning.when[language]],
    [labels.severity, meaning.severity[language]],
    [labels.example, meaning.example],
    [labels.remedy, meaning.remedy[language]],
  ]);
}

/** Explains an error code of the service. */
export function writeRow(row: CatalogueRow, language: LanguageName): string {
  const labels = LABELS[language];
  const key = language === "en" ? "en" : "zh";
  const { operations } = row;
  return block(`${row.code}  (HTTP ${row.statuses.join(", ")})`, [
    [labels.meaning, row.meaning[key]],
    [labels.cause, row.cause[key]],
    [labels.remedy, row.remedy[key]],
    [labels.retry, labels[row.retry]],
    ...(row.gone ? ([[labels.gone, labels.isGone]] as const) : []),
    ...row.messages.map((message) => [labels.messages, message] as const),
    [labels.operations, operations === "all" ? labels.all : operations.join(labels.separator) || "IAM"],
    [labels.basis, labels[row.provenance]],
  ]);
}

function block(title: string, lines: readonly (readonly [label: string, text: string])[]): string {
  const width = Math.max(...lines.map(([label]) => widthOf(label)));
  const padded = lines.map(
    ([label, text]) => `  ${label}${" ".repeat(width - widthOf(label))}  ${text.replaceAll("\n", " ")}\n`,
  );
  return `${title}\n${padded.join("")}`;
}

/** Chinese characters take two columns of a terminal. */
function widthOf(label: string): number {
  return [...label].reduce((sum, character) => sum + (character > "\u2e80" ? 2 : 1), 0);
}
