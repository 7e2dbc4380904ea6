import { checkFaultRules, FaultRuleError } from "./check-rules.ts";
import type { FaultRule } from "./rules.ts";

/**
 * Reads fault rules from the text of a JSON file: a list.
 * @throws FaultRuleError
 */
export function parseFaults(text: string): readonly FaultRule[] {
  return checkFaultRules(parseJson(text));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FaultRuleError("faults:", "the file is not JSON.");
  }
}
