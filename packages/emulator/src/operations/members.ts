import { Refusal } from "../http/refusal.ts";
import { newId, resourceTime } from "../state/formats.ts";
import { type MemberTable, type Project, serverKey } from "../state/project.ts";
import type { Member, NewMember } from "../state/resources.ts";
import type { Handlers } from "./call.ts";
import { listBody, selectRows } from "./filters.ts";
import { launchJob } from "./jobs.ts";
import { isIdLength } from "./listeners.ts";
import { memberEntities, removalEntities } from "./member-jobs.ts";
import { checkMemberQuota } from "./quotas.ts";

export const memberHandlers = {
  listMembers({ project, path, query, operationId, now, administrator, behaviour: { quirks } }) {
    checkListener(project, path.listener_id);
    if (administrator) return listBody([], quirks);
    const members = project.memberTable(path.listener_id).byId.values();
    const healthyAfter = timeToHealth(project, path.listener_id);
    const rowOf = (member: Member) => memberAnswer(member, now, healthyAfter);
    return listBody(selectRows(members, rowOf, query, operationId), quirks);
  },

  addMembers(call) {
    const { project, path, body, store, behaviour } = call;
    if (!project.listeners.has(path.listener_id))
      throw new Refusal("ELB.2011#1", { reason: `The project has no listener ${path.listener_id}.` });
    const table = project.memberTable(path.listener_id);
    checkMemberQuota(table, body.length, behaviour);
    reserve(table, body);
    const members = body.map(({ server_id, address }): NewMember => {
      return { server_id, address, memberId: newId(), floatingAddress: store.addresses.nextFloating() };
    });
    const task = { type: "createMember", listenerId: path.listener_id, members } as const;
    return launchJob(call, { task, expected: memberEntities(path.listener_id, members, "PENDING") });
  },

  removeMembers(call) {
    const { project, path, body } = call;
    checkListener(project, path.listener_id);
    const table = project.memberTable(path.listener_id);
    const memberIds = [...new Set(body.removeMember.map(({ id }) => id))];
    const missing = memberIds.find((id) => !table.byId.has(id));
    if (missing !== undefined)
      throw new Refusal("ELB.2012#1", { reason: `The listener has no member ${missing}.` });
    const task = { type: "removeMember", listenerId: path.listener_id, memberIds } as const;
    return launchJob(call, { task, expected: removalEntities(path.listener_id, memberIds) });
  },
} satisfies Partial<Handlers>;

/** Keeps the servers of a request from being added twice, all of them or none. */
function reserve(table: MemberTable, servers: readonly { server_id: string; address: string }[]): void {
  const keys = new Set<string>();
  for (const server of servers) {
    const key = serverKey(server);
    if (table.servers.has(key) || keys.has(key))
      throw new Refusal("ELB.2021#1", {
        reason: `Server ${server.server_id} with ${server.address} is a member already.`,
      });
    keys.add(key);
  }
  for (const key of keys) table.servers.add(key);
}

function checkListener(project: Project, id: string): void {
  if (project.listeners.has(id)) return;
  throw new Refusal(isIdLength(id) ? "ELB.2020#1" : "ELB.2010#1", {
    reason: `The project has no listener ${id}.`,
  });
}

/** The member as listed: `address` is the floating address, `server_address` the one that was given (D67). */
export function memberAnswer(member: Member, now: number, healthyAfterMs: number): Record<string, unknown> {
  const time = resourceTime(member.createdAt);
  return {
    id: member.id,
    server_id: member.server.server_id,
    server_name: null,
    server_address: member.server.address,
    address: member.floatingAddress,
    status: "ACTIVE",
    health_status: healthOf(now - member.createdAt, healthyAfterMs),
    listeners: [{ id: member.listenerId }],
    create_time: time,
    update_time: time,
    ...member.given,
  };
}

/** Made up: nothing documents or records how long a member takes without a health check. */
const HEALTHY_AFTER_MS = 5000;

/** How long a new member takes to become healthy: as many checks as have to succeed, where there is a health check. */
export function timeToHealth(project: Project, listenerId: string): number {
  const check = project.healthCheckOf(listenerId);
  if (check === undefined) return HEALTHY_AFTER_MS;
  return check.healthy_threshold * check.healthcheck_interval * 1000;
}

/** A member that was added is not healthy yet: the checks have to pass first, which no job waits for. */
function healthOf(age: number, healthyAfterMs: number): string {
  return age < healthyAfterMs ? "UNAVAILABLE" : "NORMAL";
}
