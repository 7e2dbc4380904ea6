/** What the catalogue of error codes says about one code, in the language that it was asked for in. */
export interface CatalogueEntry {
  /** Stable id of the row: the code, `#` and a number, since a code can have several rows. */
  readonly id: string;
  /** Code as the catalogue has it, such as `ELB.6101`. */
  readonly code: string;
  /** HTTP status that it is documented with. */
  readonly status: number;
  /** What the service says by it. */
  readonly meaning: string;
  /** What usually leads to it. */
  readonly cause: string;
  /** The way out. */
  readonly remedy: string;
  /** Whether the same request can succeed: `later`, only `after-change`, or `never` (trying again does harm). */
  readonly retry: "later" | "after-change" | "never";
  /** Operations that can answer with it. */
  readonly operations: readonly string[] | "all";
}

/**
 * Looks a code up, with the call and the text that it came with, since some codes mean different things to different
 * operations. The `error_code` of a failed job comes from `getJob` and has no status. Undefined for a code that is on
 * no list.
 */
export type ErrorCatalogue = (
  code: string,
  about: { operationId: string; status: number | undefined; message?: string | undefined },
) => CatalogueEntry | undefined;

/** What an entry adds to the end of a message. */
export const advice = (entry: CatalogueEntry | undefined): string =>
  entry ? ` ${entry.meaning} ${entry.remedy}` : "";
