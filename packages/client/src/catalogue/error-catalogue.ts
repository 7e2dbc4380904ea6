import { ElbConfigurationError } from "../errors/base.ts";
import type { CatalogueEntry } from "../errors/catalogue-entry.ts";
import { type ErrorContext, fitting } from "./choose.ts";
import { type Row, rowsOf } from "./rows.ts";

/** A language of the catalogue's texts. */
export type Language = "en" | "zh-CN";

/** Under which name the catalogue keeps the texts of a language. */
const texts = { en: "en", "zh-CN": "zh" } as const satisfies Record<Language, string>;

/** @throws {ElbConfigurationError} unless the catalogue has that language */
export function checkLanguage(language: unknown): asserts language is Language {
  if (typeof language === "string" && Object.hasOwn(texts, language)) return;
  throw new ElbConfigurationError('The catalogue of error codes has the languages "en" and "zh-CN" only.');
}

/** A row as its readers get it, in one language. */
export function entryOf(row: Row, language: Language): CatalogueEntry {
  const { id, code, status, retry, operations } = row;
  const key = texts[language];
  return {
    id,
    code,
    status,
    meaning: row.meaning[key],
    cause: row.cause[key],
    remedy: row.remedy[key],
    retry,
    operations,
  };
}

/** An `ErrorCatalogue` that can also be asked with less, or with the message besides. */
export type Catalogue = (code: string, context?: ErrorContext) => CatalogueEntry | undefined;

/**
 * The catalogue of error codes, to be handed to a client as `catalogue`, or to be asked. Where a code has several
 * rows, the one is chosen that fits the message, the status and the operation, as far as these are given; among those
 * that fit equally, the most general. Gateway codes are known by each prefix (`APIGW.`, `APIG.`, `APIC.`).
 *
 * @param language of the texts. Default: English
 * @throws {ElbConfigurationError} for a language that it does not have
 */
export function errorCatalogue(language: Language = "en"): Catalogue {
  checkLanguage(language);
  return (code, context = {}) => {
    const [row] = fitting(rowsOf(code), context);
    return row && entryOf(row, language);
  };
}
