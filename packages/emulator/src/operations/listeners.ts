import type { OperationTypes } from "@elb-classic/spec/operations";
import { nullableNames, propertyNames } from "../description.ts";
import { Refusal } from "../http/refusal.ts";
import { newId, resourceTime } from "../state/formats.ts";
import type { Project } from "../state/project.ts";
import type { Listener } from "../state/resources.ts";
import type { Handlers } from "./call.ts";
import { selectRows } from "./filters.ts";
import { missingCertificate } from "./listener-certificates.ts";
import { listenerDefaults } from "./listener-defaults.ts";
import { changedFixedProperty, pick } from "./properties.ts";
import { checkListenerQuota } from "./quotas.ts";

type CreateBody = OperationTypes["createListener"]["body"];

const CREATABLE = propertyNames("CreateListenerRequest");
const UPDATABLE = propertyNames("UpdateListenerRequest");
const ANSWERED = propertyNames("Listener");
const NULLABLE = nullableNames("Listener");

export const listenerHandlers = {
  // An array even when it is empty: nobody saw the empty object of other lists here (D03).
  listListeners({ project, query, operationId }) {
    const rowOf = (listener: Listener) => listenerAnswer(listener, project);
    return selectRows(project.listeners.values(), rowOf, query, operationId);
  },

  createListener({ project, body, now, behaviour }) {
    checkBalancer(project, body);
    checkListenerQuota(project, body.loadbalancer_id, behaviour);
    checkPort(project, body.loadbalancer_id, body.port);
    checkCertificates(project, body);
    const listener = newListener(body, now);
    project.listeners.set(listener.id, listener);
    return behaviour.quirks === "observed" ? listener : withNulls(listener);
  },

  getListener: ({ project, path }) => listenerAnswer(findListener(project, path.listener_id), project),

  updateListener({ project, path, body, now }) {
    const listener = findListener(project, path.listener_id);
    checkFixed(listener, body);
    if (body.port !== undefined) checkPort(project, listener.loadbalancer_id, body.port, listener.id);
    const changes = pick(body, UPDATABLE);
    checkCertificates(project, { protocol: listener.protocol, ...changes });
    Object.assign(listener, changes, { update_time: resourceTime(now) });
    project.listeners.set(listener.id, listener);
    return withNulls(listener);
  },

  deleteListener({ project, path }) {
    if (!project.listeners.has(path.listener_id))
      throw new Refusal("ELB.6002#1", { reason: `The project has no listener ${path.listener_id}.` });
    project.removeListener(path.listener_id);
  },
} satisfies Partial<Handlers>;

function newListener(body: CreateBody, now: number): Listener {
  const time = resourceTime(now);
  const settings = { ...listenerDefaults(body), ...pick(body, CREATABLE) };
  const listener = {
    ...settings,
    id: newId(),
    status: "ACTIVE",
    create_time: time,
    update_time: time,
  } as Listener;
  if (listener.sticky_session_type === "") delete listener.sticky_session_type;
  return listener;
}

/** What was never set is missing in the answer of createListener, and null afterwards (D26, D32). */
function withNulls(listener: Listener): Record<string, unknown> {
  const nulls = Object.fromEntries([...NULLABLE].map((name) => [name, null]));
  return { ...nulls, admin_state_up: true, session_sticky: false, ...listener };
}

/** Listing and reading know the number of members; updating does not (D31). */
export function listenerAnswer(listener: Listener, project: Project): Record<string, unknown> {
  return { ...withNulls(listener), member_number: project.memberCount(listener.id) };
}

function checkBalancer(project: Project, body: CreateBody): void {
  const balancer = project.loadBalancers.get(body.loadbalancer_id);
  if (balancer === undefined)
    throw new Refusal("ELB.6040#1", { reason: `The project has no load balancer ${body.loadbalancer_id}.` });
  if (balancer.type === "Internal" && body.protocol === "UDP")
    throw new Refusal("ELB.6061#1", { reason: "A private load balancer cannot have a UDP listener." });
}

function checkPort(project: Project, loadBalancerId: string, port: number, except?: string): void {
  const other = project.listenersOf(loadBalancerId).find((each) => each.port === port && each.id !== except);
  if (other !== undefined)
    throw new Refusal("ELB.6101#1", {
      reason: `Listener ${other.id} of the load balancer has port ${port} already.`,
    });
}

/** The documents have no code for this; the row is the one that says that the certificate is not there. */
function checkCertificates(project: Project, listener: Parameters<typeof missingCertificate>[1]): void {
  const missing = missingCertificate(project, listener);
  if (missing !== undefined)
    throw new Refusal("ELB.6001#1", {
      reason: `The project has no certificate ${missing}.`,
      values: { nilKey: "certificate_id" },
    });
}

function checkFixed(listener: Listener, body: object): void {
  const fixed = changedFixedProperty(withNulls(listener), body, UPDATABLE, ANSWERED);
  if (fixed !== undefined)
    throw new Refusal("ELB.6015#1", { reason: `${fixed} is fixed when the listener is created.` });
}

/** The listener that a path names. The documents tell an id of the wrong length from one that matches nothing. */
function findListener(project: Project, id: string): Listener {
  const listener = project.listeners.get(id);
  if (listener !== undefined) return listener;
  throw new Refusal(isIdLength(id) ? "ELB.6010#1" : "ELB.6000#1", {
    reason: `The project has no listener ${id}.`,
  });
}

/** Ids have 32 digits (D90). */
export function isIdLength(id: string): boolean {
  return id.length === newId().length;
}
