import { ElbArgumentError } from "../errors/base.ts";
import { type DesiredMember, isDesired, type Member } from "./desired.ts";
import { UnsafeChangeError } from "./errors.ts";

/** What has to be done so that a listener has exactly the desired members. */
export interface MemberPlan {
  /** Servers to add. */
  add: { server_id: string; address: string }[];
  /** Members to remove, as they are listed. */
  remove: Member[];
  /** Members that stay, as they are listed. */
  keep: Member[];
}

/** The health of a member that takes traffic. Any other, one that is not known included, counts as not healthy. */
const healthy: Member["health_status"] = "NORMAL";
export const isHealthy = (member: Member): boolean => member.health_status === healthy;

export const isEmptyPlan = ({ add, remove }: MemberPlan): boolean => add.length === 0 && remove.length === 0;

/** @throws {ElbArgumentError} for a server to add whose address is not known */
export function planMembers(listed: readonly Member[], desired: readonly DesiredMember[]): MemberPlan {
  const add = desired
    .filter((each) => !listed.some((member) => isDesired(member, each)))
    .map(({ server_id, address }) => {
      if (address !== undefined) return { server_id, address };
      throw new ElbArgumentError(
        `Server ${server_id} is no member yet, and can only be added with its private \`address\`.`,
      );
    });
  const isKept = (member: Member): boolean => desired.some((each) => isDesired(member, each));
  return { add, remove: listed.filter((member) => !isKept(member)), keep: listed.filter(isKept) };
}

/** Why the removal must not be made: it takes away the last member that is NORMAL. Undefined if it does not. */
export function refusalOf(listenerId: string, { remove, keep }: MemberPlan): UnsafeChangeError | undefined {
  if (!remove.some(isHealthy) || keep.some(isHealthy)) return undefined;
  return new UnsafeChangeError(
    `No member of listener ${listenerId} would be ${healthy} without ${remove.map(({ id }) => id).join(", ")}:` +
      " wait until others are, as replaceMembers() does, or give `force`.",
    "last-normal",
    remove,
  );
}
