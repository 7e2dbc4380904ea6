export type { AccessKey } from "./auth/access-keys.ts";
export { createEmulator } from "./emulator.ts";
export type { Quotas } from "./operations/quotas.ts";
export type { Emulator, EmulatorOptions } from "./options.ts";
export { type Seed, SeedError, type SeedMember, type SeedProject } from "./seed/seed.ts";
export type { ProjectSnapshot, Snapshot } from "./snapshot.ts";
export { type Clock, createManualClock, type ManualClock, systemClock } from "./state/clock.ts";
