import type { ErrorCode } from "../error-code.ts";
import type { CodeFact } from "../facts/ledger.ts";
import type { Difference } from "./differences.ts";

/** Compares the rows of the vendor's page of error codes with the catalogue, in both directions. */
export function codeDifferences(
  catalogue: Readonly<Record<string, ErrorCode>>,
  rows: Readonly<Record<string, CodeFact>>,
): Difference[] {
  const differences: Difference[] = [];
  for (const [id, row] of Object.entries(rows)) {
    const entry = catalogue[id];
    if (!entry) differences.push({ key: `errors.${id}#missing`, what: "the catalogue has no such row" });
    else differences.push(...compareRow(`errors.${id}`, row, entry));
  }
  for (const id of Object.keys(catalogue)) {
    if (!rows[id]) differences.push({ key: `errors.${id}#added`, what: "the page has no such row" });
  }
  return differences;
}

function compareRow(key: string, row: CodeFact, entry: ErrorCode): Difference[] {
  const pairs = {
    code: [row.code, entry.code],
    status: [row.status, entry.status],
    messages: [row.messages.join(), entry.messages.join()],
  };
  return Object.entries(pairs)
    .filter(([, [page, description]]) => page !== description)
    .map(([kind, [page, description]]) => ({
      key: `${key}#${kind}`,
      what: `page ${page}, catalogue ${description}`,
    }));
}
