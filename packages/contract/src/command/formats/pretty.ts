import type { Severity } from "../../finding.ts";
import type { Group, Report } from "../report/report.ts";
import type { Format, FormatOptions } from "./format.ts";
import { describeCalls, describePlace, visible } from "./places.ts";
import { type Words, wordsOf } from "./words.ts";

const RED = 31;
const YELLOW = 33;
const BLUE = 34;
const BOLD = 1;
const DIM = 2;
const COLOURS: Readonly<Record<Severity, number>> = { error: RED, warning: YELLOW, note: BLUE };

type Paint = (style: number, text: string) => string;

/** For people: each kind of finding once, with the first call that has it. */
export function createPretty({ colour, language }: FormatOptions): Format {
  const words = wordsOf(language);
  const paint: Paint = (style, text) => (colour ? `\u001b[${style}m${text}\u001b[0m` : text);
  return { end: (report) => lines(report, words, paint) };
}

function* lines({ groups, problems, totals }: Report, words: Words, paint: Paint): Generator<string> {
  for (const group of groups) if (!group.known) yield writeGroup(group, words, paint);
  if (problems.length > 0) yield `${paint(BOLD, words.unreadable)}\n`;
  for (const problem of problems) yield `  ${visible(describePlace(problem))}: ${visible(problem.message)}\n`;
  if (totals.problems > problems.length) yield `  ${words.more(totals.problems - problems.length)}\n`;
  if (problems.length > 0) yield "\n";
  yield `${words.summary(totals).join("\n")}\n`;
}

function writeGroup(group: Group, words: Words, paint: Paint): string {
  const { severity, identity, first } = group;
  const place = [identity.operation, first.finding.pointer].filter((text) => text !== "").join("  ");
  return `${paint(COLOURS[severity], words.severity[severity])}  ${paint(BOLD, identity.code)}  ${visible(place)}
  ${visible(first.finding.message)}
  ${paint(DIM, visible(describeCalls(group, words)))}

`;
}
