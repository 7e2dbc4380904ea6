import type { Finding } from "../finding.ts";
import type { ParameterType, QueryParameter } from "../table.ts";
import { parameters } from "./places.ts";
import { type KnownOperation, pathOf, queryOf } from "./route.ts";
import { validate } from "./validate.ts";

/** Checks path and query of a request. */
export function checkParameters(operation: KnownOperation, url: string, findings: Finding[]): void {
  const query = readQuery(operation, queryOf(url), findings);
  const value = { path: readPath(operation, pathOf(url)), query };
  validate(
    { place: parameters, validator: operation.parameters, secrets: secretsOf(operation), unknown: "warning" },
    value,
    findings,
  );
}

function readPath({ path }: KnownOperation, given: string): Record<string, string> {
  const segments = given.split("/");
  return Object.fromEntries(path.map(([name, fromEnd]) => [name, decode(segments.at(-1 - fromEnd)!)]));
}

function readQuery(operation: KnownOperation, text: string, findings: Finding[]): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  if (text === "") return query;
  // By name: one finding, however often it is given.
  const faults = new Map<string, Finding>();
  for (const pair of text.split("&")) {
    if (pair !== "") addParameter(operation, pair, query, faults);
  }
  for (const fault of faults.values()) findings.push(fault);
  return query;
}

function addParameter(
  operation: KnownOperation,
  pair: string,
  query: Record<string, unknown>,
  faults: Map<string, Finding>,
): void {
  const equals = pair.indexOf("=");
  const name = decode(equals < 0 ? pair : pair.slice(0, equals), true);
  const known = Object.hasOwn(operation.query, name) ? operation.query[name] : undefined;
  if (known === undefined) faults.set(name, unknownParameter(operation, name));
  else if (Object.hasOwn(query, name)) faults.set(name, repeatedParameter(known, name));
  else query[name] = coerce(known.type, equals < 0 ? "" : decode(pair.slice(equals + 1), true));
}

/** Malformed escapes stay as they are. */
function decode(text: string, plusIsSpace = false): string {
  try {
    return decodeURIComponent(plusIsSpace ? text.replaceAll("+", " ") : text);
  } catch {
    return text;
  }
}

/** The value that the text of a parameter stands for; the text itself where it stands for none of that type. */
function coerce(type: ParameterType, text: string): unknown {
  if (type === "string") return text;
  if (type === "boolean") return text === "true" || (text === "false" ? false : text);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function secretsOf({ query }: KnownOperation): string[] {
  return Object.entries(query).flatMap(([name, { secret }]) => (secret ? [`/query/${name}`] : []));
}

function unknownParameter({ id, pointer, path, query }: KnownOperation, name: string): Finding {
  const hasParameters = path.length > 0 || Object.keys(query).length > 0;
  return {
    code: "request.query.unknown",
    severity: "warning",
    pointer: `query/${name}`,
    schema: hasParameters ? `${pointer}/parameters` : pointer,
    expected: `a documented query parameter of ${id}`,
    actual: "another one",
    message: `The query parameter "${name}" is not a documented one of ${id}.`,
  };
}

function repeatedParameter({ pointer }: QueryParameter, name: string): Finding {
  return {
    code: "request.query.repeated",
    severity: "warning",
    pointer: `query/${name}`,
    schema: pointer,
    expected: "one value",
    actual: "several values",
    message: `The query parameter "${name}" must be given once, but is given several times.`,
  };
}
