import { type Html, html } from "./html.ts";

/** A column: its heading, and what stands in it. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => Html | string | number | null;
  /** Whether its text may be broken into lines. */
  readonly wraps?: boolean;
}

const MOST_ROWS = 50;

/** A table of the first rows, or a word where there are none. */
export function table<Row>(label: string, columns: readonly Column<Row>[], rows: readonly Row[]): Html {
  if (rows.length === 0) return html`<p class="faint">None.</p>`;
  const body = rows
    .slice(0, MOST_ROWS)
    .map((row) => html`<tr>${columns.map((column) => cellOf(column, row))}</tr>`);
  const more = rows.length - MOST_ROWS;
  return html`<div class="table" role="region" aria-label="${label}" tabindex="0"><table>
<thead><tr>${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${body}</tbody></table></div>${more > 0 ? html`<p class="faint">and ${more} more</p>` : null}`;
}

function cellOf<Row>({ cell, wraps }: Column<Row>, row: Row): Html {
  const content = cell(row);
  return wraps === true ? html`<td class="wrap">${content}</td>` : html`<td>${content}</td>`;
}

/** An id or another text that is copied. */
export function code(text: unknown): Html {
  return html`<code>${text === null || text === undefined ? "–" : String(text)}</code>`;
}

const GOOD = ["ACTIVE", "NORMAL", "SUCCESS"];
const BAD = ["ERROR", "UNAVAILABLE", "FAIL", "ABNORMAL"];

/** A status, coloured by what it means. The word says it as well. */
export function status(value: unknown): Html {
  const text = String(value ?? "–");
  if (GOOD.includes(text)) return html`<span class="good">${text}</span>`;
  return BAD.includes(text)
    ? html`<span class="bad">${text}</span>`
    : html`<span class="busy">${text}</span>`;
}
