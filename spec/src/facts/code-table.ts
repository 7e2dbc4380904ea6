import type { CodeFact } from "./ledger.ts";
import type { Table } from "./table.ts";
import { hashOf } from "./text.ts";
import type { Reading } from "./trouble.ts";

const columns = ["模块", "http状态码", "错误码", "错误说明", "Error Message", "处理措施"] as const;

/** Whether a table is one of error codes. */
export const isCodeTable = (table: Table): boolean =>
  table.columns.includes("模块") && table.columns.includes("错误码");

/** Reads the table of error codes. Codes repeat, so each row gets the id `code#n`. */
export function readCodes(table: Table, reading: Reading): Record<string, CodeFact> {
  const odd = [...table.columns, ...columns].find(
    (name) => !(table.columns.includes(name) && (columns as readonly string[]).includes(name)),
  );
  if (odd !== undefined) reading.trouble(table.line, `The table of codes lacks or adds the column ${odd}.`);
  const found: Record<string, CodeFact> = {};
  const count = new Map<string, number>();
  for (const { line, cells } of table.rows) {
    const text = (column: (typeof columns)[number]): string => cells[column]?.text ?? "";
    const code = text("错误码");
    const status = Number(text("http状态码"));
    if (!/^[A-Z]+\.\d+$/.test(code) || !Number.isInteger(status)) {
      reading.trouble(line, `"${text("http状态码")}" and "${code}" are no status and code.`);
      continue;
    }
    const number = (count.get(code) ?? 0) + 1;
    count.set(code, number);
    found[`${code}#${number}`] = {
      code,
      status,
      module: text("模块"),
      messages: (cells["Error Message"]?.lines ?? []).map((message) => message.text),
      meaning: hashOf(text("错误说明")),
      remedy: hashOf(text("处理措施")),
    };
  }
  return found;
}
