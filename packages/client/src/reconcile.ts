/** Finds out what has become of a change whose answer was lost. */
export type { Reconciliation, Resource } from "./reconcile/finding.ts";
export type { ReconcileOptions } from "./reconcile/options.ts";
export { reconcile } from "./reconcile/reconcile.ts";
export type { UnansweredChange } from "./reconcile/unanswered.ts";
