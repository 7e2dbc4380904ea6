import type { Limits } from "./ledger.ts";

const classes: Readonly<Record<string, readonly string[]>> = {
  中英文: ["cjk", "letters"],
  英文字母: ["letters"],
  大小写字母: ["letters"],
  字母: ["letters"],
  数字: ["digits"],
  下划线: ["_"],
  中划线: ["-"],
};

const allowed = [
  /(?:个字符|字符)，(?:只能包含)?([^，]+)$/,
  /字符串只能包含([^，]+)/,
  /字符串由([^，]+)组合/,
  /只能使用(.+)这些字符/,
];

/** Reads which characters a description allows, forbids or wants first. */
export function charactersIn(sentence: string): Limits {
  const list = allowed.map((pattern) => pattern.exec(sentence)?.[1]).find((text) => text !== undefined);
  const characters = list === undefined ? undefined : charactersOf(list);
  const forbidden = /不能(?:输入|包含)([\x20-\x7e]+)$/.exec(sentence)?.[1];
  const first = /必须以(.+?)开头/.exec(sentence)?.[1];
  const start = first === undefined ? undefined : charactersOf(first);
  return {
    ...(characters && { characters }),
    ...(forbidden && { forbidden: [...forbidden.replace(/\s/g, "")] }),
    ...(start && { start }),
  };
}

/** Names and quoted characters of a list, or undefined where one of them is not known. */
function charactersOf(list: string): string[] | undefined {
  const parts = list.split(/、|或|和/).map((part) => part.trim());
  const found = parts.map((part) => /^[‘“'"](.)[’”'"]$/.exec(part)?.slice(1, 2) ?? classes[part]);
  return found.includes(undefined) ? undefined : found.flatMap((characters) => characters ?? []);
}
