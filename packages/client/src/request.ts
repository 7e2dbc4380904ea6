import type { OperationRow } from "@elb-classic/spec/operations";
import { checkNames, isEncodable, isSegment, shown } from "./check.ts";
import { ElbArgumentError } from "./errors/base.ts";

/** A request without its headers: everything that the caller's arguments decide. */
export interface PreparedRequest {
  operationId: string | undefined;
  method: string;
  url: string;
  /** Absent where a raw request is about no project, and the client has none either. */
  projectId: string | undefined;
  body: string | undefined;
  /** The caller's own headers: sent, but not signed. */
  headers?: Readonly<Record<string, string>>;
}

/** The request of an operation. */
export interface OperationRequest extends PreparedRequest {
  operationId: string;
  /** The ids in its path by their wire names, the project left out. */
  ids: Readonly<Record<string, string>>;
  projectId: string;
}

export type Arguments = Readonly<Record<string, unknown>>;

/**
 * Lays one flat argument out over path, query and payload, as the operation's row says.
 *
 * @throws {ElbArgumentError} for an argument that is missing, unknown or cannot be sent
 */
export function prepareRequest(
  operationId: string,
  row: OperationRow,
  target: { base: string; projectId: string },
  given: Arguments = {},
): OperationRequest {
  const names = [...row.pathParameters, ...row.queryParameters, ...(row.body ? ["body"] : [])];
  checkNames(operationId, "argument", given, names);
  const { project_id = target.projectId } = given;
  const args: Arguments = { ...given, project_id };
  const url = target.base + fillPath(operationId, row.path, args) + queryOf(operationId, row, args);
  return {
    operationId,
    ids: idsOf(row, args),
    method: row.method,
    url,
    projectId: args.project_id as string,
    body: row.body ? payload(operationId, args.body) : undefined,
  };
}

const idsOf = ({ pathParameters }: OperationRow, args: Arguments): Record<string, string> =>
  Object.fromEntries(
    pathParameters.filter((name) => name !== "project_id").map((name) => [name, args[name] as string]),
  );

function fillPath(operationId: string, path: string, args: Arguments): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = args[name];
    if (value === undefined) throw new ElbArgumentError(`${operationId} needs the argument \`${name}\`.`);
    if (!isSegment(value)) {
      throw new ElbArgumentError(
        `${operationId} got \`${name}\` ${shown(value)}: it must be an id, not blank and without "/".`,
      );
    }
    return encodeURIComponent(value);
  });
}

function queryOf(operationId: string, row: OperationRow, args: Arguments): string {
  const pairs: string[] = [];
  for (const name of row.queryParameters) {
    const value = args[name];
    if (value === undefined) continue;
    if (!/^(string|number|boolean)$/.test(typeof value) || !isEncodable(String(value))) {
      throw new ElbArgumentError(
        `${operationId} got \`${name}\` ${shown(value)}: it must be whole text, a number or a boolean.`,
      );
    }
    pairs.push(`${name}=${encodeURIComponent(String(value))}`);
  }
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

function payload(operationId: string, body: unknown): string {
  if (typeof body !== "object" || body === null) {
    throw new ElbArgumentError(
      `${operationId} needs the argument \`body\`, its payload: an object or a list.`,
    );
  }
  let text: string | undefined;
  let cause: unknown;
  try {
    text = JSON.stringify(body);
  } catch (error) {
    cause = error;
  }
  // A toJSON() can make nothing of it without an error.
  if (text !== undefined) return text;
  throw new ElbArgumentError(`${operationId} got a \`body\` that cannot be written as JSON.`, { cause });
}
