import type { Block, Blocks } from "./blocks.ts";
import { isCodeTable, readCodes } from "./code-table.ts";
import { isFieldTable, readFieldRows } from "./field-rows.ts";
import type { CodeFact, GeneralFacts, HeaderFact, TableFact } from "./ledger.ts";
import { addProse } from "./prose.ts";
import { readSample } from "./samples.ts";
import { readTable, type Table } from "./table.ts";
import { hashOf, isWireText } from "./text.ts";
import type { Reading } from "./trouble.ts";

/** Facts of a page that is about no single operation. */
export interface GeneralPage {
  facts: GeneralFacts;
  codes: Record<string, CodeFact>;
}

/** Reads a page that is about no single operation. */
export function readGeneralPage({ title, blocks }: Blocks, reading: Reading): GeneralPage {
  const page: GeneralPage = { facts: { title, prose: {} }, codes: {} };
  for (const block of blocks) {
    if (block.kind === "table") takeTable(page, block, reading);
    else if (block.kind === "code") takeCode(page.facts, block, reading);
    else takeWords(page.facts, block);
  }
  const { prose, ...rest } = page.facts;
  return { ...page, facts: { ...rest, prose } };
}

function takeTable(page: GeneralPage, block: Block & { kind: "table" }, reading: Reading): void {
  const table = readTable(block, reading);
  if (!table) return;
  if (isCodeTable(table)) Object.assign(page.codes, readCodes(table, reading));
  else if (isFieldTable(table))
    page.facts.headers = { ...page.facts.headers, ...readHeaders(table, reading) };
  else page.facts.tables = [...(page.facts.tables ?? []), readAnyTable(table, reading)];
}

function readHeaders(table: Table, reading: Reading): Record<string, HeaderFact> {
  const rows = readFieldRows(table, reading);
  return Object.fromEntries(rows.map(({ name, fact }) => [name, fact]));
}

/** A table of unknown meaning: wire data as it is, prose as hashes. */
function readAnyTable({ columns, rows, caption }: Table, reading: Reading): TableFact {
  const [first = "", ...others] = columns;
  const found: TableFact["rows"] = {};
  for (const { line, cells } of rows) {
    const name = cells[first]?.text ?? "";
    if (found[name]) reading.trouble(line, `The row "${name}" is listed twice.`);
    found[name] = Object.fromEntries(others.map((column) => [column, asData(cells[column]?.text ?? "")]));
  }
  return { ...(caption && { title: caption.title }), rows: found };
}

const asData = (text: string): string => (isWireText(text) ? text : hashOf(text));

function takeCode(facts: GeneralFacts, block: Block & { kind: "code" }, reading: Reading): void {
  const content = readSample(block.text);
  if (!content) {
    reading.trouble(block.line, "A code block that is neither JSON, nor repairable, nor an HTTP message.");
    return;
  }
  const number = (facts.samples?.length ?? 0) + 1;
  facts.samples = [...(facts.samples ?? []), { of: "page", number, ...content }];
}

const units: Readonly<Record<string, string>> = { 小时: "hours", 分钟: "minutes", MB: "MB" };

function takeWords(facts: GeneralFacts, block: Block & { kind: "text" | "item" }): void {
  addProse(facts.prose, block.section, block.text);
  for (const [, amount, unit = ""] of block.text.matchAll(/(?<![\w.])(\d+)\s*(小时|分钟|MB)/g)) {
    const quantity = `${amount} ${units[unit]}`;
    const known = (facts.quantities?.[block.section] ?? []).filter((other) => other !== quantity);
    facts.quantities = { ...facts.quantities, [block.section]: [...known, quantity] };
  }
}
