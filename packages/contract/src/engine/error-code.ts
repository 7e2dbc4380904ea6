import { table } from "../../.build-validators/table.js";
import { describe, orList } from "../language/describe.ts";
import { say } from "../language/language.ts";
import type { ErrorRow } from "../table.ts";
import { add, type Report } from "./report.ts";
import type { KnownOperation } from "./route.ts";
import { isObject } from "./values.ts";

/** Gateways say the same numbers with the prefix of the product that they serve; the catalogue has one. */
const gatewayPrefix = /^API(GW|G|C)\./;

/**
 * Checks that an error code is known, belongs to the operation, and comes with its status.
 *
 * @param schema Pointer of the schema of errors.
 */
export function checkErrorCode(
  report: Report,
  operation: KnownOperation,
  schema: string,
  status: number,
  body: unknown,
): void {
  const found = codeIn(body);
  if (found === undefined) return;
  const rows = rowsOf(found.code);
  const where = { ...found, schema };
  if (rows === undefined) {
    addUnknown(report, where);
    return;
  }
  const own = rows.filter(([, , operations]) => isOf(operations, operation.id));
  if (own.length === 0) addOperation(report, where, rows, operation.id);
  const judged = own.length === 0 ? rows : own;
  if (!judged.some(([, statuses]) => statuses.includes(status))) addStatus(report, where, judged, status);
}

function rowsOf(code: string): readonly ErrorRow[] | undefined {
  const name = code.replace(gatewayPrefix, "APIGW.");
  const { rows } = table.errorCodes;
  return Object.hasOwn(rows, name) ? rows[name] : undefined;
}

interface Where {
  readonly code: string;
  readonly pointer: string;
  readonly schema: string;
}

/** The code of an error, in any of its three shapes. */
function codeIn(body: unknown): Omit<Where, "schema"> | undefined {
  if (!isObject(body)) return undefined;
  const { error, error_code: gateway, code: flat } = body;
  if (isObject(error) && typeof error.code === "string") return { code: error.code, pointer: "/error/code" };
  if (typeof gateway === "string") return { code: gateway, pointer: "/error_code" };
  return typeof flat === "string" ? { code: flat, pointer: "/code" } : undefined;
}

function isOf(operations: number, id: string): boolean {
  const list = table.errorCodes.operations[operations]!;
  return list.length === 0 || list.includes(id);
}

function addUnknown(report: Report, { code, pointer, schema }: Where): void {
  const { language } = report;
  const actual = describe(code, language);
  add(report, `error.body${pointer.replaceAll("/", ".")}`, {
    code: "response.error.unknown",
    severity: "warning",
    pointer,
    schema,
    expected: say(language, "error.unknown.expected"),
    actual,
    message: say(language, "error.unknown", { code: actual }),
  });
}

function addOperation(
  report: Report,
  { code, pointer, schema }: Where,
  rows: readonly ErrorRow[],
  operation: string,
): void {
  const { language } = report;
  const names = [...new Set(rows.flatMap(([, , operations]) => table.errorCodes.operations[operations]!))];
  const expected = orList(language, names);
  add(report, rowElement(rows), {
    code: "response.error.operation",
    severity: severityOf(rows),
    pointer,
    schema,
    expected,
    actual: operation,
    message: say(language, "error.operation", { code, expected, operation }),
  });
}

function addStatus(
  report: Report,
  { code, pointer, schema }: Where,
  rows: readonly ErrorRow[],
  status: number,
): void {
  const { language } = report;
  const statuses = [...new Set(rows.flatMap(([, all]) => all))];
  const expected = orList(language, statuses.map(String));
  add(report, rowElement(rows), {
    code: "response.error.status",
    severity: severityOf(rows),
    pointer,
    schema,
    expected,
    actual: String(status),
    message: say(language, "error.status", { code, expected, actual: status }),
  });
}

function rowElement([row]: readonly ErrorRow[]): string {
  return `errors.${row![0]}`;
}

function severityOf(rows: readonly ErrorRow[]): "warning" | "note" {
  return rows.every(([, , , sure]) => sure) ? "warning" : "note";
}
