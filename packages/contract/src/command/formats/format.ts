import type { LanguageName } from "../../language/language.ts";
import type { Occurrence, Problem, Report } from "../report/report.ts";
import { createPretty } from "./pretty.ts";

export const FORMATS = ["pretty", "json", "ndjson", "junit", "sarif", "github", "html"] as const;
export type FormatName = (typeof FORMATS)[number];

/** How findings are written. Every member gives text to be written as it is. */
export interface Format {
  begin?(): string;
  /** As soon as it is found. Left out: findings are written at the end. */
  occurrence?(occurrence: Occurrence): string;
  problem?(problem: Problem): string;
  end(report: Report): Iterable<string>;
}

export interface FormatOptions {
  /** Whether the text may have colours. */
  readonly colour: boolean;
  readonly language: LanguageName;
}

const FACTORIES: Readonly<Record<FormatName, () => Promise<(options: FormatOptions) => Format>>> = {
  pretty: async () => createPretty,
  json: async () => (await import("./json.ts")).createJson,
  ndjson: async () => (await import("./ndjson.ts")).createNdjson,
  junit: async () => (await import("./junit.ts")).createJunit,
  sarif: async () => (await import("./sarif.ts")).createSarif,
  github: async () => (await import("./github.ts")).createGithub,
  html: async () => (await import("./html.ts")).createHtml,
};

/** Loads a format when it is used, but for the usual one. */
export async function createFormat(name: FormatName, options: FormatOptions): Promise<Format> {
  return (await FACTORIES[name]())(options);
}
