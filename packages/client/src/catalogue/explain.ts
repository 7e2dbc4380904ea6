import type { CatalogueEntry } from "../errors/catalogue-entry.ts";
import { parseFault, readFault } from "../errors/error-body.ts";
import { type ErrorContext, fitting } from "./choose.ts";
import { checkLanguage, entryOf, type Language } from "./error-catalogue.ts";
import { rowsOf } from "./rows.ts";

/**
 * What a code can mean: all rows of it that fit, the likeliest first; none where the catalogue does not know it.
 *
 * @param error a code such as `ELB.6101`, the body of an error answer (as text or parsed, in any of its shapes), or an
 *   `ElbApiError`. A body narrows the rows down by its message, an error besides by status and operation
 * @param language of the texts. Default: English
 * @throws {ElbConfigurationError} for a language that the catalogue does not have
 */
export function explain(error: string | object, language: Language = "en"): CatalogueEntry[] {
  checkLanguage(language);
  const { code, ...context } = typeof error === "string" ? readText(error) : readObject(Object(error));
  return fitting(rowsOf(code), context).map((row) => entryOf(row, language));
}

interface Known extends ErrorContext {
  code: string;
}

function readText(text: string): Known {
  const { code, text: message } = parseFault(text);
  return code === undefined ? { code: text.trim() } : { code, message };
}

function readObject(error: object): Known {
  const { status, operationId, message } = error as ErrorContext;
  const { code = "", text } = readFault({ ...error, ...(message && { message }) }) ?? {};
  return {
    code,
    message: text,
    ...(typeof status === "number" && { status }),
    ...(typeof operationId === "string" && { operationId }),
  };
}
