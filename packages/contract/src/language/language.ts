import { table } from "../../.build-validators/table.js";
import { en } from "./en.ts";
import { zhCn } from "./zh-cn.ts";

/** Languages that findings can be written in. */
export type LanguageName = "en" | "zh-CN";

export type Words = Readonly<Record<keyof typeof en, string>>;

export interface Language {
  readonly name: LanguageName;
  readonly words: Words;
}

export const english: Language = { name: "en", words: en };
const chinese: Language = { name: "zh-CN", words: zhCn };

/** @throws TypeError where there is no such language */
export function languageOf(name: LanguageName | undefined): Language {
  if (name === undefined || name === "en") return english;
  if (name === "zh-CN") return chinese;
  throw new TypeError(`There are no findings in the language "${name}"; use "en" or "zh-CN".`);
}

/** A text of the language, with its places filled in. */
export function say(
  { words }: Language,
  key: keyof Words,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return words[key].replaceAll(/\{(\w+)\}/g, (_place, name: string) => String(values[name]));
}

/** The title of a schema, which the description has in both languages. */
export function titleIn({ name }: Language, title: string): string {
  return name === "en" ? title : (table.titles[title] ?? title);
}
