/** Builds small pages in the vendor's format, about an invented API of tea kettles, for the tests. */
import { cutIntoBlocks } from "./blocks.ts";
import type { PageFacts } from "./ledger.ts";
import { readOperationPage } from "./operation-page.ts";
import { Reading } from "./trouble.ts";

/** A cell of HTML or plain text, with the anchors that the vendor's export leaves in it. */
const cell = (tag: "td" | "th", content: string): string => {
  const body = content.startsWith("<")
    ? content
    : `<p id="p1"><a name="p1"></a><a name="p1"></a>${content}</p>`;
  return `<${tag} class="cellrowborder" valign="top" width="25%">${body}\n</${tag}>`;
};

/** An HTML table as the vendor prints it, with its caption when there is one. */
export function htmlTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  caption = "",
): string {
  const row = (tag: "td" | "th", cells: readonly string[]): string =>
    `<tr id="row1">${cells.map((content) => cell(tag, content)).join("\n")}\n</tr>`;
  const head = `<table><thead align="left">${row("th", columns)}\n</thead>`;
  const body = `<tbody>${rows.map((cells) => row("td", cells)).join("\n")}\n</tbody>\n</table>`;
  return `${caption && `**${caption}**\n\n`}<a name="table1"></a>\n${head}\n${body}`;
}

/** Columns of a table of request fields. */
export const requestColumns = ["参数", "是否必选", "参数类型", "描述"];
/** Columns of a table of answer fields. */
export const responseColumns = ["参数", "参数类型", "描述"];

/** A fenced block as it hangs from a list item. */
export const code = (content: string): string =>
  ["```", ...content.split("\n"), "```"].map((line) => `    ${line}`).join("\n");

/** Parts of a page; what is left out gets the usual text. */
export interface PageParts {
  title?: string;
  uri?: string;
  /** What stands below the request line. */
  uriTable?: string;
  request?: string;
  response?: string;
  statuses?: string;
}

/** The page of an operation. */
export function operationPage(parts: PageParts = {}): string {
  const none = "-   请求参数\n\n    无\n\n-   请求样例\n\n    无\n";
  const statuses = `-   正常\n\n    200\n\n-   异常\n\n${htmlTable(["状态码", "编码", "错误码说明"], [["404", "noKettle", "水壶不见了"]])}\n`;
  return [
    `# ${parts.title ?? "烧水"}<a name="topic_1"></a>`,
    '## 功能介绍<a name="section1"></a>\n\n把水烧开。',
    `## **URI**<a name="section2"></a>\n\n${parts.uri ?? "POST /v9/\\{shop\\_id\\}/kettles"}`,
    parts.uriTable ??
      htmlTable(requestColumns, [["shop_id", "是", "String", "茶馆。"]], "表 1**  **参数说明"),
    `## 请求消息<a name="section3"></a>\n\n${parts.request ?? none}`,
    `## 响应消息<a name="section4"></a>\n\n${parts.response ?? "-   响应参数\n\n    无\n"}`,
    `## 状态码<a name="section5"></a>\n\n${parts.statuses ?? statuses}`,
  ].join("\n\n");
}

/** Reads a page that is expected to be one of an operation. */
export function readPage(source: string): { operation: string; facts: PageFacts; troubles: string[] } {
  const reading = new Reading("烧水-1");
  const read = readOperationPage(cutIntoBlocks(source, reading), reading);
  if (!read) throw new Error(`The page gave nothing: ${reading.troubles.map(({ why }) => why).join(" ")}`);
  return { ...read, troubles: reading.troubles.map(({ line, why }) => `${line}: ${why}`) };
}
