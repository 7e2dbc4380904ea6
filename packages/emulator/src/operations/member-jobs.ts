import { Refusal } from "../http/refusal.ts";
import type { Task } from "../state/job.ts";
import { type MemberTable, type Project, serverKey } from "../state/project.ts";
import type { Member, NewMember } from "../state/resources.ts";

type TaskOf<Type> = Extract<Task, { type: Type }>;

/** The entities of createMember (D20). */
export function memberEntities(listenerId: string, members: readonly NewMember[], status: string) {
  return {
    members: members.map(({ memberId, floatingAddress, server_id }) => ({
      id: memberId,
      address: floatingAddress,
      server_id,
      listener_id: listenerId,
      status,
    })),
  };
}

/** The entities of removeMember (D20). */
export function removalEntities(listenerId: string, memberIds: readonly string[]) {
  return { listener_id: listenerId, members: memberIds.map((id) => ({ id })) };
}

export function completeAdd(
  task: TaskOf<"createMember">,
  project: Project,
  at: number,
): Record<string, unknown> {
  const { listenerId, members } = task;
  if (!project.listeners.has(listenerId)) throw new Refusal("ELB.2011#1");
  const table = project.memberTable(listenerId);
  for (const { memberId, floatingAddress, server_id, address } of members) {
    const member: Member = {
      id: memberId,
      listenerId,
      server: { server_id, address },
      floatingAddress,
      createdAt: at,
    };
    table.byId.set(memberId, member);
  }
  return memberEntities(listenerId, members, "ACTIVE");
}

export function completeRemove(task: TaskOf<"removeMember">, project: Project): Record<string, unknown> {
  const { listenerId, memberIds } = task;
  const table = project.members.get(listenerId);
  if (table === undefined) throw new Refusal("ELB.2012#1");
  for (const member of memberIds.map((id) => existing(table, id))) {
    table.byId.delete(member.id);
    table.servers.delete(serverKey(member.server));
  }
  return removalEntities(listenerId, memberIds);
}

/** A member can be gone by the time that the job ends; then none of the others is removed. */
function existing(table: MemberTable, id: string): Member {
  const member = table.byId.get(id);
  if (member === undefined) throw new Refusal("ELB.2012#1");
  return member;
}
