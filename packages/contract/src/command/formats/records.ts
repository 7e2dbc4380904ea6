import type { Identity } from "../report/identity.ts";
import type { Occurrence, Problem, Report } from "../report/report.ts";

/** A finding at a call, as the formats for programs have it. */
export function findingRecord({ call, finding, known }: Occurrence) {
  const { position, place, method, path, status, operationId } = call;
  return { ...finding, operationId, known, position, ...place, method, path, status };
}

export function problemRecord({ position, place, message }: Problem) {
  return { message, position, ...place };
}

export function summaryRecord({ totals, operations }: Report) {
  const { severities, known, exchanges, others, unanswered, unrecorded, problems } = totals;
  return { exchanges, operations, ...severities, known, others, unanswered, unrecorded, problems };
}

export function staleRecord({ operation, code, pointer }: Identity) {
  return { operation, code, pointer };
}
