import { type OperationId, operations } from "@elb-classic/spec/operations";

const PAGING = ["marker", "limit"];

type Row = Readonly<Record<string, unknown>>;

/**
 * Picks the rows that a list operation asks for: those whose fields have the values in the query, then one page.
 * Which fields filter is what the description lists as query parameters. The page begins after the resource that
 * `marker` names; one that names none, as the documents' own `0`, counts as the first page.
 * @param rowOf a resource as it is answered. Without filters, this is done for one page only
 */
export function selectRows<T extends { readonly id: string }>(
  resources: Iterable<T>,
  rowOf: (resource: T) => Row,
  query: URLSearchParams,
  operationId: OperationId,
): Row[] {
  const conditions = operations[operationId].queryParameters
    .filter((name) => !PAGING.includes(name) && query.has(name))
    .map((name) => [name, query.get(name)] as const);
  if (conditions.length === 0) return page([...resources], query).map(rowOf);
  const matches = (row: Row) => conditions.every(([name, value]) => String(row[name] ?? "") === value);
  return page(Array.from(resources, rowOf).filter(matches), query);
}

function page<T extends { readonly id?: unknown }>(rows: readonly T[], query: URLSearchParams): T[] {
  const marker = query.get("marker") ?? "";
  const start = marker === "" ? 0 : rows.findIndex((row) => row.id === marker) + 1;
  const limit = query.get("limit") ?? "";
  return rows.slice(start, limit === "" ? undefined : start + Number(limit));
}

/** The service answers an empty object where a list has no entries (D01, D02). */
export function listBody<T>(
  rows: readonly T[],
  quirks: "observed" | "documented",
): readonly T[] | Record<string, never> {
  return rows.length === 0 && quirks === "observed" ? {} : rows;
}
