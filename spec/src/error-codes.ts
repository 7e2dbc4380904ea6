import type { Bilingual, ErrorCode } from "./error-code.ts";
import { readTwin, type Translation } from "./translations.ts";
import { readYaml, SourceError } from "./yaml.ts";

type SourceRow = Omit<ErrorCode, "meaning" | "cause" | "remedy"> &
  Record<"meaning" | "cause" | "remedy", string>;

/** Reads the catalogue with the Chinese texts beside the English ones, by row id. */
export async function readErrorCodes(): Promise<Record<string, ErrorCode>> {
  const rows = await readYaml<Record<string, SourceRow>>("error-codes.yaml");
  for (const [id, row] of Object.entries(rows)) checkRow(id, row);
  const twin = await readTwin("translations/zh-CN/error-codes.yaml");
  return Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, inBothLanguages(id, row, twin)]));
}

const retries = ["later", "after-change", "never"];
const provenances = ["documented", "observed", "inferred"];

/** A row that is not what the programs behind it expect is refused here, and not found out by its readers. */
function checkRow(id: string, row: SourceRow): void {
  const faults = [
    ...(new RegExp(`^${row.code}#[1-9]$`).test(id) ? [] : [`the id has to be ${row.code}#n`]),
    ...(row.status >= 100 && row.status <= 599 ? [] : [`${row.status} is no HTTP status`]),
    ...(retries.includes(row.retry) ? [] : [`retry has to be one of ${retries.join(", ")}`]),
    ...(provenances.includes(row.provenance)
      ? []
      : [`provenance has to be one of ${provenances.join(", ")}`]),
    ...(typeof row.gone === "boolean" ? [] : ["gone has to be true or false"]),
  ];
  if (faults.length > 0) throw new SourceError(`spec/error-codes.yaml, row ${id}: ${faults.join("; ")}.`);
}

function inBothLanguages(id: string, row: SourceRow, twin: Record<string, Translation>): ErrorCode {
  const both = (key: "meaning" | "cause" | "remedy"): Bilingual => ({
    en: row[key],
    zh: twin[`/${id}/${key}`]?.zh ?? "",
  });
  return { ...row, meaning: both("meaning"), cause: both("cause"), remedy: both("remedy") };
}

/** The module `generated/error-codes.ts`: the whole catalogue. */
export function generateErrorCodes(catalogue: Record<string, ErrorCode>): string {
  const rows = Object.entries(catalogue).map(
    ([id, row]) => `  ${JSON.stringify(id)}: ${JSON.stringify(row)},`,
  );
  return `// Generated from error-codes.yaml by \`npm run build\`. Do not edit.

import type { ErrorCode } from "../src/error-code.ts";

/** Every known error code, by row id. */
export const errorCodes = {
${rows.join("\n")}
} as const satisfies Record<string, ErrorCode>;

/** Id of a row of the catalogue. */
export type ErrorCodeId = keyof typeof errorCodes;

export type { Bilingual, ErrorCode } from "../src/error-code.ts";
`;
}

/** The modules whose codes come from something before the service. */
const onTheWay = ["gateway", "iam"];

/** The module `generated/error-facts.ts`: what a client decides by, without the texts. */
export function generateErrorFacts(catalogue: Record<string, ErrorCode>): string {
  const rows = Object.values(catalogue);
  const distinct = [...new Set(rows.map((row) => row.code))];
  const where = (test: (code: ErrorCode[]) => boolean): string =>
    JSON.stringify(distinct.filter((code) => test(rows.filter((row) => row.code === code))));
  const every = (test: (row: ErrorCode) => boolean): string => where((code) => code.every(test));
  const some = (test: (row: ErrorCode) => boolean): string => where((code) => code.some(test));
  return `// Generated from error-codes.yaml by \`npm run build\`. Do not edit.

/** Codes by what they say. A code with several rows counts where all of them agree, and as harmful where one says so. */
export const errorFacts = {
  /** The thing addressed does not exist. */
  gone: ${every((row) => row.gone)},
  /** The same request may succeed later. */
  later: ${every((row) => row.retry === "later")},
  /** Trying again does harm. */
  never: ${some((row) => row.retry === "never")},
  /** The caller is not who it has to be. */
  auth: ${every((row) => row.about === "auth")},
  /** A quota is used up. */
  quota: ${every((row) => row.about === "quota")},
  /** Too many requests. */
  throttling: ${every((row) => row.about === "throttling")},
  /** The endpoint does not offer this API. */
  unavailable: ${every((row) => row.about === "unavailable")},
  /** The service itself has turned the request away as it is, and done nothing. */
  refused: ${every((row) => row.retry === "after-change" && !onTheWay.includes(row.module))},
} as const satisfies Record<string, readonly string[]>;
`;
}
