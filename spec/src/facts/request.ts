import { type Body, type FieldTable, placeFields } from "./body.ts";
import type { FieldRow } from "./field-rows.ts";
import type { FieldFact } from "./ledger.ts";
import { readings } from "./readings.ts";
import type { Reading } from "./trouble.ts";

/** What the line of method and path says. */
export interface Target {
  method: string;
  path: string;
  /** Names in braces. */
  inPath: readonly string[];
  query: URLSearchParams;
}

/** A table about the request; these pages put the body's fields under "URI" too. */
export type RequestTable = FieldTable & { underUri: boolean };

/** Takes a path with its query apart. */
export function targetOf(method: string, target: string): Target {
  const [path = "", query = ""] = target.split("?");
  const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? "");
  return { method, path, inPath, query: new URLSearchParams(query) };
}

/** Sorts what tables say about a request into path, query and body. */
export function placeRequest(
  target: Target,
  tables: readonly RequestTable[],
  samples: readonly unknown[],
  reading: Reading,
): Body {
  const parameters: Record<string, FieldFact> = {};
  const inferred = new Set<string>();
  const inBody = tables.map((table) => {
    const rows = table.rows.filter((row) => {
      const key = table.parent === undefined ? parameterKey(row, target) : undefined;
      if (key === undefined) return true;
      if (parameters[key]) reading.trouble(row.line, `${row.name} is listed twice.`);
      parameters[key] ??= row.fact;
      if (isHidden(key, row.name, target)) inferred.add(readings.queryNotInUri);
      return false;
    });
    if (table.underUri && rows.length > 0) inferred.add(readings.bodyUnderUri);
    return { ...table, rows };
  });
  const body = placeFields("request.body", inBody, samples, reading);
  return {
    fields: { ...withUriLine(parameters, target), ...body.fields },
    readings: [...inferred, ...body.readings],
  };
}

/** Key of a path or query parameter. What is in neither belongs to the body, which a GET does not have. */
function parameterKey({ name }: FieldRow, { method, inPath, query }: Target): string | undefined {
  if (inPath.includes(name)) return `request.path.${name}`;
  return query.has(name) || method === "GET" ? `request.query.${name}` : undefined;
}

const isHidden = (key: string, name: string, { query }: Target): boolean =>
  key.startsWith("request.query.") && !query.has(name);

/** Adds what only the URI line names, and its example values. */
function withUriLine(
  parameters: Record<string, FieldFact>,
  { inPath, query }: Target,
): Record<string, FieldFact> {
  const all = { ...parameters };
  for (const name of inPath) all[`request.path.${name}`] ??= {};
  for (const [name, example] of query) {
    const key = `request.query.${name}`;
    all[key] = { ...all[key], ...(!example.startsWith("{") && { example }) };
  }
  return all;
}
