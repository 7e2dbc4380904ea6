import type { Condition, Scalar } from "./ledger.ts";
import type { Subject } from "./limits.ts";
import { splitWords, toScalar, word, wordList } from "./wire-values.ts";

/** `protocol为“TCP”`, `lb_algorithm不等于roundrobin`, `参数type的值为Internal`. A comma here ends the list. */
const comparison = new RegExp(
  `(?<![A-Za-z0-9_])([a-z][A-Za-z0-9_]*)(?:字段|参数)?(?:的值|值)?(为|等于|不等于)\\s*[“"]?(${word}(?:(?:、|或)${word})*)[”"]?`,
  "g",
);
/** What may stand between two comparisons that have to hold together. */
const and = /^时?[，,]?\s*(?:且|并且)?\s*$/;

/** Reads what a sentence says under conditions. */
export function conditionsIn(sentence: string, subject: Subject): Condition[] {
  return [...compared(sentence, subject), ...phrases(sentence, subject)];
}

function compared(sentence: string, subject: Subject): Condition[] {
  const matches = [...sentence.matchAll(comparison)];
  const found: Condition[] = [];
  let when: Condition["when"] = {};
  for (const [index, match] of matches.entries()) {
    const end = match.index + match[0].length;
    const tail = sentence.slice(end, matches[index + 1]?.index);
    when[match[1] ?? ""] = operand(match[2] ?? "", match[3] ?? "");
    if (index + 1 < matches.length && and.test(tail)) continue;
    const then = consequence(tail, subject);
    if (then) found.push({ when: { ...when, ...present(tail) }, ...then });
    when = {};
  }
  return found;
}

function operand(operator: string, list: string): Scalar | Scalar[] | { not: Scalar | Scalar[] } {
  const words = splitWords(list).map((word) => toScalar(word, ["boolean"]));
  const value = words.length === 1 ? (words[0] as Scalar) : words;
  return operator === "不等于" ? { not: value } : value;
}

/** `若指定az` */
const present = (tail: string): Condition["when"] => {
  const name = /若指定([a-z]\w*)/.exec(tail)?.[1];
  return name ? { [name]: "present" } : {};
};

function consequence(tail: string, subject: Subject): Omit<Condition, "when"> | undefined {
  const then: Omit<Condition, "when"> = { ...effectOf(tail), ...valuesOf(tail, subject), ...answerOf(tail) };
  return Object.keys(then).length > 0 ? then : undefined;
}

function effectOf(tail: string): Omit<Condition, "when"> {
  if (/必选/.test(tail)) return { required: true };
  if (/可选/.test(tail)) return { required: false };
  if (/无效|忽略/.test(tail))
    return { ignored: true, ...(/不传或者为空/.test(tail) && { send: ["absent", "empty"] }) };
  if (/有效|生效/.test(tail)) return { effective: true };
  return /否则返回错误信息/.test(tail) ? { error: true } : {};
}

function valuesOf(tail: string, { types }: Subject): Omit<Condition, "when"> {
  const only = new RegExp(`只能(?:为|取值)\\s*(${wordList})`).exec(tail)?.[1];
  const preset = /默认(\w+)方式/.exec(tail)?.[1];
  const means = /该字段为(弹性IP|私网IP)/.exec(tail)?.[1];
  return {
    ...(only && { only: splitWords(only).map((word) => toScalar(word, types)) }),
    ...(preset && { default: toScalar(preset, types) }),
    ...(means && { means: means === "弹性IP" ? "elastic IP" : "private IP" }),
  };
}

function answerOf(tail: string): Omit<Condition, "when"> {
  if (/否则返回值为null/.test(tail)) return { otherwise: null };
  if (/返回值为null/.test(tail)) return { value: null };
  return /^时?返回/.test(tail) ? { returned: true } : {};
}

/** Conditions that are not written as a comparison. */
function phrases(sentence: string, { name }: Subject): Condition[] {
  const moot = new RegExp(`传此参数时，(${wordList})没有意义`).exec(sentence)?.[1];
  if (moot) return [{ when: { [name]: "present" }, moot: splitWords(moot) }];
  const refused = new RegExp(`当负载均衡类型为私网时，不允许创建(${wordList})协议`).exec(sentence)?.[1];
  if (refused) return [{ when: { "loadbalancer.type": "Internal" }, not: splitWords(refused) }];
  const old = /([\d.]+)版本前已有(\w+)协议类型.*则值为([\w.]+)/.exec(sentence);
  if (old) {
    const [, version = "", protocol = "", value = ""] = old;
    return [{ when: { protocol, "created before": version, "never changed": true }, value }];
  }
  return [];
}
