import { charactersIn } from "./characters.ts";
import { conditionsIn } from "./conditions.ts";
import type { Condition, JsonType, Limits } from "./ledger.ts";
import { listedValues } from "./listed-values.ts";
import type { Line } from "./table.ts";
import { hashOf } from "./text.ts";
import { splitWords, toScalar, wordList } from "./wire-values.ts";

/** What a description says about the values of a field. */
export interface Recognised {
  limits: Limits;
  conditions: Condition[];
  /** Hashes of sentences that speak of a limit, but in a way that no recogniser knows. */
  unrecognised: string[];
}

/** The field whose description is read. */
export interface Subject {
  name: string;
  types: readonly JsonType[];
}

const speaksOfLimit =
  /取值范围|必选|默认|只能|必须|不能|不允许|长度|有效|无效|生效|忽略|没有意义|约束|只支持|返回值为|状态值/;

/** Reads the limits, values and conditions in a field's description. */
export function recognise(lines: readonly Line[], subject: Subject): Recognised {
  const listed = listedValues(lines, subject.types);
  const limits: Limits = { ...listed.limits };
  const conditions: Condition[] = [];
  const unrecognised: string[] = [];
  for (const sentence of listed.rest.flatMap((line) => sentencesOf(line))) {
    const found = limitsIn(sentence, subject);
    const under = conditionsIn(sentence, subject);
    const read = Object.keys(found).length + under.length > 0;
    if (!read && speaksOfLimit.test(sentence)) unrecognised.push(hashOf(sentence));
    const standsFor = { ...limits.standsFor, ...found.standsFor };
    Object.assign(limits, found, Object.keys(standsFor).length > 0 && { standsFor });
    conditions.push(...under);
  }
  return { limits, conditions, unrecognised };
}

const sentencesOf = (text: string): string[] =>
  text
    .split(/[。；]/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");

function limitsIn(sentence: string, subject: Subject): Limits {
  return {
    ...sizeIn(sentence, subject),
    ...enumIn(sentence, subject),
    ...defaultIn(sentence, subject),
    ...charactersIn(sentence),
    ...remarksIn(sentence),
  };
}

const size =
  /(\d+)\s*(?:Mbit\/s)?\s*[-~～到至]\s*(\d+|intmax)\s*([^\d\s，。（）()]+)?(?:\s*（(?:单位为)?([^）]*)）)?/;
const units: Readonly<Record<string, string>> = {
  s: "seconds",
  秒: "seconds",
  分: "minutes",
  分钟: "minutes",
};

function sizeIn(sentence: string, { types }: Subject): Limits {
  if (!/取值范围|长度/.test(sentence)) return {};
  const atMost = /长度不大于(\d+)(?:个字符|位)/.exec(sentence);
  if (atMost) return { length: { max: Number(atMost[1]), unit: "characters" } };
  const [, min, max, unit = "", remark = ""] = size.exec(sentence) ?? [];
  if (min === undefined || max === undefined) return {};
  if (!types.includes("integer")) {
    return {
      length: { min: Number(min), max: Number(max), unit: unit.includes("字节") ? "bytes" : "characters" },
    };
  }
  const named = units[remark] ?? (unit === "Mbit/s" ? unit : undefined);
  return {
    range: {
      min: Number(min),
      max: max === "intmax" ? "int" : Number(max),
      ...(named && { unit: named }),
      ...(unit.includes("字符") && { printed: "characters" as const }),
    },
  };
}

const enumSentence = new RegExp(
  `(?:^|[：:，])\\s*(?:取值范围|状态值|[^，：]{0,12}类型)[：:]\\s*(${wordList})$`,
);
const exampleSentence = new RegExp(`(?:^比如[：:]|[，,]如)\\s*(${wordList})$`);

function enumIn(sentence: string, { types }: Subject): Limits {
  const plain = sentence
    .replace(/（不区分大小写）/, "")
    .replace(/，默认.*$/, "")
    .trim();
  const values = enumSentence.exec(plain)?.[1];
  const examples = exampleSentence.exec(plain)?.[1];
  return {
    ...(values && { enum: splitWords(values).map((word) => toScalar(word, types)) }),
    ...(sentence.includes("不区分大小写") && { caseInsensitive: true as const }),
    ...(examples && { examples: splitWords(examples) }),
  };
}

function defaultIn(sentence: string, { types }: Subject): Limits {
  const value = /默认(?:值)?(?:为|是|使用)\s*([A-Za-z0-9_./]+(?: [A-Za-z0-9_.]+)*)/.exec(sentence)?.[1];
  if (value === undefined) return {};
  return {
    default: toScalar(value, types),
    ...(sentence.includes("填错") && { wrongValue: "default" as const }),
  };
}

/** Fixed phrases. */
const remarks: readonly (readonly [RegExp, (match: RegExpExecArray) => Limits])[] = [
  [/取值范围[：:]\s*(\w+)编码格式/, ([, format]) => ({ format: format ?? "" })],
  [/只支持指定为(ipv[46])/i, ([, format]) => ({ format: (format ?? "").toLowerCase() })],
  [/uuid形式/i, () => ({ format: "uuid" })],
  [/要求用UTC时间表示/, () => ({ format: "UTC time" })],
  [
    /以([^，。]+)为单位/,
    ([, unit]) => ({ unit: { 个: "count", "字节/秒": "bytes/s" }[unit ?? ""] ?? unit ?? "" }),
  ],
  [/单位为(\w+)$/, ([, unit]) => ({ unit: unit ?? "" })],
  [/可通过(查询[^，。]+?)来?获取/, ([, source]) => ({ source: source ?? "" })],
  [/以各\s*Region配置为准/, () => ({ byRegion: true })],
  [/必须是系统具体支持/, () => ({ bySystem: true })],
  [/为空时为查询第一页/, () => ({ empty: "first page" })],
  [/如果不支持微版本，则填空/, () => ({ empty: "not supported" })],
  [/没有子job时为空列表/, () => ({ empty: "none" })],
  [/(\w+)对应的加密套件参数值为(\S+)/, ([, name, value]) => ({ standsFor: { [name ?? ""]: value ?? "" } })],
];

function remarksIn(sentence: string): Limits {
  const found: Limits = {};
  for (const [pattern, read] of remarks) {
    const match = pattern.exec(sentence);
    if (match) Object.assign(found, read(match));
  }
  return found;
}
