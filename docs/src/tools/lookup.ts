/** The look-up of error codes in its page. */
import { element, pageData, withCode } from "./element.ts";
import { type Reading, readInput } from "./read-input.ts";

interface Row {
  messages: readonly string[];
  status: number;
  meaning: string;
  cause: string;
  remedy: string;
  retry: string;
  operations: readonly string[];
}

export interface LookupData {
  words: Record<"cause" | "remedy" | "retry" | "operations" | "all" | "near" | "colon", string> &
    Record<"unknown" | "html" | "json" | "nothing", string>;
  codes: readonly { code: string; rows: readonly Row[] }[];
}

export function startLookup(form: HTMLElement): void {
  const { words, codes } = pageData<LookupData>("lookup-data");
  const known = codes.map(({ code, rows }) => ({ code, messages: rows.flatMap(({ messages }) => messages) }));
  const input = form.querySelector("textarea") as HTMLTextAreaElement;
  const output = form.querySelector("[role=status]") as HTMLElement;
  form.hidden = false;
  const show = (): void => output.replaceChildren(...answer(readInput(input.value, known)));
  input.addEventListener("input", show);
  show();

  function answer(reading: Reading): Node[] {
    if (reading.kind === "empty") return [];
    if (reading.kind === "found") return reading.codes.flatMap(entryOf);
    if (reading.kind !== "unknown") return [element("p", {}, ...withCode(words[reading.kind]))];
    const near = reading.near.flatMap((code) => [linkTo(code), " "]);
    return [
      element("p", {}, element("strong", {}, reading.code), words.colon, ...withCode(words.unknown)),
      ...(near.length === 0 ? [] : [element("p", {}, words.near, words.colon, ...near)]),
    ];
  }

  function entryOf(code: string): Node[] {
    const rows = codes.find((entry) => entry.code === code)?.rows ?? [];
    return [element("h2", {}, linkTo(code)), ...rows.map(rowOf)];
  }

  function rowOf(row: Row): Node {
    const item = (name: string, ...text: readonly (Node | string)[]): Node =>
      element("li", {}, element("strong", {}, name), words.colon, ...text);
    const operations = row.operations.flatMap((id, index) => [
      ...(index === 0 ? [] : [", "]),
      element("a", { href: `../operations/${id}/` }, id),
    ]);
    return element(
      "div",
      {},
      element("p", {}, ...withCode(row.meaning), ` (${row.status})`),
      element(
        "ul",
        {},
        item(words.cause, ...withCode(row.cause)),
        item(words.remedy, ...withCode(row.remedy)),
        item(words.retry, row.retry),
        item(words.operations, ...(operations.length === 0 ? [words.all] : operations)),
      ),
    );
  }
}

const linkTo = (code: string): Node => element("a", { href: `./${code}/` }, code);
