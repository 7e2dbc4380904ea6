import type { StatusFact } from "./ledger.ts";
import type { Table } from "./table.ts";
import { hashOf } from "./text.ts";
import type { Reading } from "./trouble.ts";

const statusColumns = ["状态码", "返回值"];
const textColumns = ["错误码说明", "说明"];

/** Whether a table lists HTTP statuses. */
export const isStatusTable = (table: Table): boolean => statusColumns.includes(table.columns[0] ?? "");

/** Reads the table of error statuses. */
export function readStatuses(table: Table, reading: Reading): Record<string, StatusFact> {
  const [status = "", ...others] = table.columns;
  const unknown = others.filter((column) => column !== "编码" && !textColumns.includes(column));
  if (unknown.length > 0)
    reading.trouble(table.line, `A table of statuses has the unknown column ${unknown[0]}.`);
  const text = textColumns.find((column) => others.includes(column));
  const found: Record<string, StatusFact> = {};
  for (const { line, cells } of table.rows) {
    const [, number, rest = ""] = /^([1-5]\d\d)(?:\s+(\S.*))?$/.exec(cells[status]?.text ?? "") ?? [];
    if (number === undefined) reading.trouble(line, `"${cells[status]?.text}" is no HTTP status.`);
    else if (found[number]) reading.trouble(line, `Status ${number} is listed twice.`);
    else {
      const word = cells.编码?.text ?? rest;
      found[number] = { ...(word && { word }), ...(text && { text: hashOf(cells[text]?.text ?? "") }) };
    }
  }
  return found;
}

/** The statuses in the text under "normal". */
export function readSuccess(text: string): Record<string, StatusFact> | undefined {
  if (!/^2\d\d(?:\s*[,，、/或]\s*2\d\d)*$/.test(text)) return undefined;
  return Object.fromEntries(
    (text.match(/2\d\d/g) ?? []).map((status) => [status, { success: true as const }]),
  );
}
