import { table } from "../../../.build-validators/table.js";
import { pathOf } from "../../engine/route.ts";
import { api } from "../check/api.data.ts";

/**
 * Whether a URL means this API, be its path right or not. Others, such as IAM, can be at the same host.
 * @param isKnown Whether the description has its path.
 */
export function isOfThisApi(url: string, isKnown: boolean): boolean {
  const segments = pathOf(url).split("/").filter(Boolean);
  if (segments.length > api.common) return isKnown || segments.includes(api.service);
  // The list of versions stands at a path that every service has.
  return segments.every((segment) => /^v\d/i.test(segment));
}

const polls: ReadonlySet<string> = new Set(
  table.operations
    .filter(({ responses }) => responses.some(({ payload }) => payload?.job !== undefined))
    .map(({ id }) => id),
);

/** Whether an operation asks how a job is. */
export function isPoll(operationId: string | undefined): boolean {
  return operationId !== undefined && polls.has(operationId);
}

/** Names of the properties that are secret wherever they stand. */
export const secretNames: ReadonlySet<string> = new Set(
  table.operations
    .flatMap(({ request, responses, otherwise }) => [request, ...responses, otherwise])
    .flatMap((rule) => rule?.payload?.secrets ?? [])
    .map((path) => path.slice(path.lastIndexOf("/") + 1)),
);
