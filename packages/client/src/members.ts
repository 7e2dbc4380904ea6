/** What operators do with the members of a listener: list them all, make them what they are to be, wait for health. */
export type { DesiredMember, Member } from "./members/desired.ts";
export { type EnsuredMembers, type EnsureMembersOptions, ensureMembers } from "./members/ensure.ts";
export {
  MembersNotHealthyError,
  NotConvergedError,
  type UnhealthyMember,
  UnsafeChangeError,
} from "./members/errors.ts";
export { type WaitForHealthyOptions, waitForHealthy } from "./members/health.ts";
export { type ListAllMembers, listAllMembers } from "./members/list.ts";
export type { HelperOptions, MembersProgress } from "./members/options.ts";
export type { MemberPlan } from "./members/plan.ts";
export { type ReplaceMembersOptions, replaceMembers } from "./members/replace.ts";
