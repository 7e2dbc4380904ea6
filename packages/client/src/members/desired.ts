import type { OperationTypes } from "@elb-classic/spec/operations";
import { ElbArgumentError } from "../errors/base.ts";

/** A member as `listMembers` answers it. */
export type Member = OperationTypes["listMembers"]["result"][number];

/** A server that is to stand behind a listener. */
export interface DesiredMember {
  /** Id of the cloud server. */
  server_id: string;
  /**
   * Private address of the server, as `addMembers` takes it; lists have it as `server_address`. Needed to add the
   * server; without it, any member of the server is the one.
   */
  address?: string | undefined;
}

/**
 * Whether a member is the desired one. Its `address` is never looked at: that is a floating address of the load
 * balancer's own, not the server's.
 */
export const isDesired = (member: Member, { server_id, address }: DesiredMember): boolean =>
  member.server_id === server_id && (address === undefined || member.server_address === address);

/** A server as the part of a sentence. */
export const named = ({ server_id, address }: DesiredMember): string =>
  address === undefined ? server_id : `${server_id} (${address})`;

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

const isSame = (one: DesiredMember, other: DesiredMember): boolean =>
  one.server_id === other.server_id &&
  (one.address === undefined || other.address === undefined || one.address === other.address);

/** @throws {ElbArgumentError} unless it is a list of servers, each of which is named once */
export function checkDesired(members: unknown): asserts members is readonly DesiredMember[] {
  if (!Array.isArray(members)) {
    throw new ElbArgumentError("`members` must be a list of { server_id, address }.");
  }
  for (const [index, member] of members.entries()) {
    const { server_id, address } = Object(member) as Partial<DesiredMember>;
    if (!isText(server_id) || (address !== undefined && !isText(address))) {
      throw new ElbArgumentError(
        `\`members[${index}]\` must have a \`server_id\`, and an \`address\` that is text or absent.`,
      );
    }
    const first = members.findIndex((other: DesiredMember) => isSame(other, { server_id, address }));
    if (first !== index) {
      throw new ElbArgumentError(
        `\`members\` names server ${named({ server_id, address })} twice, at ${first} and at ${index}: leave one out.`,
      );
    }
  }
}
