import { HEALTH_CHECK_DEFAULTS } from "../operations/health-check-defaults.ts";
import { newId, resourceTime } from "../state/formats.ts";
import type { Project } from "../state/project.ts";
import { addUnique } from "./add-unique.ts";
import { checkWire } from "./check-wire.ts";
import { SeedError, type SeedProject } from "./seed.ts";

type SeedHealthCheck = NonNullable<SeedProject["healthchecks"]>[number];
type SeedListener = NonNullable<SeedProject["listeners"]>[number];

export function plantHealthCheck(seed: SeedHealthCheck, project: Project, place: string, now: number): void {
  const listener = project.listeners.get(seed.listener_id);
  if (listener === undefined)
    throw new SeedError(`${place}.listener_id`, "names no listener of the project.");
  if (typeof listener.healthcheck_id === "string")
    throw new SeedError(place, "is the second health check of its listener.");
  const time = resourceTime(now);
  const check = { id: newId(), ...HEALTH_CHECK_DEFAULTS, create_time: time, update_time: time, ...seed };
  checkWire("getHealthCheck", check, place);
  addUnique(project.healthChecks, check, place);
  project.addHealthCheck(check, listener);
}

/** A listener may name its health check, as the API does, but not another one than it has. */
export function checkHealthCheckId(
  { id = "", healthcheck_id }: SeedListener,
  project: Project,
  place: string,
): void {
  if (typeof healthcheck_id === "string" && project.healthCheckOf(id)?.id !== healthcheck_id)
    throw new SeedError(`${place}.healthcheck_id`, "names no health check of the listener.");
}
