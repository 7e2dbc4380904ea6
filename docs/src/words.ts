/** Words of the generated pages, in both languages. Facts about the API are not here: they come from the description. */
import type { Bilingual, Language } from "./language.ts";

const words = {
  address: { en: "Address", zh: "地址" },
  aboutOperation: { en: "about this operation", zh: "关于该接口" },
  always: { en: "required", zh: "必选" },
  answer: { en: "Answer", zh: "响应" },
  answerExample: { en: "Example answer", zh: "响应示例" },
  anyOperation: {
    en: "Codes that any operation can answer with",
    zh: "所有接口都可能返回的错误码",
  },
  at: { en: "at", zh: "位于" },
  basis: { en: "Rests on", zh: "依据" },
  cause: { en: "Usual cause", zh: "常见原因" },
  changelog: { en: "Changelog", zh: "更新日志" },
  code: { en: "Code", zh: "错误码" },
  concerns: { en: "Concerns", zh: "涉及" },
  confidence: { en: "Confidence", zh: "可信度" },
  contradictions: { en: "Where the documents are wrong", zh: "文档有误之处" },
  decision: { en: "The description says", zh: "本描述的处理" },
  default: { en: "default", zh: "默认" },
  deprecated: { en: "deprecated", zh: "已弃用" },
  description: { en: "Description", zh: "说明" },
  elsewhere: { en: "IAM", zh: "IAM" },
  errorCodes: { en: "Error codes", zh: "错误码" },
  errorsRegister: { en: "error codes", zh: "错误码" },
  evidence: { en: "Evidence", zh: "证据" },
  example: { en: "Example payload", zh: "请求体示例" },
  examplesFrom: {
    en: "The samples read `ELB_ENDPOINT` (such as `https://elb.cn-north-1.myhuaweicloud.com`, or the address of the emulator), `ELB_PROJECT_ID`, and either `ELB_AK` and `ELB_SK` or `ELB_TOKEN` from the environment.",
    zh: "示例从环境变量读取`ELB_ENDPOINT`（如`https://elb.cn-north-1.myhuaweicloud.com`或模拟器地址）、`ELB_PROJECT_ID`，以及`ELB_AK`与`ELB_SK`，或`ELB_TOKEN`。",
  },
  field: { en: "Field", zh: "字段" },
  gone: {
    en: "It says that what the request names does not exist.",
    zh: "表示请求所指的资源不存在。",
  },
  inReference: { en: "The same in the full reference", zh: "在完整参考中查看" },
  job: {
    en: (type: string) =>
      `It launches a job of the type \`${type}\`. The change has happened when [getJob](/operations/getJob/) reports \`SUCCESS\`.`,
    zh: (type: string) =>
      `该接口启动类型为\`${type}\`的任务；[getJob](/zh-cn/operations/getJob/)返回\`SUCCESS\`时变更才算完成。`,
  },
  known: { en: "known values", zh: "已知取值" },
  meaning: { en: "Meaning", zh: "含义" },
  messages: { en: "Messages", zh: "消息文本" },
  name: { en: "Name", zh: "名称" },
  never: { en: "optional", zh: "可选" },
  noAnswerBody: { en: "The answer has no body.", zh: "响应没有响应体。" },
  noContradictions: { en: "None is known.", zh: "目前没有。" },
  nullable: { en: "or null", zh: "或null" },
  observed: { en: "What was seen elsewhere", zh: "其他来源所见" },
  oneOf: { en: "one of", zh: "取值" },
  operation: { en: "Operation", zh: "接口" },
  operations: { en: "Operations", zh: "接口" },
  otherAnswers: { en: "Other answers", zh: "其他响应" },
  page: { en: "The documents say", zh: "文档的说法" },
  pages: { en: "Page of the vendor", zh: "厂商文档页面" },
  parameters: { en: "Parameters", zh: "参数" },
  path: { en: "in the path", zh: "路径参数" },
  payload: { en: "Payload", zh: "请求体" },
  provenance: { en: "Provenance", zh: "来源" },
  provenanceAndContradictions: { en: "Provenance and contradictions", zh: "来源与矛盾之处" },
  query: { en: "in the query", zh: "查询参数" },
  reason: { en: "Because", zh: "理由" },
  remedy: { en: "Way out", zh: "处理办法" },
  repeat: { en: "Repeating", zh: "重复发送" },
  retry: { en: "Same request again", zh: "原样重试" },
  sample: { en: "Samples", zh: "调用示例" },
  secret: { en: "secret", zh: "机密" },
  sometimes: { en: "required for", zh: "以下情形必选：" },
  sources: { en: "Sources", zh: "资料来源" },
  status: { en: "Status", zh: "状态码" },
  tryIt: { en: "Try it against the emulator", zh: "在模拟器上试用" },
  type: { en: "Type", zh: "类型" },
  variesAs: { en: "also with", zh: "也可能为" },
  withToken: { en: "with a token", zh: "使用Token" },
} as const satisfies Record<string, Bilingual | Record<Language, (...args: never[]) => string>>;

const retries = {
  later: { en: "may succeed later", zh: "稍后可能成功" },
  "after-change": { en: "only after a change", zh: "修改后再试" },
  never: { en: "never: repeating does harm", zh: "不要重试，重复会造成损害" },
} satisfies Record<string, Bilingual>;

const repeats = {
  safe: { en: "Safe: send it again when the answer was lost.", zh: "安全：响应丢失时可重新发送。" },
  never: {
    en: "Not safe: when the answer was lost, find out first what happened.",
    zh: "不安全：响应丢失时，先查明结果再决定。",
  },
} satisfies Record<string, Bilingual>;

const bases = {
  documented: { en: "documented", zh: "文档有载" },
  observed: { en: "observed", zh: "实际观察" },
  inferred: { en: "inferred", zh: "推断" },
} satisfies Record<string, Bilingual>;

const confidences = {
  high: { en: "high", zh: "高" },
  medium: { en: "medium", zh: "中" },
  low: { en: "low", zh: "低" },
} satisfies Record<string, Bilingual>;

const types: Record<string, Bilingual> = {
  string: { en: "string", zh: "字符串" },
  integer: { en: "integer", zh: "整数" },
  number: { en: "number", zh: "数字" },
  boolean: { en: "boolean", zh: "布尔值" },
  object: { en: "object", zh: "对象" },
  array: { en: "array", zh: "数组" },
};

type Words = { readonly [Name in keyof typeof words]: (typeof words)[Name][Language] };

/** All words in one language. */
export const wordsIn = (language: Language): Words =>
  Object.fromEntries(Object.entries(words).map(([name, texts]) => [name, texts[language]])) as Words;

export const retryIn = (language: Language, retry: keyof typeof retries): string => retries[retry][language];
export const repeatIn = (language: Language, repeat: keyof typeof repeats): string =>
  repeats[repeat][language];
export const basisIn = (language: Language, basis: keyof typeof bases): string => bases[basis][language];
export const confidenceIn = (language: Language, confidence: keyof typeof confidences): string =>
  confidences[confidence][language];
export const typeIn = (language: Language, type: string): string => types[type]?.[language] ?? type;
