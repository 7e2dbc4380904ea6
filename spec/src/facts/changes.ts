import { fieldChanges, replaced } from "./field-changes.ts";
import type {
  CodeFact,
  GeneralFacts,
  Ledger,
  OperationFacts,
  PageFacts,
  Prose,
  StatusFact,
  TableFact,
} from "./ledger.ts";
import { sampleChanges } from "./sample-changes.ts";
import { listChanges, sideBySide } from "./words.ts";

/** What the vendor changed between two readings of the pages, one sentence each. */
export function changesBetween(before: Ledger, after: Ledger): string[] {
  return [
    ...[...sideBySide(before.operations, after.operations)].flatMap(([name, old, now]) =>
      under(name, operationChanges(old, now)),
    ),
    ...[...sideBySide(before.codes, after.codes)].flatMap(([id, old, now]) =>
      under(id, codeChanges(old, now)),
    ),
    ...pairs(asPages(before.pages), asPages(after.pages)).flatMap(([old, now]) =>
      under(`Page ${(now ?? old)?.page}`, generalChanges(old, now)),
    ),
  ];
}

const under = (subject: string, changes: readonly string[]): string[] =>
  changes.map((change) => `${subject}: ${change}.`);

function operationChanges(before: OperationFacts | undefined, after: OperationFacts | undefined): string[] {
  const pagesOf = (facts: OperationFacts): string => facts.pages.map((page) => page.page).join(" and ");
  if (!before) return after ? [`operation added, on page ${pagesOf(after)}`] : [];
  if (!after) return [`operation removed, was on page ${pagesOf(before)}`];
  const several = before.pages.length + after.pages.length > 2;
  return pairs(before.pages, after.pages).flatMap(([old, now]) => {
    const name = (now ?? old)?.page;
    if (!old) return [`described on one more page, ${name}`];
    if (!now) return [`no longer described on page ${name}`];
    return pageChanges(old, now).map((change) => (several ? `(page ${name}) ${change}` : change));
  });
}

/** Pages of the same name, then of the same title, then the last of each side; an export may rename a page. */
function pairs<T extends { page: string; title: string }>(
  before: readonly T[],
  after: readonly T[],
): [before: T | undefined, after: T | undefined][] {
  const left = new Set(before);
  const take = (test: (old: T) => boolean): T | undefined => {
    const found = [...left].find(test);
    if (found) left.delete(found);
    return found;
  };
  const byName = after.map((now) => [take((old) => old.page === now.page), now] as [T | undefined, T]);
  const all = byName.map(
    ([old, now]) => [old ?? take(({ title }) => title === now.title), now] as [T | undefined, T],
  );
  return [...all, ...[...left].map((old) => [old, undefined] as [T, undefined])];
}

function pageChanges(before: PageFacts, after: PageFacts): string[] {
  return [
    ...replaced("name of the page", before.page, after.page),
    ...replaced("title of the page", before.title, after.title),
    ...replaced("URI line", before.uri, after.uri),
    ...replaced("example path", before.example, after.example),
    ...replaced("filters in the query", before.filters, after.filters),
    ...replaced("what the reader had to infer", before.readings, after.readings),
    ...replaced("what the page calls empty", before.none, after.none),
    ...[...sideBySide(sameAnswer(before.fields, after.fields), after.fields)].flatMap(([key, old, now]) =>
      fieldChanges(old, now).map((change) => `${key} ${change}`),
    ),
    ...[...sideBySide(before.statuses, after.statuses)].flatMap(([status, old, now]) =>
      statusChanges(old, now).map((change) => `status ${status} ${change}`),
    ),
    ...sampleChanges(before.samples, after.samples),
    ...proseChanges(before.prose, after.prose),
  ];
}

type Fields = PageFacts["fields"];

/** The older fields under the newer success status, so that a changed status is not a changed answer. */
function sameAnswer(before: Fields, after: Fields): Fields {
  const answer = /^response\.\w+\.body/;
  const now = Object.keys(after).flatMap((key) => answer.exec(key) ?? [])[0];
  if (now === undefined) return before;
  return Object.fromEntries(Object.entries(before).map(([key, fact]) => [key.replace(answer, now), fact]));
}

function statusChanges(before: StatusFact | undefined, after: StatusFact | undefined): string[] {
  const kind = (status: StatusFact): string => status.word ?? (status.success ? "success" : "error");
  if (!before) return after ? [`added (${kind(after)})`] : [];
  if (!after) return [`removed (${kind(before)})`];
  return [
    ...(before.success === after.success ? [] : [`is now ${after.success ? "a success" : "an error"}`]),
    ...replaced("word", before.word, after.word),
    ...(before.text === after.text ? [] : ["explained in other words"]),
  ];
}

function codeChanges(before: CodeFact | undefined, after: CodeFact | undefined): string[] {
  if (!before)
    return after ? [`row added (${after.status}, ${after.module}, ${after.messages.join(" / ")})`] : [];
  if (!after) return [`row removed (${before.status}, ${before.module}, ${before.messages.join(" / ")})`];
  return [
    ...replaced("status", before.status, after.status),
    ...replaced("module", before.module, after.module),
    ...replaced("message", before.messages, after.messages),
    ...(before.meaning === after.meaning ? [] : ["meaning in other words"]),
    ...(before.remedy === after.remedy ? [] : ["remedy in other words"]),
  ];
}

type NamedPage = GeneralFacts & { page: string };

const asPages = (pages: Ledger["pages"]): NamedPage[] =>
  Object.entries(pages).map(([page, facts]) => ({ page, ...facts }));

function generalChanges(before: NamedPage | undefined, after: NamedPage | undefined): string[] {
  if (!before) return ["page added"];
  if (!after) return ["page removed"];
  return [
    ...replaced("name of the page", before.page, after.page),
    ...replaced("title", before.title, after.title),
    ...[...sideBySide(before.headers, after.headers)].flatMap(([name, old, now]) =>
      fieldChanges(old, now).map((change) => `header ${name} ${change}`),
    ),
    ...[...sideBySide(before.quantities, after.quantities)].flatMap(([section, old, now]) =>
      replaced(`number in section ${section}`, old, now),
    ),
    ...tableChanges(before.tables, after.tables),
    ...sampleChanges(before.samples, after.samples),
    ...proseChanges(before.prose, after.prose),
  ];
}

function tableChanges(before: readonly TableFact[] = [], after: readonly TableFact[] = []): string[] {
  const byName = (tables: readonly TableFact[]): Record<string, TableFact> =>
    Object.fromEntries(
      tables.map((table, at) => [`table ${at + 1}${table.title ? ` (${table.title})` : ""}`, table]),
    );
  return [...sideBySide(byName(before), byName(after))].flatMap(([name, old, now]) => {
    if (!old || !now) return [`${name} ${old ? "removed" : "added"}`];
    return [...sideBySide(old.rows, now.rows)].flatMap(([row, was, is]) =>
      replaced(`${name}, row ${row},`, was, is),
    );
  });
}

function proseChanges(before: Prose, after: Prose): string[] {
  return [...sideBySide(before, after)].flatMap(([section, old = [], now = []]) => {
    const { added, removed } = listChanges(old, now);
    if (added.length + removed.length === 0) return [];
    const where = section === "" ? "above the first section" : `in section ${section}`;
    return [`prose changed ${where} (paragraphs new: ${added.length}, gone: ${removed.length})`];
  });
}
