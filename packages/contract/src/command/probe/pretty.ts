import type { LanguageName } from "../../language/language.ts";
import type { Difference } from "../overlay.ts";
import type { WrittenRow, WrittenSign } from "./report.ts";
import { type Words, wordsIn } from "./words.ts";

export interface Outcome {
  readonly calls: number;
  readonly rows: readonly WrittenRow[];
  readonly differences: readonly (Difference & { readonly severity: string; readonly expected: string })[];
}

/** The outcome for people: what is refuted in full, what is confirmed in a line, what was not seen by id. */
export function pretty({ calls, rows, differences }: Outcome, language: LanguageName): string {
  const words = wordsIn(language);
  const refuted = rows.filter(({ verdict }) => verdict === "refuted");
  const confirmed = rows.filter(({ verdict }) => verdict === "confirmed");
  const unseen = rows.filter(({ verdict }) => verdict === "not seen");
  return [
    ...section(
      words.refuted,
      refuted.flatMap((row) => inFull(row, words)),
    ),
    ...section(
      words.confirmed,
      confirmed.map((row) => `  ${head(row)}: ${signs(row, words)}`),
    ),
    ...section(words["not seen"], reasons(unseen, words)),
    ...section(
      words.differences,
      differences.map(({ severity, code, operationId, pointer, expected }) => {
        return `  ${severity} ${code}, ${operationId} ${pointer} (${words.expected}: ${expected})`;
      }),
    ),
    filled(words.summary, { refuted, confirmed, unseen }, calls),
    "",
  ].join("\n");
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines, ""];
}

/** How many characters of a value are shown. */
const SHORT = 40;

const head = ({ id, title }: WrittenRow) => `${id.padEnd(4)} ${title}`;

function inFull(row: WrittenRow, words: Words): string[] {
  const { page, observed, decision } = row;
  return [
    `  ${head(row)}: ${signs(row, words)}`,
    `       ${words.page}: ${page}`,
    observed === undefined
      ? `       ${words.decision}: ${decision}`
      : `       ${words.observed}: ${observed}`,
  ];
}

function signs({ evidence, verdict, confirming, refuting }: WrittenRow, words: Words): string {
  const more = (verdict === "refuted" ? refuting : confirming) - evidence.length;
  const texts = [...new Set(evidence.map((sign) => signText(sign, words)))];
  return `${texts.join("; ")}${more > 0 ? ` (+${more})` : ""}`;
}

function signText({ operationId, status, pointer, value }: WrittenSign, words: Words): string {
  if (pointer === undefined) return `${operationId} ${status}`;
  const shown = value === undefined ? words.missing : inShort(value);
  return `${operationId} ${pointer}${pointer === "" ? "" : " "}= ${shown}`;
}

/** Of what holds something, only its kind: a line is too short for more. */
function inShort(value: unknown): string {
  const text = JSON.stringify(value);
  if (text.length <= SHORT) return text;
  if (Array.isArray(value)) return `[…] (${value.length})`;
  return typeof value === "object" ? "{…}" : `${text.slice(0, SHORT - 1)}…`;
}

function reasons(rows: readonly WrittenRow[], words: Words): string[] {
  return (["unseen", "change", "never"] as const).flatMap((reason) => {
    const ids = rows.filter((row) => row.reason === reason).map(({ id }) => id);
    return ids.length === 0 ? [] : [`  ${words[reason]}: ${ids.join(" ")}`];
  });
}

function filled(text: string, lists: Readonly<Record<string, readonly unknown[]>>, calls: number): string {
  return text.replaceAll(/\{(\w+)\}/g, (_place, name: string) => String(lists[name]?.length ?? calls));
}
