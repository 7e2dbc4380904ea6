/** The catalogue of error codes, its rows gathered by code. */
import rows from "@elb-classic/spec/error-codes.json" with { type: "json" };
import type { Bilingual } from "../language.ts";

export interface CodeRow {
  code: string;
  status: number;
  alsoStatus?: readonly number[];
  messages: readonly string[];
  meaning: Bilingual;
  cause: Bilingual;
  remedy: Bilingual;
  retry: "later" | "after-change" | "never";
  gone: boolean;
  operations: readonly string[] | "all";
  provenance: "documented" | "observed" | "inferred";
  evidence?: string;
}

/** A code with its rows by their own ids, `ELB.1001#2`. */
export interface Code {
  code: string;
  rows: { id: string; row: CodeRow }[];
}

export const codes: readonly Code[] = gather(rows as unknown as Record<string, CodeRow>);

function gather(all: Readonly<Record<string, CodeRow>>): Code[] {
  const found = new Map<string, Code>();
  for (const [id, row] of Object.entries(all)) {
    const entry = found.get(row.code) ?? { code: row.code, rows: [] };
    entry.rows.push({ id, row });
    found.set(row.code, entry);
  }
  return [...found.values()].sort((one, other) => one.code.localeCompare(other.code, "en"));
}
