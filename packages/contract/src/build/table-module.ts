import type { Operation, PayloadRule, Table } from "../table.ts";
import { Interned } from "./interned.ts";

/** Parts that only findings need, and many programs never have any. */
const late = ["rules", "titles", "errorCodes"] as const satisfies readonly (keyof Table)[];

/**
 * JavaScript of the module with the table. It is kept as JSON text, which is read several times faster than as program
 * text, and in part only once it is needed. Answers that operations share are in it once.
 */
export function tableModule(table: Table): string {
  const { operations, ...rest } = table;
  const early = Object.fromEntries(Object.entries(rest).filter(([key]) => !late.includes(key as never)));
  const answers = new Interned<PayloadRule>();
  const numbers = operations.map((operation) => numbered(operation, answers));
  const getters = late.map((key) => `  get ${key}() {\n    return ${key}();\n  },\n`);
  return `function later(text) {
  let value;
  return () => (value ??= JSON.parse(text));
}
${late.map((key) => `const ${key} = later(${jsonText(table[key])});\n`).join("")}const { operations, answers, ...early } = JSON.parse(${jsonText({ ...early, operations: numbers, answers: answers.values })});
for (const operation of operations) {
  operation.responses = operation.responses.map((number) => answers[number]);
  if (operation.otherwise !== undefined) operation.otherwise = answers[operation.otherwise];
}
export const table = {
  ...early,
  operations,
${getters.join("")}};
`;
}

/** An operation with the numbers of its answers in place of them. */
function numbered(operation: Operation, answers: Interned<PayloadRule>): object {
  const { responses, otherwise } = operation;
  return {
    ...operation,
    responses: responses.map((answer) => answers.add(answer)),
    ...(otherwise === undefined ? {} : { otherwise: answers.add(otherwise) }),
  };
}

/** A literal with the JSON text of a value. Of ASCII only: a module with other characters in it takes longer to read. */
function jsonText(value: unknown): string {
  const json = JSON.stringify(value).replaceAll(/[^\x20-\x7e]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return JSON.stringify(json);
}
