import type { Finding, Severity, Verdict } from "../../finding.ts";

/** The header of an answer that tells the verdict on its request. */
export const VERDICT_HEADER = "X-Elb-Contract";

/** Where there is none: the call is of another API, or was answered before it had been read. */
const NOT_CHECKED = "not-checked";

/**
 * The verdict as a structured field (RFC 9651): `ok`, or the gravest severity with the number of findings and their
 * codes, as in `error;findings=2;codes="request.body.range request.query.unknown"`.
 */
export function verdictHeader(verdict: Verdict | undefined): string {
  if (verdict === undefined) return NOT_CHECKED;
  const { findings } = verdict;
  if (findings.length === 0) return "ok";
  const codes = new Set(findings.map(({ code }) => code));
  return `${gravest(findings)};findings=${findings.length};codes="${[...codes].join(" ")}"`;
}

function gravest(findings: readonly Finding[]): Severity {
  const order: readonly Severity[] = ["error", "warning", "note"];
  return order.find((severity) => findings.some((finding) => finding.severity === severity)) ?? "note";
}
