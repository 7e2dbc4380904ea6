/** The two languages of the site. */
export type Language = "en" | "zh";

/** A text in both languages, as the outputs of the description have it. */
export interface Bilingual {
  en: string;
  zh: string;
}

export const languages: readonly Language[] = ["en", "zh"];

/** Name of the folder that holds the pages of a language; empty for English, which is at the root. */
export const folderOf: Record<Language, string> = { en: "", zh: "zh-cn/" };

/** Tag of a language, as HTML and the files of the description spell it. */
export const tagOf: Record<Language, string> = { en: "en", zh: "zh-CN" };

/** The language of a page by the path of its folder below the root of the site. */
export const languageOf = (locale: string | undefined): Language => (locale === "zh-cn" ? "zh" : "en");

/** The language of a page by its path below the root of the site. */
export const languageOfPage = (id: string): Language => languageOf(id.split("/")[0]);
