import type { FindingCode } from "../../finding.ts";
import type { LanguageName } from "../../language/language.ts";

export type Text = Readonly<Record<LanguageName, string>>;

/** What codes of findings say. */
export interface CodeMeaning {
  readonly codes: readonly FindingCode[];
  readonly severity: Text;
  /** Completes "when …" with no full stop. */
  readonly when: Text;
  readonly remedy: Text;
  /** What gives it. The same in every language. */
  readonly example: string;
}

const ERROR: Text = { en: "error", "zh-CN": "错误" };
const WARNING: Text = { en: "warning", "zh-CN": "警告" };
const NOTE: Text = { en: "note", "zh-CN": "提示" };
const WARNING_OR_NOTE: Text = { en: "warning or note", "zh-CN": "警告或提示" };

const SEND_OTHER: Text = {
  en: "Send what the description allows; the message names it.",
  "zh-CN": "按接口描述修改请求，消息中说明了允许的内容。",
};
const SERVICE_DIFFERS: Text = {
  en: "The service departs from its description here: correct the service or mock, or accept it by a baseline or overlay.",
  "zh-CN": "服务在此处与接口描述不一致：请修正服务或模拟器，或者用基线、覆盖文件接受该差异。",
};
const EITHER_SIDE: Text = {
  en: "In a request, send what the description allows. In an answer, the service departs from its description: correct it, or accept it by a baseline or overlay.",
  "zh-CN":
    "若出现在请求中，请按接口描述修改；若出现在响应中，说明服务与描述不一致，请修正服务，或者用基线、覆盖文件接受该差异。",
};

