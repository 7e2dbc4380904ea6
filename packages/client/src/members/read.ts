import type { ElbClient } from "../client.ts";
import type { CallOptions } from "../methods.ts";
import type { Member } from "./desired.ts";
import { UnsafeChangeError } from "./errors.ts";
import { listAllMembers } from "./list.ts";

/** The listener that a helper works on. */
export interface ListenerPlace {
  listener_id: string;
  project_id?: string;
}

async function listed(client: ElbClient, place: ListenerPlace, options: CallOptions): Promise<Member[]> {
  const members: Member[] = [];
  for await (const member of listAllMembers(client, place, options)) members.push(member);
  return members;
}

/**
 * The members of a listener. An empty list is believed only if the listener does not contradict it.
 *
 * @throws {UnsafeChangeError} if it does, as for an administrator of the cloud, who sees empty lists
 */
export async function readMembers(
  client: ElbClient,
  place: ListenerPlace,
  options: CallOptions,
): Promise<Member[]> {
  const first = await listed(client, place, options);
  if (first.length > 0) return first;
  const { member_number } = await client.getListener(place, options);
  if (!member_number) return first;
  // A member can have been added between the two.
  const second = await listed(client, place, options);
  if (second.length > 0) return second;
  throw new UnsafeChangeError(
    `The list of members of listener ${place.listener_id} is empty, but the listener says that it has` +
      ` ${member_number}: administrators of the cloud see empty lists, so use a user of the project.`,
    "contradicted",
  );
}
