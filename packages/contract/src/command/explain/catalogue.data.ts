import { errorCodes } from "@elb-classic/spec/error-codes";

/** A row of the catalogue, as far as it is explained. */
export interface CatalogueRow {
  readonly code: string;
  readonly statuses: readonly number[];
  /** Texts that the service sends with it. */
  readonly messages: readonly string[];
  readonly meaning: Bilingual;
  readonly cause: Bilingual;
  readonly remedy: Bilingual;
  readonly retry: "after-change" | "later" | "never";
  /** Whether it says that the resource does not exist. */
  readonly gone: boolean;
  readonly operations: readonly string[] | "all";
  readonly provenance: "documented" | "observed" | "inferred";
}

export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

interface SourceRow extends Omit<CatalogueRow, "statuses"> {
  readonly status: number;
  readonly alsoStatus?: readonly number[];
}

/** The catalogue of error codes. A code that means several things has several rows. */
export const catalogue: readonly CatalogueRow[] = Object.values<SourceRow>(errorCodes).map(
  ({
    code,
    status,
    alsoStatus = [],
    messages,
    meaning,
    cause,
    remedy,
    retry,
    gone,
    operations,
    provenance,
  }) => ({
    code,
    statuses: [status, ...alsoStatus],
    messages,
    meaning,
    cause,
    remedy,
    retry,
    gone,
    operations,
    provenance,
  }),
);
