/** Finds out what has become of a change whose answer was lost. */
export type { Reconciliation, Resource } from "./reconcile/finding.ts";
export { type ReconcileOptions, reconcile, type UnansweredChange } from "./reconcile/reconcile.ts";
