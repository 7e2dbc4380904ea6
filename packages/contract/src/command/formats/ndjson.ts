import type { Format } from "./format.ts";
import { findingRecord, problemRecord, staleRecord, summaryRecord } from "./records.ts";

const line = (type: string, record: object) => `${JSON.stringify({ type, ...record })}\n`;

/** One document on each line, as soon as it is known. */
export function createNdjson(): Format {
  return {
    occurrence: (occurrence) => line("finding", findingRecord(occurrence)),
    problem: (problem) => line("problem", problemRecord(problem)),
    *end(report) {
      for (const identity of report.stale) yield line("stale", staleRecord(identity));
      yield line("summary", summaryRecord(report));
    },
  };
}
