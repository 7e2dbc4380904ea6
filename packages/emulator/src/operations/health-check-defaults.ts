import type { components } from "@elb-classic/spec/wire-types";
import { exampleAnswer } from "../description.ts";

const recorded = exampleAnswer("createHealthCheck", "defaults") as components["schemas"]["HealthCheck"];

/**
 * What the service fills in where a health check does not say, as recorded (D76); the documents give no defaults. A port
 * is not filled in: then the members are checked on the port that they serve.
 */
export const HEALTH_CHECK_DEFAULTS = {
  healthcheck_protocol: recorded.healthcheck_protocol,
  healthcheck_interval: recorded.healthcheck_interval,
  healthcheck_timeout: recorded.healthcheck_timeout,
  healthy_threshold: recorded.healthy_threshold,
  unhealthy_threshold: recorded.unhealthy_threshold,
} as const;
