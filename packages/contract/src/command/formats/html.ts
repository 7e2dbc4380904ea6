import type { Group, Report } from "../report/report.ts";
import type { Format, FormatOptions } from "./format.ts";
import { escapeMarkup } from "./markup.ts";
import { describeCall, describePlace } from "./places.ts";
import { type Words, wordsOf } from "./words.ts";

/** One page that needs nothing else: no script, no other file, light or dark as the reader has it. */
export function createHtml({ language }: FormatOptions): Format {
  const words = wordsOf(language);
  return { end: (report) => page(report, language, words) };
}

const STYLE = `
:root { color-scheme: light dark; --error: #b3261e; --warning: #8a5a00; --note: #1f5fa8; --line: #8886; }
@media (prefers-color-scheme: dark) { :root { --error: #ff8a80; --warning: #ffc56b; --note: #8ec5ff; } }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .5rem; border-bottom: 1px solid var(--line); }
td { overflow-wrap: anywhere; }
code { font: .875em ui-monospace, monospace; }
.error { color: var(--error); } .warning { color: var(--warning); } .note { color: var(--note); }
.severity { font-weight: 600; }
.wide { overflow-x: auto; }
ul { margin: .5rem 0; padding-inline-start: 1.25rem; }
`;

function* page(report: Report, language: string, words: Words): Generator<string> {
  const { groups, problems, stale, totals } = report;
  yield `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeMarkup(words.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeMarkup(words.title)}</h1>
<p>${words.summary(totals).map(escapeMarkup).join("<br>\n")}</p>
`;
  if (groups.length > 0) yield* table(groups, words);
  yield list(words.unreadable, [
    ...problems.map((problem) => `${describePlace(problem)}: ${problem.message}`),
    ...(totals.problems > problems.length ? [words.more(totals.problems - problems.length)] : []),
  ]);
  yield list(
    words.stale,
    stale.map(({ operation, code, pointer }) => `${operation} ${code} ${pointer}`),
  );
  yield "</main>\n</body>\n</html>\n";
}

function* table(groups: readonly Group[], words: Words): Generator<string> {
  const heads = Object.values(words.columns).map((column) => `<th scope="col">${escapeMarkup(column)}</th>`);
  yield `<div class="wide">\n<table>\n<thead><tr>${heads.join("")}</tr></thead>\n<tbody>\n`;
  for (const group of groups) yield row(group, words);
  yield "</tbody>\n</table>\n</div>\n";
}

function row(group: Group, words: Words): string {
  const { severity, known, identity, first } = group;
  const mark = known ? ` (${words.known})` : "";
  return `<tr>
<td class="severity ${severity}">${escapeMarkup(words.severity[severity] + mark)}</td>
<td><code>${escapeMarkup(identity.code)}</code></td>
<td><code>${escapeMarkup(identity.operation)}</code></td>
<td><code>${escapeMarkup(first.finding.pointer)}</code></td>
<td>${escapeMarkup(first.finding.message)}</td>
<td>${calls(group, words)}</td>
</tr>
`;
}

function calls({ calls: named, count }: Group, words: Words): string {
  const places = named.map(describeCall);
  if (count > named.length) places.push(words.more(count - named.length));
  return `<details><summary>${count}</summary>\n<ul>\n${items(places)}</ul>\n</details>`;
}

function list(title: string, texts: readonly string[]): string {
  return texts.length === 0 ? "" : `<h2>${escapeMarkup(title)}</h2>\n<ul>\n${items(texts)}</ul>\n`;
}

function items(texts: readonly string[]): string {
  return texts.map((text) => `<li>${escapeMarkup(text)}</li>\n`).join("");
}
