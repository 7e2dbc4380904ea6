import type { RequestEntry } from "../request-entry.ts";
import { type Html, html } from "./html.ts";
import { type Column, table } from "./table.ts";

const COLUMNS: readonly Column<RequestEntry>[] = [
  { title: "time", cell: ({ time }) => time.slice(11, 23) },
  {
    title: "request",
    cell: ({ method, path }) => html`<code>${method} ${breakable(path)}</code>`,
    wraps: true,
  },
  { title: "operation", cell: ({ operationId }) => operationId ?? "–" },
  { title: "status", cell: statusOf },
  { title: "ms", cell: ({ milliseconds }) => milliseconds },
  {
    title: "note",
    cell: ({ code: errorCode, reason, fault }) => noteOf(errorCode, reason, fault),
    wraps: true,
  },
];

/** The last requests, newest first. */
export function requestsSection(requests: readonly RequestEntry[]): Html {
  return html`<section><h2>Last requests</h2>${table("Last requests", COLUMNS, [...requests].reverse())}</section>`;
}

/** A path that may be broken before its slashes, and so between its parts. */
function breakable(path: string): readonly Html[] {
  return path.split(/(?=[/?&])/).map((part) => html`<wbr>${part}`);
}

function statusOf({ status }: RequestEntry): Html {
  if (status === null) return html`<span class="bad">dropped</span>`;
  return status < 400 ? html`<span class="good">${status}</span>` : html`<span class="bad">${status}</span>`;
}

function noteOf(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(" · ");
}
