import type { OperationRow } from "@elb-classic/spec/operations";
import { ElbArgumentError } from "./errors/base.ts";

/** A request without its headers: everything that the caller's arguments decide. */
export interface PreparedRequest {
  operationId: string | undefined;
  /** The ids that it is about, as words for an error message. */
  about?: string;
  method: string;
  url: string;
  projectId: string;
  body: string | undefined;
}

type Arguments = Readonly<Record<string, unknown>>;

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
): PreparedRequest {
  checkNames(operationId, row, given);
  const args: Arguments = { ...given, project_id: given.project_id ?? target.projectId };
  return {
    operationId,
    about: idsOf(row, args),
    method: row.method,
    url: target.base + fillPath(operationId, row.path, args) + queryOf(operationId, row, args),
    projectId: args.project_id as string,
    body: row.body ? payload(operationId, args.body) : undefined,
  };
}

const idsOf = (row: OperationRow, args: Arguments): string =>
  row.pathParameters
    .filter((name) => name !== "project_id")
    .map((name) => `${name} ${args[name]}`)
    .join(", ");

function checkNames(operationId: string, row: OperationRow, given: Arguments): void {
  const known = [...row.pathParameters, ...row.queryParameters, ...(row.body ? ["body"] : [])];
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) {
      throw new ElbArgumentError(
        `${operationId} has no argument \`${name}\`; it takes ${known.join(", ") || "none"}.`,
      );
    }
  }
}

function fillPath(operationId: string, path: string, args: Arguments): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = args[name];
    if (value === undefined) throw new ElbArgumentError(`${operationId} needs the argument \`${name}\`.`);
    // A dot segment would be resolved on the way and reach another resource.
    if (typeof value !== "string" || !/^[^/]+$/.test(value) || /^\.\.?$/.test(value)) {
      throw new ElbArgumentError(
        `${operationId} got \`${name}\` = ${JSON.stringify(value)}: it must be an id, not empty and without "/".`,
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
    if (!/^(string|number|boolean)$/.test(typeof value)) {
      throw new ElbArgumentError(
        `${operationId} got \`${name}\`, which must be text, a number or a boolean.`,
      );
    }
    pairs.push(`${name}=${encodeURIComponent(String(value))}`);
  }
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

function payload(operationId: string, body: unknown): string {
  if (body === undefined)
    throw new ElbArgumentError(`${operationId} needs the argument \`body\`, its payload.`);
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw new ElbArgumentError(`${operationId} got a \`body\` that cannot be written as JSON.`, { cause });
  }
}