/** Every code that a finding can have. */
export const CODE_MEANINGS: readonly CodeMeaning[] = [
  {
    codes: ["operation.unknown"],
    severity: ERROR,
    when: { en: "the description has no such path", "zh-CN": "接口描述中没有该路径" },
    remedy: {
      en: "Correct the path. Calls of another service are left out of a recording by --host.",
      "zh-CN": "修正路径。如果记录中混有其他服务的调用，可用--host只检查某个主机。",
    },
    example: "GET /v1.0/{project_id}/elbaas/pools",
  },
  {
    codes: ["operation.method"],
    severity: ERROR,
    when: { en: "it has the path, but not with this method", "zh-CN": "接口描述中有该路径，但没有该方法" },
    remedy: { en: "Use one of the methods that the message names.", "zh-CN": "使用消息中列出的方法。" },
    example: "PATCH …/listeners",
  },
  {
    codes: ["request.path.parameter"],
    severity: ERROR,
    when: { en: "a path parameter breaks its rule", "zh-CN": "路径参数不符合规则" },
    remedy: {
      en: "Look for an id that is empty or was never filled in.",
      "zh-CN": "检查标识是否为空，或者占位符未被替换。",
    },
    example: "an empty listener_id",
  },
  {
    codes: ["request.query.unknown"],
    severity: WARNING,
    when: { en: "a query parameter that is not documented", "zh-CN": "查询参数未在文档中说明" },
    remedy: {
      en: "Leave it out: the service may ignore it, and then answers with more than was asked for.",
      "zh-CN": "删除该参数：服务可能会忽略它，从而返回超出预期的内容。",
    },
    example: "?colour=red",
  },
  {
    codes: ["request.query.repeated"],
    severity: WARNING,
    when: { en: "a query parameter that is given twice", "zh-CN": "查询参数重复出现" },
    remedy: {
      en: "Give it once: which of them counts is not documented.",
      "zh-CN": "只保留一个：文档未说明以哪个为准。",
    },
    example: "?limit=1&limit=2",
  },
  {
    codes: [
      "request.query.type",
      "request.query.enum",
      "request.query.range",
      "request.query.length",
      "request.query.pattern",
      "request.query.format",
    ],
    severity: ERROR,
    when: { en: "a query parameter breaks its rule", "zh-CN": "查询参数不符合规则" },
    remedy: SEND_OTHER,
    example: "?limit=ten",
  },
  {
    codes: ["request.header.content-type"],
    severity: { en: "error; note without a payload", "zh-CN": "错误；没有请求体时为提示" },
    when: { en: "the payload is not announced as JSON", "zh-CN": "未声明请求体为JSON" },
    remedy: {
      en: "Send the header Content-Type: application/json.",
      "zh-CN": "发送请求头Content-Type: application/json。",
    },
    example: "Content-Type: text/plain",
  },
  {
    codes: ["request.header.authentication"],
    severity: NOTE,
    when: { en: "neither a token nor a signature", "zh-CN": "既没有Token也没有签名" },
    remedy: {
      en: "Send X-Auth-Token, or sign the request. Recorders often leave such headers out; then there is nothing to do.",
      "zh-CN": "携带X-Auth-Token或对请求签名。录制工具常会去掉这些请求头，此时可以忽略。",
    },
    example: "no X-Auth-Token, no Authorization",
  },
  {
    codes: ["request.header.date"],
    severity: WARNING,
    when: { en: "a signature without the time that it covers", "zh-CN": "有签名但没有签名时间" },
    remedy: {
      en: "Send the header X-Sdk-Date that was signed.",
      "zh-CN": "发送参与签名的请求头X-Sdk-Date。",
    },
    example: "Authorization without X-Sdk-Date",
  },
  {
    codes: ["request.header.repeated", "response.header.repeated"],
    severity: WARNING,
    when: {
      en: "a header that the checks look at has several values that differ",
      "zh-CN": "检查所用的某个头有多个不同的值",
    },
    remedy: {
      en: "Give the header once: receivers differ in which of the values they take.",
      "zh-CN": "该头只保留一个值：不同的接收方取用的值不同。",
    },
    example: "X-Auth-Token twice, with two tokens",
  },
  {
    codes: ["request.body.missing", "response.body.missing"],
    severity: ERROR,
    when: { en: "no payload where one belongs", "zh-CN": "应有消息体却没有" },
    remedy: EITHER_SIDE,
    example: "POST …/listeners with nothing",
  },
  {
    codes: ["request.body.unexpected"],
    severity: NOTE,
    when: { en: "a payload where none belongs", "zh-CN": "不应有消息体却有" },
    remedy: { en: "Send none: the service ignores it.", "zh-CN": "不要发送请求体，服务会忽略它。" },
    example: "{} with a GET",
  },
  {
    codes: ["response.body.unexpected"],
    severity: ERROR,
    when: { en: "an answer with a payload where none belongs", "zh-CN": "响应中不应有消息体却有" },
    remedy: SERVICE_DIFFERS,
    example: "{} with 204",
  },
  {
    codes: ["request.body.syntax", "response.body.syntax"],
    severity: ERROR,
    when: { en: "the payload is not JSON", "zh-CN": "消息体不是JSON" },
    remedy: {
      en: "Look at who wrote it: a page in HTML usually comes from a proxy in between.",
      "zh-CN": "检查消息体由谁产生：HTML页面通常来自中间的代理。",
    },
    example: "<html>",
  },
  {
    codes: ["request.body.required", "response.body.required"],
    severity: ERROR,
    when: { en: "a property is missing", "zh-CN": "缺少属性" },
    remedy: EITHER_SIDE,
    example: "no server_id",
  },
  {
    codes: ["request.body.type", "response.body.type"],
    severity: ERROR,
    when: { en: "a value of another type", "zh-CN": "值的类型不对" },
    remedy: EITHER_SIDE,
    example: '"port": "80"',
  },
  {
    codes: ["request.body.enum", "response.body.enum"],
    severity: ERROR,
    when: { en: "not one of the values", "zh-CN": "不是允许的取值" },
    remedy: EITHER_SIDE,
    example: '"lb_algorithm": "random"',
  },
  {
    codes: ["request.body.range", "response.body.range"],
    severity: ERROR,
    when: { en: "too small or too large a number", "zh-CN": "数值过小或过大" },
    remedy: EITHER_SIDE,
    example: '"port": 70000',
  },
  {
    codes: ["request.body.length", "response.body.length"],
    severity: ERROR,
    when: { en: "too short or too long a text or list", "zh-CN": "文本或列表过短或过长" },
    remedy: EITHER_SIDE,
    example: "a name of 65 characters",
  },
  {
    codes: ["request.body.pattern", "response.body.pattern"],
    severity: ERROR,
    when: {
      en: "a text with other characters or of another form",
      "zh-CN": "文本含有不允许的字符或格式不对",
    },
    remedy: EITHER_SIDE,
    example: '"description": "<b>"',
  },
  {
    codes: ["request.body.format", "response.body.format"],
    severity: ERROR,
    when: { en: "a text that is not of its format", "zh-CN": "文本不符合其格式" },
    remedy: EITHER_SIDE,
    example: "a time that is none",
  },
  {
    codes: ["request.body.variant", "response.body.variant"],
    severity: ERROR,
    when: {
      en: "none of the alternatives is there, or several where only one may be",
      "zh-CN": "可选形式一种也没有，或者只能有一种却有多种",
    },
    remedy: EITHER_SIDE,
    example: "a public load balancer without bandwidth and vip_address",
  },
  {
    codes: ["request.body.property"],
    severity: WARNING,
    when: { en: "a property that is not documented", "zh-CN": "属性未在文档中说明" },
    remedy: {
      en: "Look for a slip in its name, or leave it out: the service may ignore it.",
      "zh-CN": "检查名称是否拼写有误，或者删除该属性：服务可能会忽略它。",
    },
    example: '"colour": "red"',
  },
  {
    codes: ["response.body.property"],
    severity: NOTE,
    when: { en: "a property of an answer that is not documented", "zh-CN": "响应中的属性未在文档中说明" },
    remedy: { en: "Nothing: answers may grow.", "zh-CN": "无需处理：响应可以增加属性。" },
    example: '"colour": "red"',
  },
  {
    codes: ["request.body.depth", "response.body.depth"],
    severity: ERROR,
    when: { en: "nested more deeply than can be checked", "zh-CN": "嵌套过深，无法检查" },
    remedy: EITHER_SIDE,
    example: "jobs inside jobs, 100,000 deep",
  },
  {
    codes: ["request.body.size", "response.body.size"],
    severity: NOTE,
    when: {
      en: "longer than maxBody, so not checked (only contractFetch)",
      "zh-CN": "超过上限，因此未检查（仅限边传边查的方式）",
    },
    remedy: { en: "Raise the limit to have it checked.", "zh-CN": "如需检查，请调高上限。" },
    example: "2 MB",
  },
  {
    codes: ["request.condition.ignored"],
    severity: NOTE,
    when: { en: "a property without effect in this combination", "zh-CN": "属性在该组合下不起作用" },
    remedy: { en: "Leave it out.", "zh-CN": "删除该属性。" },
    example: "tcp_timeout of an HTTP listener",
  },
  {
    codes: ["request.condition.required"],
    severity: WARNING,
    when: {
      en: "a property that this combination needs, though the schema does not",
      "zh-CN": "模式不要求、但该组合需要的属性没有提供",
    },
    remedy: { en: "Send it.", "zh-CN": "提供该属性。" },
    example: "a private load balancer without security_group_id",
  },
  {
    codes: ["request.condition.value"],
    severity: WARNING,
    when: {
      en: "a value that this combination does not allow, though the schema does",
      "zh-CN": "模式允许、但该组合不允许的取值",
    },
    remedy: SEND_OTHER,
    example: "session_sticky with leastconn",
  },
  {
    codes: ["response.status"],
    severity: WARNING,
    when: { en: "a status that is not documented", "zh-CN": "状态码未在文档中说明" },
    remedy: {
      en: "Be ready for it: gateways and proxies answer with statuses of their own.",
      "zh-CN": "调用方需要能够处理：网关和代理会返回自己的状态码。",
    },
    example: "429",
  },
  {
    codes: ["response.header.content-type"],
    severity: WARNING,
    when: {
      en: "a JSON payload that is announced as something else",
      "zh-CN": "响应体是JSON，却声明为其他类型",
    },
    remedy: SERVICE_DIFFERS,
    example: "Content-Type: text/html",
  },
  {
    codes: ["response.count"],
    severity: { en: "warning; note with a query", "zh-CN": "警告；带查询参数时为提示" },
    when: { en: "a list is not as long as the answer says", "zh-CN": "列表长度与响应所说的数量不一致" },
    remedy: { en: "Count the list instead.", "zh-CN": "以列表的实际长度为准。" },
    example: '"instance_num": "2" with one load balancer',
  },
  {
    codes: ["response.error.unknown"],
    severity: WARNING,
    when: { en: "an error code that the catalogue does not have", "zh-CN": "错误码目录中没有该错误码" },
    remedy: SERVICE_DIFFERS,
    example: "ELB.0000",
  },
  {
    codes: ["response.error.operation"],
    severity: WARNING_OR_NOTE,
    when: { en: "an error code of other operations", "zh-CN": "错误码属于其他接口" },
    remedy: SERVICE_DIFFERS,
    example: "ELB.2012 when members are listed",
  },
  {
    codes: ["response.error.status"],
    severity: WARNING_OR_NOTE,
    when: { en: "an error code with another status", "zh-CN": "错误码与状态码不匹配" },
    remedy: SERVICE_DIFFERS,
    example: "ELB.2003 with 403",
  },
  {
    codes: ["response.job.id"],
    severity: WARNING,
    when: { en: "another job than the one that was asked for", "zh-CN": "返回的任务不是所查询的任务" },
    remedy: SERVICE_DIFFERS,
    example: "j2 at …/jobs/j1",
  },
  {
    codes: ["response.job.error"],
    severity: {
      en: "warning; note where it failed without a reason",
      "zh-CN": "警告；失败但没有原因时为提示",
    },
    when: {
      en: "a job that succeeded or is at work with an error, or failed without",
      "zh-CN": "任务成功或仍在执行却带有错误，或者失败却没有错误",
    },
    remedy: SERVICE_DIFFERS,
    example: '"status": "SUCCESS", "error_code": "ELB.1009"',
  },
  {
    codes: ["response.job.times"],
    severity: WARNING,
    when: {
      en: "a job that ended before it began, or ended and goes on",
      "zh-CN": "任务结束时间早于开始时间，或者已有结束时间却仍在进行",
    },
    remedy: SERVICE_DIFFERS,
    example: "RUNNING with an end_time",
  },
  {
    codes: ["response.job.part"],
    severity: WARNING,
    when: {
      en: "a job that succeeded, with a part that did not",
      "zh-CN": "任务成功，但其中的子任务没有成功",
    },
    remedy: SERVICE_DIFFERS,
    example: "FAIL in its sub_jobs",
  },
  {
    codes: ["sequence.job.status"],
    severity: WARNING,
    when: { en: "a job that goes back", "zh-CN": "任务状态倒退" },
    remedy: SERVICE_DIFFERS,
    example: "SUCCESS, then RUNNING",
  },
  {
    codes: ["sequence.job.type"],
    severity: WARNING,
    when: {
      en: "a job whose type changes, or is not that of the operation that launched it",
      "zh-CN": "任务类型发生变化，或者与发起它的接口不符",
    },
    remedy: SERVICE_DIFFERS,
    example: "createELB after adding members",
  },
  {
    codes: ["sequence.job.begin"],
    severity: WARNING,
    when: { en: "a job that begins a second time", "zh-CN": "任务再次开始" },
    remedy: SERVICE_DIFFERS,
    example: "another begin_time",
  },
];

/** What that code says. */
export function meaningOf(code: string): CodeMeaning | undefined {
  return CODE_MEANINGS.find(({ codes }) => (codes as readonly string[]).includes(code));
}
