import type { Finding, Severity } from "../../finding.ts";
import type { Format } from "../formats/format.ts";
import { type Identity, identityOf, keyOf } from "./identity.ts";
import {
  bySeverity,
  type Call,
  type FailOn,
  fails,
  type Group,
  type Occurrence,
  type Problem,
  type Report,
} from "./report.ts";

/** Findings that a run accepts. */
export interface Known {
  has(identity: Identity): boolean;
  /** Those of the operations that were seen which were not asked for. */
  stale(operations: ReadonlySet<string>): readonly Identity[];
}

export interface ReporterOptions {
  readonly format: Format;
  readonly failOn: FailOn;
  readonly known?: Known | undefined;
  /** Writes data. Waits where the reader is slower. */
  write(text: string): Promise<void>;
}

/** What was counted beside findings. */
export type Counts = Pick<Report["totals"], "others" | "unanswered" | "unrecorded">;

/** Writes findings by a format, counts them, and says how the command ends. */
export interface Reporter {
  call(call: Call, findings: readonly Finding[]): Promise<void> | undefined;
  problem(problem: Problem): Promise<void> | undefined;
  /** How many there were. */
  problems(): number;
  /** Writes what remains. */
  end(counts: Counts): Promise<Report>;
}

/** How many calls a group names, and how many problems a report does. */
const NAMED = 10;
const PROBLEMS = 100;
/** Kinds of findings that are told apart; a recording can make up any number of them. */
const GROUPS = 10_000;

export function createReporter({ format, failOn, known, write }: ReporterOptions): Reporter {
  const groups = new Map<string, Group>();
  const operations = new Set<string>();
  const problems: Problem[] = [];
  const severities: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  let exchanges = 0;
  let knownCount = 0;
  let problemCount = 0;
  let begun = false;

  function begin(): string {
    if (begun) return "";
    begun = true;
    return format.begin?.() ?? "";
  }

  function occurrenceOf(call: Call, finding: Finding): Occurrence {
    const identity = identityOf(finding, call);
    const occurrence = { call, finding, identity, known: known?.has(identity) ?? false };
    if (occurrence.known) knownCount += 1;
    else severities[finding.severity] += 1;
    addTo(groups, occurrence);
    return occurrence;
  }

  return {
    call(call, findings) {
      exchanges += 1;
      if (call.operationId !== undefined) operations.add(call.operationId);
      if (findings.length === 0) return undefined;
      const found = findings.map((finding) => occurrenceOf(call, finding));
      if (format.occurrence === undefined) return undefined;
      return write(begin() + found.map((occurrence) => format.occurrence?.(occurrence)).join(""));
    },
    problem(problem) {
      problemCount += 1;
      if (problems.length < PROBLEMS) problems.push(problem);
      return format.problem === undefined ? undefined : write(begin() + format.problem(problem));
    },
    problems: () => problemCount,
    async end({ others, unanswered, unrecorded }) {
      const report: Report = {
        totals: {
          exchanges,
          operations: operations.size,
          others,
          unanswered,
          unrecorded,
          severities,
          known: knownCount,
          problems: problemCount,
        },
        groups: [...groups.values()].sort((one, other) => bySeverity(one.severity, other.severity)),
        problems,
        stale: known?.stale(operations) ?? [],
        operations: [...operations].sort(),
        failOn,
      };
      await write(begin());
      for (const text of format.end(report)) await write(text);
      return report;
    },
  };
}

function addTo(groups: Map<string, Group>, occurrence: Occurrence): void {
  const { identity, finding, known, call } = occurrence;
  const key = `${finding.severity} ${keyOf(identity)}`;
  const group = groups.get(key);
  if (group !== undefined) {
    group.count += 1;
    if (group.calls.length < NAMED) group.calls.push(call);
  } else if (groups.size < GROUPS) {
    const { severity } = finding;
    groups.set(key, { identity, severity, known, first: occurrence, count: 1, calls: [call] });
  }
}

const CONFORMING = 0;
const FINDINGS = 1;
const UNREADABLE = 3;

/** The exit code. What could not be read weighs more than what was found, since more could be there. */
export function exitCodeOf({ totals, failOn }: Report): number {
  if (totals.problems > 0) return UNREADABLE;
  const failing = (Object.keys(totals.severities) as Severity[]).some(
    (severity) => totals.severities[severity] > 0 && fails(severity, failOn),
  );
  return failing ? FINDINGS : CONFORMING;
}
