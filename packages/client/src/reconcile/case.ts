import type { OperationId, OperationRow } from "@elb-classic/spec/operations";
import type { ElbClient } from "../client.ts";
import type { Clock } from "../clock.ts";
import { ElbApiError } from "../errors/api-error.ts";
import type { SentChange } from "../errors/base.ts";
import type { CallOptions } from "../methods.ts";
import type { Fields } from "./equal.ts";
import { getterOf, listerAbove, listIn, read, resourceIn } from "./table.ts";

/** A change whose outcome is looked for. */
export interface Case {
  client: ElbClient;
  id: OperationId;
  row: OperationRow;
  sent: SentChange;
  /** Ids of what was there before the change. */
  known: readonly string[];
  skew: number;
  clock: Clock;
  options: CallOptions;
}

/** The payload that was sent; secret fields are not in it. */
export const bodyOf = ({ sent }: Case): Fields => Object(sent.arguments.body) as Fields;

/** The arguments for a call about the same resource. */
export const argumentsOf = ({ sent }: Case): Fields => ({
  ...sent.arguments,
  project_id: sent.projectId,
});

/** What a call resolves to; nothing, where what it is about does not exist. */
export async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ElbApiError && error.isNotFound) return undefined;
    throw error;
  }
}

/** The id in the path of a change, and what it is of. */
export const target = ({ row, sent }: Case): { name: string; id: unknown } => {
  const name = row.pathParameters.at(-1) ?? "";
  return { name, id: sent.arguments[name] };
};

/** The one resource that a change is about; nothing, if it does not exist. */
export async function readTarget(change: Case): Promise<Fields | undefined> {
  const { client, row, options } = change;
  const getter = getterOf(row);
  const given = argumentsOf(change);
  if (getter) {
    const answer = await unlessGone(read(client, getter, given, options));
    return answer && resourceIn(getter, answer.data, target(change).id);
  }
  const lister = listerAbove(row)!;
  const { data } = await read(client, lister, { project_id: given.project_id }, options);
  return listIn(lister, data).find(({ id }) => id === target(change).id);
}
