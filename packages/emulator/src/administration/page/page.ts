import type { Administered } from "../administration.ts";
import { clockState } from "../clock-routes.ts";
import { type Html, html } from "./html.ts";
import { projectSections } from "./projects.ts";
import { requestsSection } from "./requests.ts";
import { table } from "./table.ts";

const REFRESH_SECONDS = 2;
const LINKS = ["state", "clock", "faults", "requests"];

/** The content of the status page: what stands in its head beside the style, and its body. */
export interface Page {
  readonly head: Html;
  readonly body: Html;
}

/**
 * The status page, complete and without a script.
 * @param query `?refresh` makes the browser load it again every two seconds
 */
export function statusPage(target: Administered, query: URLSearchParams): Page {
  const refreshes = query.has("refresh");
  return {
    head: html`<title>ELB emulator</title>${refreshes ? html`<meta http-equiv="refresh" content="${REFRESH_SECONDS}">` : null}`,
    body: html`<header><h1>ELB emulator</h1>${navigation(refreshes)}${clockList(target)}</header>
<main>${faultSection(target)}${projectSections(target.state())}${requestsSection(target.requests.requests)}</main>`,
  };
}

function navigation(refreshes: boolean): Html {
  const refresh = refreshes
    ? html`<a href="/_emulator/">stop refreshing</a>`
    : html`<a href="/_emulator/?refresh">refresh every ${REFRESH_SECONDS} seconds</a>`;
  return html`<nav aria-label="Emulator">${refresh}${LINKS.map((name) => html`<a href="/_emulator/${name}">${name}</a>`)}</nav>`;
}

function clockList({ clock, jobEnds }: Administered): Html {
  const ends = jobEnds();
  const { now, running, next_job_end } = clockState(clock, ends);
  return html`<dl><div><dt>Clock</dt><dd>${now} ${running ? html`<span class="good">runs</span>` : html`<span class="busy">stands</span>`}</dd></div>
<div><dt>Jobs that wait</dt><dd>${ends.length}</dd></div>
<div><dt>Next job ends</dt><dd>${next_job_end ?? "–"}</dd></div></dl>`;
}

function faultSection({ faults }: Administered): Html | null {
  if (faults.rules.length === 0) return null;
  const columns = [
    { title: "rule", cell: (rule: object) => html`<code>${JSON.stringify(rule)}</code>`, wraps: true },
  ];
  return html`<section><h2>Faults</h2>${table("Faults", columns, faults.rules)}</section>`;
}
