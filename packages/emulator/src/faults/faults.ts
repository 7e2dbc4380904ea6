import type { Refusal } from "../http/refusal.ts";
import { createBudget } from "./budget.ts";
import { jobOutcomeOf, refusalOf } from "./refusals.ts";
import type { FaultRule } from "./rules.ts";
import { createTrigger } from "./trigger.ts";

/** What is to happen to one call. */
export interface FaultPlan {
  latencyMs: number;
  refusal?: Refusal;
  drop?: "before" | "after";
  truncate?: boolean;
}

interface ActiveRule {
  readonly rule: FaultRule;
  readonly applies: () => boolean;
  readonly spend: ReturnType<typeof createBudget> | undefined;
}

/** The rules in force, with their counts. */
export class Faults {
  #rules: readonly ActiveRule[] = [];

  constructor(rules: readonly FaultRule[]) {
    this.replace(rules);
  }

  get rules(): readonly FaultRule[] {
    return this.#rules.map(({ rule }) => rule);
  }

  /** Puts rules in force in place of those before. All counts begin anew. */
  replace(rules: readonly FaultRule[]): void {
    this.#rules = rules.map((rule) => ({
      rule,
      applies: createTrigger(rule),
      spend: rule.budget && createBudget(rule.budget),
    }));
  }

  /** Decides what happens to a call; undefined if nothing does. The answer counts as given. */
  plan(operationId: string): FaultPlan | undefined {
    if (this.#rules.length === 0) return undefined;
    const plan: FaultPlan = { latencyMs: 0 };
    for (const { rule, applies } of this.#about(operationId)) {
      if (rule.failJob !== undefined || rule.budget !== undefined || !applies()) continue;
      if (enter(rule, plan)) break;
    }
    return plan;
  }

  /**
   * Counts a call whose credentials are right against the budgets.
   * @throws Refusal when one is used up
   */
  spend(operationId: string, caller: string, now: number): void {
    for (const { spend } of this.#about(operationId)) spend?.(caller, now);
  }

  /** Decides how a job fails that is being launched; undefined if it does not. */
  jobOutcome(operationId: string): { readonly code: string; readonly message: string } | undefined {
    for (const { rule, applies } of this.#about(operationId)) {
      if (rule.failJob !== undefined && applies()) return jobOutcomeOf(rule.failJob);
    }
    return undefined;
  }

  #about(operationId: string): readonly ActiveRule[] {
    return this.#rules.filter(
      ({ rule: { operations } }) =>
        operations === undefined || operations.some((name) => name === operationId),
    );
  }
}

/** Enters a rule that applies. Returns whether it ends the call. */
function enter(rule: FaultRule, plan: FaultPlan): boolean {
  plan.latencyMs += rule.latencyMs ?? 0;
  if (rule.truncate === true) plan.truncate = true;
  if (rule.drop !== undefined) plan.drop = rule.drop;
  if (rule.error !== undefined || rule.status !== undefined) plan.refusal = refusalOf(rule);
  return plan.drop !== undefined || plan.refusal !== undefined;
}
