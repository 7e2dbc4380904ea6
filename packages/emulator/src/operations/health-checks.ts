import type { ErrorCodeId } from "@elb-classic/spec/error-codes";
import type { OperationTypes } from "@elb-classic/spec/operations";
import { nullableNames, propertyNames } from "../description.ts";
import { Refusal } from "../http/refusal.ts";
import { newId, resourceTime } from "../state/formats.ts";
import type { Project } from "../state/project.ts";
import type { HealthCheck, Listener } from "../state/resources.ts";
import type { Handlers } from "./call.ts";
import { HEALTH_CHECK_DEFAULTS } from "./health-check-defaults.ts";
import { changedFixedProperty, pick } from "./properties.ts";

type CreateBody = OperationTypes["createHealthCheck"]["body"];

const CREATABLE = propertyNames("CreateHealthCheckRequest");
const UPDATABLE = propertyNames("UpdateHealthCheckRequest");
const NULLABLE = nullableNames("HealthCheck");

// The only rows that refuse the values of a health check, whatever their texts say.
const NOT_CREATED: ErrorCodeId = "ELB.7001#1";
const NOT_UPDATED: ErrorCodeId = "ELB.7001#2";

export const healthCheckHandlers = {
  createHealthCheck({ project, body, now, behaviour }) {
    const listener = freeListener(project, body.listener_id);
    checkProtocol(project, listener, body.healthcheck_protocol, NOT_CREATED);
    const check = newHealthCheck(body, now);
    project.addHealthCheck(check, listener);
    return behaviour.quirks === "observed" ? withEffectiveUri(check) : healthCheckAnswer(check);
  },

  getHealthCheck: ({ project, path }) => healthCheckAnswer(find(project, path.healthcheck_id)),

  updateHealthCheck({ project, path, body, now }) {
    const check = find(project, path.healthcheck_id);
    const fixed = changedFixedProperty(healthCheckAnswer(check), body, UPDATABLE);
    if (fixed !== undefined)
      throw new Refusal(NOT_UPDATED, { reason: `${fixed} is fixed when the health check is created.` });
    const listener = project.listeners.get(check.listener_id);
    checkProtocol(project, listener, body.healthcheck_protocol, NOT_UPDATED);
    Object.assign(check, settingsOf(body, UPDATABLE), { update_time: resourceTime(now) });
    project.healthChecks.set(check.id, check);
    return healthCheckAnswer(check);
  },

  deleteHealthCheck({ project, path }) {
    project.removeHealthCheck(find(project, path.healthcheck_id));
  },
} satisfies Partial<Handlers>;

function newHealthCheck(body: CreateBody, now: number): HealthCheck {
  const time = resourceTime(now);
  return {
    ...HEALTH_CHECK_DEFAULTS,
    ...settingsOf(body, CREATABLE),
    listener_id: body.listener_id,
    id: newId(),
    create_time: time,
    update_time: time,
  };
}

/** An update takes the protocol in any case (D74); it is kept as the documents write it. */
function settingsOf(
  body: OperationTypes["updateHealthCheck"]["body"],
  names: ReadonlySet<string>,
): Record<string, unknown> {
  const settings = pick(body, names);
  const { healthcheck_protocol: protocol } = body;
  return protocol === undefined ? settings : { ...settings, healthcheck_protocol: protocol.toUpperCase() };
}

/** What was never set is missing in the answer of createHealthCheck, and null afterwards (D71, D73). */
export function healthCheckAnswer(check: HealthCheck): Record<string, unknown> {
  const nulls = Object.fromEntries([...NULLABLE].map((name) => [name, null]));
  return { ...nulls, ...withEffectiveUri(check) };
}

/** Only an HTTP check has a use for its URI; for the others it is empty, as recorded (D71). */
function withEffectiveUri(check: HealthCheck): HealthCheck {
  return check.healthcheck_protocol.toUpperCase() === "HTTP" ? check : { ...check, healthcheck_uri: "" };
}

/** The listener of a new health check, of which each has one at most. */
function freeListener(project: Project, id: string): Listener {
  const listener = project.listeners.get(id);
  if (listener === undefined)
    throw new Refusal("ELB.7010#1", { reason: `The project has no listener ${id}.` });
  if (typeof listener.healthcheck_id === "string")
    throw new Refusal(NOT_CREATED, {
      reason: `The listener has the health check ${listener.healthcheck_id} already: update that one.`,
    });
  return listener;
}

function checkProtocol(
  project: Project,
  listener: Listener | undefined,
  protocol: string | undefined,
  row: ErrorCodeId,
): void {
  const balancer = project.loadBalancers.get(listener?.loadbalancer_id ?? "");
  if (balancer?.type === "Internal" && protocol?.toUpperCase() === "UDP")
    throw new Refusal(row, { reason: "A private load balancer cannot have a UDP health check." });
}

function find(project: Project, id: string): HealthCheck {
  const check = project.healthChecks.get(id);
  if (check === undefined)
    throw new Refusal("ELB.7020#1", { reason: `The project has no health check ${id}.` });
  return check;
}
