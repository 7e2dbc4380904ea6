import type { LanguageName } from "../../language/language.ts";

const en = {
  refuted: "Refuted",
  confirmed: "Confirmed",
  "not seen": "Not seen",
  change: "needs a change",
  never: "no answer can show it",
  unseen: "no answer has shown it",
  page: "pages",
  observed: "observed",
  decision: "decided",
  missing: "missing",
  differences: "Departures from the description",
  expected: "expected",
  summary:
    "{refuted} refuted, {confirmed} confirmed, {unseen} not seen, by {calls} calls that changed nothing.",
};

const zh: typeof en = {
  refuted: "不符",
  confirmed: "相符",
  "not seen": "未见",
  change: "须作更改才能看到",
  never: "任何响应都看不出",
  unseen: "本次响应未显示",
  page: "文档",
  observed: "观察",
  decision: "判定",
  missing: "缺失",
  differences: "与描述不一致之处",
  expected: "应为",
  summary: "{refuted}项不符，{confirmed}项相符，{unseen}项未见；共{calls}次调用，均未作任何更改。",
};

export type Words = typeof en;

export function wordsIn(language: LanguageName): Words {
  return language === "en" ? en : zh;
}
