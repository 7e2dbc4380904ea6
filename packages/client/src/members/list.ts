import { type OperationTypes, operations } from "@elb-classic/spec/operations";
import { checkNames } from "../check.ts";
import type { ElbClient } from "../client.ts";
import { ElbArgumentError } from "../errors/base.ts";
import type { CallOptions } from "../methods.ts";
import { listIn } from "../reconcile/table.ts";
import type { Member } from "./desired.ts";

type Query = OperationTypes["listMembers"]["query"];

/** Whose members to list, and which. */
export interface ListAllMembers extends Omit<Query, "marker" | "limit"> {
  /** Id of the listener. */
  listener_id: string;
  /** Default: the client's project. */
  project_id?: string;
  /** Members on a page, a whole number from 2 on. Default: 100. */
  limit?: number;
}

const { marker, limit: pageSize, id } = operations.listMembers.paging!;
const { pathParameters, queryParameters } = operations.listMembers;
const parameters = [...pathParameters, ...queryParameters].filter((name) => name !== marker);

/**
 * All members of a listener, page by page, each once. A page shorter than `limit` is the last, and so is one that
 * leads nowhere new. What is added or removed meanwhile may be missed.
 *
 * An administrator of the cloud sees none, whatever there is.
 *
 * Source: 查询后端云服务器列表
 *
 * @param listing the listener, and filters of `listMembers` if need be
 * @param options of each call
 * @throws {ElbArgumentError} for a `limit` below 2: whether a page begins with its marker or after it is not
 *   documented, and if it does, a page of one never gets further; for a parameter that is missing or not known
 * @throws {ElbError} for an answer that is no list of members
 */
export async function* listAllMembers(
  client: ElbClient,
  listing: ListAllMembers,
  options?: CallOptions,
): AsyncGenerator<Member, void, undefined> {
  checkNames("listAllMembers()", "parameter", listing, parameters);
  const { limit = 100, ...query } = listing;
  if (!Number.isSafeInteger(limit) || limit < 2) {
    throw new ElbArgumentError("`limit` must be a whole number from 2 on.");
  }
  const seen = new Set<unknown>();
  const markers = new Set<unknown>();
  for (let next: unknown; !markers.has(next); ) {
    markers.add(next);
    const turn = next === undefined ? {} : { [marker]: next };
    const answer = await client.listMembers({ ...query, [pageSize]: limit, ...turn }, options);
    const page = listIn("listMembers", answer) as unknown as Member[];
    for (const member of page) {
      const memberId = member[id as keyof Member];
      // Of two without an id, neither is known to be the other.
      if (memberId !== undefined && seen.has(memberId)) continue;
      seen.add(memberId);
      yield member;
    }
    if (page.length < limit) return;
    next = page.at(-1)?.[id as keyof Member];
  }
}
