import { say } from "../language/language.ts";
import type { ParameterType } from "../table.ts";
import { parameters } from "./places.ts";
import { add, type Report } from "./report.ts";
import { type KnownOperation, pathOf, queryOf } from "./route.ts";
import { validate } from "./validate.ts";

/** Checks path and query of a request. */
export function checkParameters(report: Report, operation: KnownOperation, url: string): void {
  const query = readQuery(report, operation, queryOf(url));
  const value = { path: readPath(operation, pathOf(url)), query };
  const { parameters: validator } = operation;
  const secrets = secretsOf(operation);
  validate(report, { place: parameters, origin: operation, validator, secrets, unknown: "warning" }, value);
}

/** The value of a path parameter, `undefined` where the operation has no such one. */
export function pathValue({ path }: KnownOperation, url: string, name: string): string | undefined {
  const found = path.find(([other]) => other === name);
  return (
    found &&
    decode(
      pathOf(url)
        .split("/")
        .at(-1 - found[1])!,
    )
  );
}

function readPath({ path }: KnownOperation, given: string): Record<string, string> {
  const segments = given.split("/");
  return Object.fromEntries(path.map(([name, fromEnd]) => [name, decode(segments.at(-1 - fromEnd)!)]));
}

function readQuery(report: Report, operation: KnownOperation, text: string): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  if (text === "") return query;
  // By name: one finding, however often it is given.
  const faults = new Map<string, Add>();
  for (const pair of text.split("&")) {
    if (pair !== "") readParameter(operation, pair, query, faults);
  }
  for (const [name, addFault] of faults) addFault(report, operation, name);
  return query;
}

type Add = (report: Report, operation: KnownOperation, name: string) => void;

function readParameter(
  operation: KnownOperation,
  pair: string,
  query: Record<string, unknown>,
  faults: Map<string, Add>,
): void {
  const equals = pair.indexOf("=");
  const name = decode(equals < 0 ? pair : pair.slice(0, equals), true);
  const known = Object.hasOwn(operation.query, name) ? operation.query[name] : undefined;
  if (known === undefined) faults.set(name, addUnknown);
  else if (Object.hasOwn(query, name)) faults.set(name, addRepeated);
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

function addUnknown(
  report: Report,
  { id: operation, pointer, path, query }: KnownOperation,
  name: string,
): void {
  const hasParameters = path.length > 0 || Object.keys(query).length > 0;
  add(report, operation, {
    code: "request.query.unknown",
    severity: "warning",
    pointer: `query/${name}`,
    schema: hasParameters ? `${pointer}/parameters` : pointer,
    expected: say(report.language, "query.unknown.expected", { operation }),
    actual: say(report.language, "query.unknown.actual"),
    message: say(report.language, "query.unknown", { name, operation }),
  });
}

function addRepeated(report: Report, { id, query }: KnownOperation, name: string): void {
  add(report, `${id}.request.query.${name}`, {
    code: "request.query.repeated",
    severity: "warning",
    pointer: `query/${name}`,
    schema: query[name]!.pointer,
    expected: say(report.language, "query.repeated.expected"),
    actual: say(report.language, "query.repeated.actual"),
    message: say(report.language, "query.repeated", { name }),
  });
}
