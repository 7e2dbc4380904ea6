import type { Condition, FieldFact } from "./ledger.ts";
import { recognise } from "./limits.ts";
import type { Cell, Table } from "./table.ts";
import { hashOf, isWireText } from "./text.ts";
import type { Reading } from "./trouble.ts";
import { typesOf } from "./wire-values.ts";

/** A row of a table of parameters, fields or headers. */
export interface FieldRow {
  line: number;
  name: string;
  fact: FieldFact;
}

type Role = "name" | "required" | "type" | "text" | "example";

const roles: Readonly<Record<string, Role>> = {
  参数: "name",
  名称: "name",
  是否必选: "required",
  参数类型: "type",
  描述: "text",
  说明: "text",
  示例: "example",
};

/** Whether a table lists fields: named things with a description and a type or a required flag. */
export function isFieldTable(table: Table): boolean {
  const found = table.columns.map((column) => roles[column]);
  return (
    found[0] === "name" && found.includes("text") && (found.includes("type") || found.includes("required"))
  );
}

/** Reads a table of fields. */
export function readFieldRows(table: Table, reading: Reading): FieldRow[] {
  for (const column of table.columns.filter((name) => !roles[name])) {
    reading.trouble(table.line, `A table of fields has the unknown column ${column}.`);
  }
  return table.rows.flatMap(({ line, cells }) => {
    const byRole: Partial<Record<Role, Cell>> = {};
    for (const [column, cell] of Object.entries(cells)) if (roles[column]) byRole[roles[column]] = cell;
    const name = byRole.name?.text ?? "";
    if (/^[A-Za-z_][\w-]*$/.test(name)) return [{ line, name, fact: readFact(name, byRole, line, reading) }];
    reading.trouble(line, `"${name}" is no name of a field.`);
    return [];
  });
}

function readFact(
  name: string,
  cells: Partial<Record<Role, Cell>>,
  line: number,
  reading: Reading,
): FieldFact {
  const complain = (why: string): void => reading.trouble(line, `${name}: ${why}`);
  const type = readType(cells.type, complain);
  const required = readRequired(cells.required, complain);
  const said = recognise(cells.text?.lines ?? [], { name, types: type.types ?? [] });
  for (const hash of said.unrecognised) {
    reading.notice(line, `${name}: a sentence about a limit is not understood (${hash}).`);
  }
  const example = cells.example?.lines.length === 1 ? cells.example.text : "";
  const conditions = [...(required.conditions ?? []), ...said.conditions];
  return {
    ...type,
    ...(required.required !== undefined && { required: required.required }),
    ...(Object.keys(said.limits).length > 0 && { limits: said.limits }),
    ...(conditions.length > 0 && { conditions }),
    ...(example && isWireText(example) && { example }),
    ...(said.unrecognised.length > 0 && { unrecognised: said.unrecognised }),
    ...(cells.text && { text: hashOf(cells.text.text) }),
  };
}

function readType(
  cell: Cell | undefined,
  complain: (why: string) => void,
): Pick<FieldFact, "type" | "types"> {
  if (!cell) return {};
  const types = typesOf(cell.text);
  if (!types) complain(`the type "${cell.text}" is not known here.`);
  return { type: cell.text, ...(types && { types }) };
}

function readRequired(
  cell: Cell | undefined,
  complain: (why: string) => void,
): { required?: boolean; conditions?: Condition[] } {
  if (!cell) return {};
  const [word, ...sentences] = cell.lines.map((line) => line.text);
  const conditions = sentences.flatMap(authenticationsIn);
  if (sentences.length > 0 && conditions.length === 0)
    complain(`"${word}" with a condition that is not understood.`);
  if (word !== "是" && word !== "否") complain(`"${cell.text}" does not say whether it is required.`);
  return { required: word === "是", conditions };
}

const scenes: Readonly<Record<string, string>> = { 专属云: "dedicated cloud", 多project: "several projects" };

/** Ways of authentication that need a header. */
function authenticationsIn(sentence: string): Condition[] {
  if (!sentence.includes("该字段必选")) return [];
  const found = [...sentence.matchAll(/(?:(专属云|多project)场景采用|使用)(AK\/SK|Token)认证/g)];
  return found.map(([, scene, authentication = ""]) => ({
    when: { authentication, ...(scene && { scene: scenes[scene] ?? scene }) },
    required: true,
  }));
}
