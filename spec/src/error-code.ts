/** A text in both languages. */
export interface Bilingual {
  en: string;
  zh: string;
}

/** One row of the catalogue of error codes. A code can have several rows, so each row has an id of its own. */
export interface ErrorCode {
  /** Code as it travels, `ELB.6101`. Not unique. */
  code: string;
  /** HTTP status that comes with it. */
  status: number;
  /** Further statuses that were documented for the same code. */
  alsoStatus?: readonly number[];
  /** Part of the API that it belongs to. */
  module: string;
  /** Texts that the service sends with it. They vary; decide by the code. */
  messages: readonly string[];
  /** What the service says by it. */
  meaning: Bilingual;
  /** What usually leads to it. */
  cause: Bilingual;
  /** The way out. */
  remedy: Bilingual;
  /** Whether the same request can succeed: `later`, only `after-change`, or `never` (trying again does harm). */
  retry: "later" | "after-change" | "never";
  /** Whether it says that the thing addressed does not exist. */
  gone: boolean;
  /** Kind of trouble, where a caller may want to treat all of that kind alike. */
  about?: "auth" | "quota" | "throttling" | "unavailable";
  /** Operations that can answer with it. */
  operations: readonly string[] | "all";
  /** Whether the documents have it, or only recordings or inference. */
  provenance: "documented" | "observed" | "inferred";
  /** Evidence, where it is not on the page as it stands here. */
  evidence?: string;
}
