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
  summary: ({ severities, known, exchanges, operations, others, unanswered, unrecorded, problems }) => [
    `${count(severities.error, "error")}, ${count(severities.warning, "warning")} and ${count(severities.note, "note")} in ${count(exchanges, "call")} of ${count(operations, "operation")}.`,
    ...(known > 0 ? [`${count(known, "finding")} of the baseline not counted.`] : []),
    ...(others > 0 ? [`${count(others, "call")} of other services left out.`] : []),
    ...(unanswered > 0 ? [`${count(unanswered, "call")} without an answer.`] : []),
    ...(unrecorded > 0 ? [`${count(unrecorded, "payload")} not in the recording, so not checked.`] : []),
    ...(problems > 0 ? [`${count(problems, "place")} could not be read.`] : []),
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
  summary: ({ severities, known, exchanges, operations, others, unanswered, unrecorded, problems }) => [
    `共检查${operations}个接口的${exchanges}次调用：${severities.error}个错误，${severities.warning}个警告，${severities.note}个提示。`,
    ...(known > 0 ? [`基线中的${known}个问题未计入。`] : []),
    ...(others > 0 ? [`略过其他服务的${others}次调用。`] : []),
    ...(unanswered > 0 ? [`${unanswered}次调用没有响应。`] : []),
    ...(unrecorded > 0 ? [`${unrecorded}个消息体未被记录，因此未检查。`] : []),
    ...(problems > 0 ? [`${problems}处无法读取。`] : []),
  ],
};

const WORDS: Readonly<Record<LanguageName, Words>> = { en, "zh-CN": zhCn };

export function wordsOf(language: LanguageName): Words {
  return WORDS[language];
}
