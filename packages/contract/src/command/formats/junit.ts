import { fails, type Group, type Report } from "../report/report.ts";
import type { Format, FormatOptions } from "./format.ts";
import { escapeMarkup } from "./markup.ts";
import { describeCall, describePlace, visible } from "./places.ts";
import { type Words, wordsOf } from "./words.ts";

/**
 * One test case for each kind of finding that fails and one for each operation that has none, so that cases keep their
 * names from run to run. Milder findings stand in the output of the case of their operation.
 */
export function createJunit({ language }: FormatOptions): Format {
  const words = wordsOf(language);
  return { end: (report) => suite(report, words) };
}

function* suite(report: Report, words: Words): Generator<string> {
  const { groups, problems, operations, totals, failOn } = report;
  const counted = groups.filter(({ known }) => !known);
  const failing = counted.filter(({ severity }) => fails(severity, failOn));
  const failed = new Set(failing.map(({ identity }) => identity.operation));
  const passed = operations.filter((operation) => !failed.has(operation));
  const errors = problems.map((problem) => error(describePlace(problem), problem.message, words));
  const unnamed = totals.problems - problems.length;
  if (unnamed > 0) errors.push(error(words.more(unnamed), words.unreadable, words));
  const counts = `tests="${failing.length + passed.length + errors.length}" failures="${failing.length}" errors="${errors.length}"`;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="elb-contract" ${counts}>
  <testsuite name="elb-contract" ${counts}>
`;
  for (const group of failing) yield failure(group, words);
  for (const operation of passed) {
    yield success(
      operation,
      counted.filter(({ identity }) => identity.operation === operation),
      words,
    );
  }
  yield* errors;
  yield `    <system-out>${escapeMarkup(words.summary(totals).join("\n"))}</system-out>
  </testsuite>
</testsuites>
`;
}

function failure(group: Group, words: Words): string {
  const { identity, severity, first, calls, count } = group;
  const places = calls.map(describeCall);
  if (count > calls.length) places.push(words.more(count - calls.length));
  const name = visible(`${identity.code} ${identity.pointer}`.trim());
  const { message } = first.finding;
  return `    <testcase classname="${escapeMarkup(visible(identity.operation))}" name="${escapeMarkup(name)}">
      <failure type="${severity}" message="${escapeMarkup(visible(message))}">${escapeMarkup(places.join("\n"))}</failure>
    </testcase>
`;
}

function success(operation: string, milder: readonly Group[], words: Words): string {
  const start = `    <testcase classname="${escapeMarkup(operation)}" name="conforms"`;
  if (milder.length === 0) return `${start}/>\n`;
  const said = milder.map(({ severity, first }) => `${words.severity[severity]}: ${first.finding.message}`);
  return `${start}>
      <system-out>${escapeMarkup(said.join("\n"))}</system-out>
    </testcase>
`;
}

function error(name: string, message: string, words: Words): string {
  return `    <testcase classname="elb-contract" name="${escapeMarkup(name)}">
      <error type="${escapeMarkup(words.unreadable)}" message="${escapeMarkup(visible(message))}"/>
    </testcase>
`;
}
