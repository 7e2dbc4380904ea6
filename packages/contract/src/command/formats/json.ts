import type { Format } from "./format.ts";
import { findingRecord, problemRecord, staleRecord, summaryRecord } from "./records.ts";

/** One document, written as it comes: findings first, what they add up to last. */
export function createJson(): Format {
  let isFirst = true;
  return {
    begin: () => '{"version":1,"findings":[',
    occurrence(occurrence) {
      const separator = isFirst ? "\n" : ",\n";
      isFirst = false;
      return separator + JSON.stringify(findingRecord(occurrence));
    },
    end(report) {
      const problems = JSON.stringify(report.problems.map(problemRecord));
      const stale = JSON.stringify(report.stale.map(staleRecord));
      return [
        `\n],\n"problems":${problems},\n"stale":${stale},\n"summary":${JSON.stringify(summaryRecord(report))}}\n`,
      ];
    },
  };
}
