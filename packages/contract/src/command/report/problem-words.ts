import type { LanguageName } from "../../language/language.ts";
import type { Problem } from "./report.ts";

/** What problems say, with `{}` for what differs, and the same in Chinese. */
const CHINESE: readonly (readonly [english: string, chinese: string])[] = [
  ["There is nothing in it.", "文件为空。"],
  ["This is UTF-16. Save it as UTF-8.", "文件编码为UTF-16，请另存为UTF-8。"],
  ['This is JSON without the list "log.entries" that a HAR has.', "该JSON中没有HAR应有的“log.entries”列表。"],
  ["{} cannot be read ({}).", "无法读取{}（{}）。"],
  ["{} is a folder. Name the files in it.", "{}是文件夹，请指定其中的文件。"],
  ["The compressed file ends before its content does.", "压缩文件不完整，内容在中途结束。"],
  ["The compressed file is damaged ({}).", "压缩文件已损坏（{}）。"],
  ["Reading was stopped here.", "读取在此处被中止。"],
  ["The file ends within this entry.", "文件在该条目中途结束。"],
  ["The file ends before its JSON does.", "文件在JSON结束之前就已结束。"],
  ["This bracket closes nothing.", "该括号没有对应的左括号。"],
  ["This stands behind the end of the list.", "该条目位于列表结束之后。"],
  ["This is longer than the {} bytes that can be read at once.", "长度超过一次可读取的{}字节。"],
  ["This is not an object.", "这不是对象。"],
  ["This is not JSON: it breaks at its character {}.", "这不是JSON：在第{}个字符处出错。"],
  ["This is not JSON.", "这不是JSON。"],
  ["This is not UTF-8 throughout.", "内容并非全部为UTF-8编码。"],
  ['This is no call: it has no "request".', "这不是调用记录：缺少“request”。"],
  [
    'This is no call: its "request" has no "method" or no "url".',
    "这不是调用记录：“request”中缺少“method”或“url”。",
  ],
  ["The payload of the request is not base64.", "请求的消息体不是base64。"],
  ["The payload of the answer is not base64.", "响应的消息体不是base64。"],
  ["The payload of the request has an encoding other than base64.", "请求的消息体使用了base64以外的编码。"],
  ["The payload of the answer has an encoding other than base64.", "响应的消息体使用了base64以外的编码。"],
  ["This could not be checked ({}).", "无法检查该调用（{}）。"],
  ["There is no call in it.", "其中没有任何调用。"],
  [
    "Of its {} calls none is of this API; name its host with --host.",
    "其中的{}次调用都不属于本API；请用--host指定其主机。",
  ],
  ["Of its {} calls none is of this API to {}.", "其中的{}次调用都不是发往{}的本API调用。"],
];

const PATTERNS = CHINESE.map(([english, chinese]) => {
  const parts = english.split("{}").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return { pattern: new RegExp(`^${parts.join("(.*)")}$`, "s"), chinese };
});

/** A problem in the language that is asked for. */
export function problemIn(problem: Problem, language: LanguageName): Problem {
  if (language === "en") return problem;
  for (const { pattern, chinese } of PATTERNS) {
    const found = pattern.exec(problem.message);
    if (found === null) continue;
    let next = 1;
    return { ...problem, message: chinese.replaceAll("{}", () => found[next++] ?? "") };
  }
  return problem;
}
