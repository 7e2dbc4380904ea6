import type { OperationId } from "../../.build-validators/table.js";
import type { Finding, Verdict } from "../finding.ts";
import { type Language, type LanguageName, languageOf } from "../language/language.ts";
import { ruleOf } from "./rules.ts";

/** How a check reports. */
export interface CheckOptions {
  /** Language of messages and of what they quote from the description. Default: `"en"`. */
  readonly language?: LanguageName | undefined;
}

/** What is found out about one message. */
export interface Report {
  readonly language: Language;
  readonly findings: Finding[];
}

export function newReport(options: CheckOptions | undefined): Report {
  return { language: languageOf(options?.language), findings: [] };
}

/** @param element Key in the provenance of what the finding is about. */
export function add(report: Report, element: string, finding: Omit<Finding, "rule">): void {
  report.findings.push({ ...finding, rule: ruleOf(element, report.language) });
}

export function verdict(operationId: OperationId | undefined, findings: readonly Finding[]): Verdict {
  return { operationId, ok: findings.length === 0 || !findings.some(isError), findings };
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}
