import type { OperationId } from "../../.build-validators/table.js";
import type { Finding, Verdict } from "../finding.ts";

export function verdict(operationId: OperationId | undefined, findings: readonly Finding[]): Verdict {
  return { operationId, ok: findings.length === 0 || !findings.some(isError), findings };
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}
