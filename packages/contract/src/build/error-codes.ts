import type { ErrorCodes, ErrorRow } from "../table.ts";
import { Interned } from "./interned.ts";
import { isSettled, type Provenance } from "./provenance.ts";

/** `error-codes.json` of the spec package, as far as it is used here. */
export type Catalogue = Readonly<Record<string, CatalogueRow>>;

interface CatalogueRow {
  readonly code: string;
  readonly status: number;
  readonly alsoStatus?: readonly number[];
  readonly operations: readonly string[] | "all";
}

/** The catalogue by code, without what only IAM answers with. */
export function errorCodesOf(catalogue: Catalogue, provenance: Provenance): ErrorCodes {
  const lists = new Interned<readonly string[]>();
  const rows: Record<string, ErrorRow[]> = {};
  for (const [id, { code, status, alsoStatus = [], operations }] of Object.entries(catalogue)) {
    if (operations.length === 0) continue;
    const list = lists.add(operations === "all" ? [] : operations);
    rows[code] ??= [];
    rows[code].push([id, [status, ...alsoStatus], list, isSettled(provenance, `errors.${id}`)]);
  }
  return { operations: lists.values, rows };
}
