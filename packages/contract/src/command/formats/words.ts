import type { Severity } from "../../finding.ts";
import type { LanguageName } from "../../language/language.ts";
import type { Totals } from "../report/report.ts";

/** What formats say around the findings. */
export interface Words {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly title: string;
  readonly known: string;
  readonly unreadable: string;
  readonly stale: string;
  readonly columns: Readonly<
    Record<"severity" | "code" | "operation" | "pointer" | "message" | "calls", string>
  >;
  /** Further places of a finding. */
  more(count: number): string;
  /** Comes before the first place that could not be read, on stderr. */
  couldNotRead(count: number): string;
  /** Comes before known findings that are gone, on stderr. */
  gone(count: number, file: string): string;
  /** Calls that were left out. */
  others(count: number): string;
  /** Findings that are not listed. */
  unlisted(count: number): string;
  /** What was found, and what was looked at. */
  summary(totals: Totals): string[];
}

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

const en: Words = {
  severity: { error: "error", warning: "warning", note: "note" },
  title: "Contract check",
  known: "known",
  unreadable: "Could not be read",
  stale: "Known findings that are gone",
  columns: {
    severity: "Severity",
    code: "Code",
    operation: "Operation",
    pointer: "Place",
    message: "Finding",
    calls: "Calls",
  },
  more: (number) => `and ${number} more`,
  couldNotRead: (number) => {
    const these = number === 1 ? "This" : `${number} places, the first of them this,`;
    return `${these} could not be read: `;
  },
  gone: (number, file) => {
    const these = number === 1 ? "This finding is" : `These ${number} findings are`;
    return `${these} gone; take them out of ${file} with --update-baseline:`;
  },
  others: (number) => `${count(number, "call")} of other services left out.`,
  unlisted: (number) =>
    `And ${count(number, "more finding")} of further kinds, which are too many to be listed.`,
  summary: ({ severities, known, exchanges, operations, unlisted, ...rest }) => [
    `${count(severities.error, "error")}, ${count(severities.warning, "warning")} and ${count(severities.note, "note")} in ${count(exchanges, "call")} of ${count(operations, "operation")}.`,
    ...(unlisted > 0 ? [en.unlisted(unlisted)] : []),
    ...(known > 0 ? [`${count(known, "finding")} of the baseline not counted.`] : []),
    ...(rest.others > 0 ? [en.others(rest.others)] : []),
    ...(rest.unanswered > 0 ? [`${count(rest.unanswered, "call")} without an answer.`] : []),
    ...(rest.unrecorded > 0
      ? [`${count(rest.unrecorded, "payload")} not in the recording, so not checked.`]
      : []),
    ...(rest.problems > 0 ? [`${count(rest.problems, "place")} could not be read.`] : []),
  ],
};

const zhCn: Words = {
  severity: { error: "错误", warning: "警告", note: "提示" },
  title: "接口契约检查",
  known: "已知",
  unreadable: "无法读取",
  stale: "已不再出现的已知问题",
  columns: {
    severity: "级别",
    code: "代码",
    operation: "接口",
    pointer: "位置",
    message: "问题",
    calls: "调用",
  },
  more: (number) => `另有${number}处`,
  couldNotRead: (number) => (number === 1 ? "此处无法读取：" : `${number}处无法读取，第一处为：`),
  gone: (number, file) => `以下${number}个已知问题不再出现，请用--update-baseline将其从${file}中移除：`,
  unlisted: (number) => `另有其他种类的${number}个问题，因种类过多未列出。`,
  others: (number) => `略过其他服务的${number}次调用。`,
  summary: ({ severities, known, exchanges, operations, unlisted, ...rest }) => [
    `共检查${operations}个接口的${exchanges}次调用：${severities.error}个错误，${severities.warning}个警告，${severities.note}个提示。`,
    ...(unlisted > 0 ? [zhCn.unlisted(unlisted)] : []),
    ...(known > 0 ? [`基线中的${known}个问题未计入。`] : []),
    ...(rest.others > 0 ? [zhCn.others(rest.others)] : []),
    ...(rest.unanswered > 0 ? [`${rest.unanswered}次调用没有响应。`] : []),
    ...(rest.unrecorded > 0 ? [`${rest.unrecorded}个消息体未被记录，因此未检查。`] : []),
    ...(rest.problems > 0 ? [`${rest.problems}处无法读取。`] : []),
  ],
};

const WORDS: Readonly<Record<LanguageName, Words>> = { en, "zh-CN": zhCn };

export function wordsOf(language: LanguageName): Words {
  return WORDS[language];
}
