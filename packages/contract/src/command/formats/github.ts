import type { Severity } from "../../finding.ts";
import type { Group, Place, Problem } from "../report/report.ts";
import type { Format, FormatOptions } from "./format.ts";
import { describeCalls, describePlace } from "./places.ts";
import { wordsOf } from "./words.ts";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

/** Annotations of GitHub Actions. It shows few of them, so each kind of finding is one. */
export function createGithub({ language }: FormatOptions): Format {
  const words = wordsOf(language);

  function writeGroup(group: Group): string {
    const { identity, severity, first } = group;
    const text = `${first.finding.message}\n${describeCalls(group, words)}`;
    const title = `${identity.code} (${identity.operation})`;
    return annotation(COMMANDS[severity], { ...placeOf(first.call.place), title }, text);
  }

  function writeProblem(problem: Problem): string {
    const text = `${describePlace(problem)}: ${problem.message}`;
    return annotation("error", { ...placeOf(problem.place), title: words.unreadable }, text);
  }

  return {
    *end({ groups, problems, totals }) {
      for (const group of groups) if (!group.known) yield writeGroup(group);
      for (const problem of problems) yield writeProblem(problem);
      const unnamed = totals.problems - problems.length;
      if (unnamed > 0) yield annotation("error", { title: words.unreadable }, words.more(unnamed));
      yield `${words.summary(totals).join("\n")}\n`;
    },
  };
}

function placeOf(place: Place | undefined) {
  return { file: place?.file, line: place?.line };
}

function annotation(
  command: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  text: string,
): string {
  const list = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${command} ${list.join(",")}::${escapeText(text)}\n`;
}

// As the toolkit of GitHub Actions does it.
function escapeText(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
