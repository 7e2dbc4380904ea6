import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import type { Block, Caption } from "./blocks.ts";
import { squeeze } from "./text.ts";
import type { Reading } from "./trouble.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A line of a cell, its blanks as printed; `nested` when it stands in a list inside a list item. */
export interface Line {
  text: string;
  nested: boolean;
}

/** A cell: its lines, and all of it in one. */
export interface Cell {
  text: string;
  lines: Line[];
}

/** A table row, by the names of the columns. */
export interface Row {
  line: number;
  cells: Record<string, Cell>;
}

/** A table with its spans resolved. */
export interface Table {
  line: number;
  section: string;
  label: string;
  caption?: Caption;
  columns: string[];
  rows: Row[];
}

/** Reads an HTML table. What is no clean grid with one header row is named, and gives undefined. */
export function readTable(block: Block & { kind: "table" }, reading: Reading): Table | undefined {
  const name = block.caption ? `Table ${block.caption.number}` : "A table";
  const root = parseFragment(block.html, { sourceCodeLocationInfo: true });
  const rows = [...elements(root, "tr")];
  const grid = gridOf(rows);
  const columns = (grid[0] ?? []).map((cell) => cell?.text ?? "");
  const fault = faultOf(root) ?? faultOfHeader(rows, columns);
  if (fault) return reading.trouble(block.line, `${name} ${fault}.`) as undefined;
  const table: Table = { line: block.line, section: block.section, label: block.label, columns, rows: [] };
  if (block.caption) table.caption = block.caption;
  for (const [at, cells] of grid.entries()) {
    if (at === 0) continue;
    const line = block.line + (rows[at]?.sourceCodeLocation?.startLine ?? 1) - 1;
    const row = rowOf(columns, cells);
    if (row) table.rows.push({ line, cells: row });
    else reading.trouble(line, `${name} has a row that does not fit its ${columns.length} columns.`);
  }
  return table;
}

/** Why the HTML is not a plain table. */
function faultOf(root: Node): string | undefined {
  if ([...elements(root, "table")].length > 1) return "has a table inside a cell";
  if ("childNodes" in root && root.childNodes.some(isStray)) return "has text outside its cells";
  const [stranger] = strangers(root);
  return stranger && `holds <${stranger}>, which is not known here`;
}

function faultOfHeader(rows: readonly Element[], columns: readonly string[]): string | undefined {
  if (!rows[0] || !isHeader(rows[0])) return "has no header row";
  if (new Set(columns).size < columns.length) return "has two columns of the same name";
  return rows.length === 1 ? "has no rows" : undefined;
}

function rowOf(
  columns: readonly string[],
  cells: readonly (Cell | undefined)[],
): Record<string, Cell> | undefined {
  if (cells.length !== columns.length || cells.includes(undefined)) return undefined;
  return Object.fromEntries(columns.map((column, at) => [column, cells[at] as Cell]));
}

const isHeader = (row: Element): boolean =>
  row.childNodes.filter(isElement).length > 0 &&
  row.childNodes.filter(isElement).every((cell) => cell.tagName === "th");

/** Cells by row and column, a spanning cell standing in every place that it covers. */
function gridOf(rows: readonly Element[]): (Cell | undefined)[][] {
  const grid: (Cell | undefined)[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    for (const element of row.childNodes.filter(isElement)) {
      const covered = grid.slice(at, at + span(element, "rowspan"));
      const column = firstFree(grid[at] ?? []);
      const cells = Array<Cell>(span(element, "colspan")).fill(readCell(element));
      for (const line of covered) for (const [across, cell] of cells.entries()) line[column + across] = cell;
    }
  }
  return grid.map((row) => Array.from(row));
}

const firstFree = (row: (Cell | undefined)[]): number => {
  const hole = Array.from(row).indexOf(undefined);
  return hole < 0 ? row.length : hole;
};

const span = (element: Element, name: "rowspan" | "colspan"): number =>
  Math.max(1, Number(element.attrs.find((attribute) => attribute.name === name)?.value ?? 1) || 1);

const blockTags = new Set(["p", "li", "ul", "ol", "div", "br"]);
const inlineTags = new Set(["a", "span", "em", "strong", "b", "i", "u", "code", "sup", "sub"]);
const tableTags = new Set(["table", "thead", "tbody", "tr", "td", "th", "colgroup", "col"]);

function readCell(cell: Element): Cell {
  const lines: Line[] = [];
  let open = "";
  const flush = (depth: number): void => {
    const text = open.replace(/\s*\n\s*/g, " ").trim();
    if (text !== "") lines.push({ text, nested: depth > 1 });
    open = "";
  };
  const walk = (node: Node, depth: number): void => {
    if (isText(node)) open += node.value;
    if (!isElement(node)) return;
    const breaks = blockTags.has(node.tagName);
    if (breaks) flush(depth);
    const below = node.tagName === "li" ? depth + 1 : depth;
    for (const child of node.childNodes) walk(child, below);
    if (breaks) flush(below);
  };
  for (const child of cell.childNodes) walk(child, 0);
  flush(0);
  return { lines, text: squeeze(lines.map((line) => line.text).join(" ")) };
}

function* elements(node: Node, tag: string): Generator<Element> {
  if (!("childNodes" in node)) return;
  for (const child of node.childNodes) {
    if (isElement(child) && child.tagName === tag) yield child;
    yield* elements(child, tag);
  }
}

function* strangers(node: Node): Generator<string> {
  if (!("childNodes" in node)) return;
  for (const child of node.childNodes) {
    if (isElement(child) && ![blockTags, inlineTags, tableTags].some((known) => known.has(child.tagName))) {
      yield child.tagName;
    }
    yield* strangers(child);
  }
}

/** Text between cells; HTML parsers move it in front of the table. */
const isStray = (node: Node): boolean =>
  isText(node) ? node.value.trim() !== "" : isElement(node) && node.tagName !== "table";

const isElement = (node: Node): node is Element => "tagName" in node;
const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === "#text";
