/** Small pieces of Markdown. */

/** A text on one line, fit for the cell of a table. Paragraphs are kept apart. */
export const cell = (text: string): string =>
  text
    .trim()
    .replaceAll(/\n\s*\n/g, "<br>")
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll("|", "\\|");

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${" --- |".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

export const fence = (language: string, code: string): string =>
  `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;

export const json = (value: unknown): string => fence("json", JSON.stringify(value, null, 2));

/** A part that opens at a click, closed where `open` is false. */
export const details = (summary: string, content: string, open = false): string =>
  `<details${open ? " open" : ""}>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`;

/** Joins blocks by empty lines, without those that are missing. */
export const blocks = (...parts: readonly (string | undefined | false)[]): string =>
  `${parts.filter(Boolean).join("\n\n")}\n`;
