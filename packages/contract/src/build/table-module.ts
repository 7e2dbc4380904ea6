import type { Table } from "../table.ts";

/** Parts that only findings need, and many programs never have any. */
const late = ["rules", "titles", "errorCodes"] as const satisfies readonly (keyof Table)[];

/**
 * JavaScript of the module with the table. It is kept as JSON text, which is read several times faster than as program
 * text, and in part only once it is needed.
 */
export function tableModule(table: Table): string {
  const early = Object.fromEntries(Object.entries(table).filter(([key]) => !late.includes(key as never)));
  const getters = late.map((key) => `  get ${key}() {\n    return ${key}();\n  },\n`);
  return `function later(text) {
  let value;
  return () => (value ??= JSON.parse(text));
}
${late.map((key) => `const ${key} = later(${jsonText(table[key])});\n`).join("")}export const table = {
  ...JSON.parse(${jsonText(early)}),
${getters.join("")}};
`;
}

/** A literal with the JSON text of a value. Of ASCII only: a module with other characters in it takes longer to read. */
function jsonText(value: unknown): string {
  const json = JSON.stringify(value).replaceAll(/[^\x20-\x7e]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return JSON.stringify(json);
}
