import {
  type OperationId,
  type OperationRow,
  type OperationTypes,
  operations,
} from "@elb-classic/spec/operations";
import type { ElbClient } from "../client.ts";
import type { CallOptions, WithResponse } from "../methods.ts";
import type { Fields } from "./equal.ts";
import { UnusableAnswerError } from "./unusable.ts";

const rows = Object.entries(operations) as [OperationId, OperationRow][];

/** The operation that reads at a path, if there is one. */
const readerAt = (path: string): OperationId | undefined =>
  rows.find(([, row]) => row.method === "GET" && row.path === path)?.[0];

/** The operation that lists what a change of this path creates. */
export const listerOf = ({ path }: OperationRow): OperationId | undefined => readerAt(path);

/** The path of the one resource that a change is about; some changes have a word of their own after it. */
const resourcePath = ({ path }: OperationRow): string => path.slice(0, path.lastIndexOf("}") + 1);

/** The operation that reads the one resource of a change, if there is one. */
export const getterOf = (row: OperationRow): OperationId | undefined => readerAt(resourcePath(row));

/** The operation that lists the resources of which a change is about one. */
export const listerAbove = (row: OperationRow): OperationId | undefined => {
  const path = resourcePath(row);
  return readerAt(path.slice(0, path.lastIndexOf("/")));
};

/** How a resource is found that no list has: its owner names it. */
export interface Owned {
  /** Reads the owner. */
  owner: OperationId;
  /** The owner's property with the id of the resource, which is also the parameter of `getter`. */
  idName: string;
  getter: OperationId;
}

/** The way to what a change creates, from the resource that its payload names. */
export function ownedBy(row: OperationRow, body: Fields): Owned | undefined {
  const [getter, { pathParameters = [] } = {}] =
    rows.find(([, each]) => each.method === "GET" && each.path.startsWith(`${row.path}/{`)) ?? [];
  const idName = pathParameters.at(-1);
  const names = Object.keys(body).filter((name) => body[name] != null);
  const owner = rows.find(
    ([, each]) => each.method === "GET" && names.some((name) => each.path.endsWith(`/{${name}}`)),
  )?.[0];
  return getter && owner && idName !== undefined ? { owner, idName, getter } : undefined;
}

/** Calls an operation that is known by its name only, with as many of the arguments as it takes. */
export function read(
  client: ElbClient,
  id: OperationId,
  given: Fields,
  options: CallOptions,
): Promise<WithResponse<unknown>> {
  const { pathParameters, queryParameters } = operations[id];
  const taken = [...pathParameters, ...queryParameters].filter((name) => given[name] !== undefined);
  const args = Object.fromEntries(taken.map((name) => [name, given[name]]));
  const call = client[id] as (args: object, options: CallOptions) => ReturnType<ElbClient["getListener"]>;
  return call(args, options).withResponse();
}

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** The number of resources, which stands beside a list that is not the whole answer. */
const countIn = (answer: unknown): unknown =>
  (answer as Partial<OperationTypes["listLoadBalancers"]["result"]>).instance_num;

/**
 * The resources in the answer of a list operation, where its row says that they are.
 *
 * @throws {UnusableAnswerError} for an answer that has no list
 */
export function listIn(id: OperationId, answer: unknown): Fields[] {
  const [path = ""] = operations[id].read?.find(([, kind]) => kind === "list") ?? [];
  const list = path === "" ? answer : (answer as Fields)[path];
  // The client makes a list that is missing; the number beside it shows that there was one.
  const isMade = path !== "" && Array.isArray(list) && list.length === 0 && String(countIn(answer)) !== "0";
  if (Array.isArray(list) && list.every(isObject) && !isMade) return list;
  throw new UnusableAnswerError(`${id} was answered with something other than a list.`);
}

/**
 * The resource in the answer of an operation that reads one.
 *
 * @throws {UnusableAnswerError} for an answer that has another, or none
 */
export function resourceIn(id: OperationId, answer: unknown, resourceId: unknown): Fields {
  if (isObject(answer) && answer.id === resourceId) return answer;
  throw new UnusableAnswerError(`${id} was answered with something other than ${resourceId}.`);
}
