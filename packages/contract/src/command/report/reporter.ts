import type { Finding, Severity } from "../../finding.ts";
import type { Format } from "../formats/format.ts";
import { Groups } from "./groups.ts";
import { type Identity, identityOf } from "./identity.ts";
import { type Call, type FailOn, fails, type Occurrence, type Problem, type Report } from "./report.ts";

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

/** How many problems a report names. */
const PROBLEMS = 100;

export function createReporter({ format, failOn, known, write }: ReporterOptions): Reporter {
  const groups = new Groups();
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
    groups.add(occurrence);
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
          unlisted: groups.unlisted,
          problems: problemCount,
        },
        groups: groups.list(),
        problems,
        // What could not be read may have them.
        stale: problemCount > 0 ? [] : (known?.stale(operations) ?? []),
        operations: [...operations].sort(),
        failOn,
      };
      await write(begin());
      for (const text of format.end(report)) await write(text);
      return report;
    },
  };
}

const CONFORMING = 0;
const FINDINGS = 1;
export const UNREADABLE = 3;

/** The exit code. What could not be read weighs more than what was found, since more could be there. */
export function exitCodeOf({ totals, failOn }: Report): number {
  if (totals.problems > 0) return UNREADABLE;
  const failing = (Object.keys(totals.severities) as Severity[]).some(
    (severity) => totals.severities[severity] > 0 && fails(severity, failOn),
  );
  return failing ? FINDINGS : CONFORMING;
}
