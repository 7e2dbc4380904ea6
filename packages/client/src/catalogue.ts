/** What the error codes of the API mean, in English and Chinese: apart from the core, which it would make much larger. */

export type { ErrorContext } from "./catalogue/choose.ts";
export { type Catalogue, errorCatalogue, type Language } from "./catalogue/error-catalogue.ts";
export { explain } from "./catalogue/explain.ts";
export type { CatalogueEntry, ErrorCatalogue } from "./errors/catalogue-entry.ts";
