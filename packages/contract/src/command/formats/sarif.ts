import type { LanguageName } from "../../language/language.ts";
import { type CodeMeaning, meaningOf } from "../explain/finding-codes.ts";
import { keyOf } from "../report/identity.ts";
import type { Group, Place, Problem, Report } from "../report/report.ts";
import { version } from "../version.ts";
import type { Format, FormatOptions } from "./format.ts";
import { describeCall, describePlace } from "./places.ts";
import { wordsOf } from "./words.ts";

/** SARIF 2.1.0 (OASIS, 27 March 2020), for viewers of code scans. Each kind of finding is one result. */
export function createSarif({ language }: FormatOptions): Format {
  return { end: (report) => [`${JSON.stringify(logOf(report, language), undefined, 1)}\n`] };
}

function logOf({ groups, problems, totals }: Report, language: LanguageName) {
  const words = wordsOf(language);
  const unnamed = totals.problems - problems.length;
  const codes = [...new Set(groups.map(({ identity }) => identity.code))].sort();
  const rules = codes.map((code) => ruleOf(code, language));
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "elb-contract", version, rules } },
        language,
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: problems.length === 0,
            toolExecutionNotifications: [
              ...problems.map(notificationOf),
              ...(unnamed > 0 ? [noticeOf("error", `${words.unreadable}: ${words.more(unnamed)}`)] : []),
              ...(totals.unlisted > 0 ? [noticeOf("warning", words.unlisted(totals.unlisted))] : []),
            ],
          },
        ],
        results: groups.map((group) => resultOf(group, codes.indexOf(group.identity.code))),
      },
    ],
  };
}

function ruleOf(code: string, language: LanguageName) {
  const meaning = meaningOf(code);
  if (meaning === undefined) return { id: code };
  return {
    id: code,
    shortDescription: messageOf(capitalised(meaning.when[language])),
    help: messageOf(helpOf(meaning, language)),
    defaultConfiguration: { level: levelOf(meaning) },
  };
}

function helpOf({ when, remedy, example }: CodeMeaning, language: LanguageName): string {
  return language === "en"
    ? `${capitalised(when.en)}, for example: ${example}. ${remedy.en}`
    : `${when["zh-CN"]}，例如：${example}。${remedy["zh-CN"]}`;
}

function levelOf({ severity }: CodeMeaning): string {
  return /^(error|warning|note)/.exec(severity.en)?.[0] ?? "warning";
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function resultOf({ identity, severity, known, first, calls, count }: Group, ruleIndex: number) {
  const [, ...further] = calls;
  return {
    ruleId: identity.code,
    ruleIndex,
    level: severity,
    message: messageOf(`${first.finding.message} (${describeCall(first.call)})`),
    locations: [locationOf(first.call.place, identity.operation)],
    ...(further.length > 0 && {
      relatedLocations: further.map((call, index) => ({
        id: index + 1,
        message: messageOf(describeCall(call)),
        ...locationOf(call.place, identity.operation),
      })),
    }),
    occurrenceCount: count,
    partialFingerprints: { "elbContractFinding/v1": keyOf(identity) },
    ...(known && { suppressions: [{ kind: "external", justification: "It is in the baseline." }] }),
    properties: {
      pointer: first.finding.pointer,
      schema: first.finding.schema,
      offset: first.call.place?.offset,
    },
  };
}

function locationOf(place: Place | undefined, operation?: string) {
  return {
    ...(place !== undefined && {
      physicalLocation: {
        artifactLocation: { uri: uriOf(place.file) },
        ...(place.line !== undefined && { region: { startLine: place.line } }),
      },
    }),
    ...(operation !== undefined && { logicalLocations: [{ fullyQualifiedName: operation }] }),
  };
}

/** A relative path stays relative, so that a viewer finds the file in its own copy. */
function uriOf(file: string): string {
  const path = encodeURI(file.replaceAll("\\", "/")).replace(/[?#]/g, encodeURIComponent);
  if (path.startsWith("/")) return `file://${path}`;
  // Otherwise what stands before a colon would be a scheme.
  return /^[a-z]:\//i.test(path) ? `file:///${path}` : path.replaceAll(":", "%3A");
}

/** In a message, braces are places to be filled in and brackets are links (3.11.5 and 3.11.6). */
function messageOf(text: string): { readonly text: string } {
  return { text: text.replace(/[{}]/g, "$&$&").replace(/[[\]]/g, "\\$&") };
}

function noticeOf(level: "error" | "warning", text: string) {
  return { level, message: messageOf(text) };
}

function notificationOf(problem: Problem) {
  return {
    ...noticeOf("error", `${describePlace(problem)}: ${problem.message}`),
    locations: [locationOf(problem.place)],
  };
}
