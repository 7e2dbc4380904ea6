export type { RequestEntry } from "./administration/request-entry.ts";
export type { AccessKey } from "./auth/access-keys.ts";
export { createEmulator } from "./emulator.ts";
export { FaultRuleError } from "./faults/check-rules.ts";
export type { FaultRule, JobFault } from "./faults/rules.ts";
export type { Quotas } from "./operations/quotas.ts";
export type { Emulator, EmulatorOptions } from "./options.ts";
export {
  type Seed,
  type SeedAgency,
  type SeedDomain,
  SeedError,
  type SeedMember,
  type SeedProject,
  type SeedUser,
} from "./seed/seed.ts";
export { type Clock, createManualClock, type ManualClock, systemClock } from "./state/clock.ts";
export { type Snapshot, SnapshotError } from "./state/snapshot.ts";
export type { ProjectView, StateView } from "./state/view.ts";
