import type { LanguageName } from "../../language/language.ts";
import { describePlace, visible } from "../formats/places.ts";
import { wordsOf } from "../formats/words.ts";
import type { Problem } from "../report/report.ts";
import { type Coverage, type CoverageReport, type OperationCoverage, PARTS, totalsOf } from "./tally.ts";

const en: Readonly<Record<string, string>> = {
  operations: "Operations",
  statuses: "Statuses",
  parameters: "Query parameters",
  request: "Properties of requests",
  response: "Properties of answers",
  values: "Listed values",
  errorCodes: "Error codes",
  missing: "missing",
  uncalled: "Not called",
  calls: "calls",
  unknown: "Calls of no operation that the description has",
};

const zhCn: typeof en = {
  operations: "接口",
  statuses: "状态码",
  parameters: "查询参数",
  request: "请求属性",
  response: "响应属性",
  values: "枚举值",
  errorCodes: "错误码",
  missing: "未出现",
  uncalled: "未调用",
  calls: "调用次数",
  unknown: "描述中没有对应接口的调用",
};

/** For people: what there is and how much of it was used, then what is missing, operation by operation. */
export function* pretty(
  report: CoverageReport,
  problems: readonly Problem[],
  problemCount: number,
  language: LanguageName,
): Generator<string> {
  const words = language === "en" ? en : zhCn;
  for (const [name, { seen, of }] of Object.entries(totalsOf(report))) {
    yield `${words[name]}: ${seen} / ${of}\n`;
  }
  const called = report.operations.filter(({ calls }) => calls > 0);
  for (const operation of called) yield writeOperation(operation, words);
  const uncalled = report.operations.filter(({ calls }) => calls === 0);
  if (uncalled.length > 0) {
    yield `\n${words.uncalled}\n${uncalled.map(({ operationId, method, path }) => `  ${operationId}  ${method} ${path}\n`).join("")}`;
  }
  yield* writeErrorCodes(report.errorCodes, words);
  const { others, unreadable, more } = wordsOf(language);
  if (report.others + report.unknown > 0) yield "\n";
  if (report.others > 0) yield `${others(report.others)}\n`;
  if (report.unknown > 0) yield `${words.unknown}: ${report.unknown}\n`;
  if (problems.length > 0) yield `\n${unreadable}\n`;
  for (const problem of problems) yield `  ${visible(`${describePlace(problem)}: ${problem.message}`)}\n`;
  if (problemCount > problems.length) yield `  ${more(problemCount - problems.length)}\n`;
}

function writeErrorCodes({ seen, missing }: Coverage, words: typeof en): string[] {
  return [
    ...(seen.length > 0 ? [`\n${words.errorCodes}: ${seen.join(", ")}\n`] : []),
    ...(missing.length > 0 ? [`\n${words.errorCodes}, ${words.missing}: ${missing.join(", ")}\n`] : []),
  ];
}

function writeOperation(operation: OperationCoverage, words: typeof en): string {
  const { operationId, method, path, calls } = operation;
  const lines = PARTS.map((part) => writePart(words[part]!, operation[part], words.missing!));
  return `\n${operationId}  ${method} ${path}  (${words.calls}: ${calls})\n${lines.join("")}`;
}

function writePart(label: string, { seen, missing }: Coverage, isMissing: string): string {
  if (seen.length + missing.length === 0) return "";
  const rest = missing.length === 0 ? "" : `; ${isMissing}: ${missing.join(", ")}`;
  return `  ${label}: ${seen.length} / ${seen.length + missing.length}${rest}\n`;
}
