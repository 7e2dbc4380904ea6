/**
 * What the service fills in where a health check does not say, as recorded (D76); the documents give no defaults. A port
 * is not filled in: then the members are checked on the port that they serve.
 */
export const HEALTH_CHECK_DEFAULTS = {
  healthcheck_protocol: "TCP",
  healthcheck_interval: 5,
  healthcheck_timeout: 10,
  healthy_threshold: 3,
  unhealthy_threshold: 3,
} as const;
