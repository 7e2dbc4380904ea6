import { ElbArgumentError } from "../errors/base.ts";
import { type DesiredMember, isDesired, type Member } from "../members/desired.ts";
import { UnsafeChangeError } from "../members/errors.ts";
import { readMembers } from "../members/read.ts";
import { type Case, unlessGone } from "./case.ts";
import { type Finding, failed, happened, notYet, undecidable, undecided } from "./finding.ts";

/** The members of the listener of a change; nothing if it does not exist, and a finding if they cannot be believed. */
async function membersOf({ client, sent, options }: Case): Promise<Member[] | Finding | undefined> {
  const place = { listener_id: String(sent.arguments.listener_id), project_id: sent.projectId };
  try {
    return await unlessGone(readMembers(client, place, options));
  } catch (error) {
    if (error instanceof UnsafeChangeError) return undecidable(error.message.replace(/\.$/, ""));
    throw error;
  }
}

const gone = "The listener does not exist";

/** @throws {ElbArgumentError} unless it is a list, as for a change that has lost its payload */
function listOf<T>(members: unknown): T[] {
  if (Array.isArray(members)) return members;
  throw new ElbArgumentError("reconcile() got a change of members whose `sent` has no list of members.");
}

/** Looks for members that were to be added. */
export async function examineAddition(change: Case): Promise<Finding> {
  const servers = listOf<DesiredMember>(change.sent.arguments.body);
  const listed = await membersOf(change);
  if (listed === undefined) return failed(gone);
  if (!Array.isArray(listed)) return listed;
  const there = servers.filter((server) => listed.some((member) => isDesired(member, server)));
  const evidence = `${there.length} of ${servers.length} servers are members`;
  if (there.length === 0) return notYet(evidence);
  const members = listed.filter((member) => servers.some((server) => isDesired(member, server)));
  return { ...(there.length === servers.length ? happened : undecided)(evidence), members };
}

/** Looks for members that were to be removed. */
export async function examineRemoval(change: Case): Promise<Finding> {
  const removeMember = listOf<{ id: string }>(Object(change.sent.arguments.body).removeMember);
  const listed = await membersOf(change);
  if (listed === undefined) return happened(gone);
  if (!Array.isArray(listed)) return listed;
  const left = removeMember.filter(({ id }) => listed.some((member) => member.id === id));
  const evidence = `${left.length} of ${removeMember.length} members are left`;
  if (left.length === 0) return happened(evidence);
  return left.length === removeMember.length ? notYet(evidence) : undecided(evidence);
}
