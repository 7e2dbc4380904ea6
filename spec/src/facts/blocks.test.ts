import { describe, expect, it } from "vitest";
import { cutIntoBlocks } from "./blocks.ts";
import { readTable } from "./table.ts";
import { htmlTable } from "./testing.ts";
import { Reading } from "./trouble.ts";

function cut(source: string) {
  const reading = new Reading("p");
  const page = cutIntoBlocks(source, reading);
  const tables = page.blocks.flatMap((block) =>
    block.kind === "table" ? (readTable(block, reading) ?? []) : [],
  );
  return { ...page, tables, troubles: reading.troubles.map(({ line, why }) => `${line}: ${why}`) };
}

describe("a page", () => {
  it("is cut into blocks that know their section and list item, whatever its line ends", () => {
    const source =
      '# 茶<a name="t"></a>\n\n## **水**\n\n烧\\_开\n了\n\n-   样例\n\n    ```\n    {\n      1\n    }\n    ```\n\n>注\n>意\n';
    for (const text of [source, source.replaceAll("\n", "\r\n")]) {
      expect(cut(text)).toMatchObject({
        title: "茶",
        blocks: [
          { kind: "text", section: "水", label: "", text: "烧_开 了", note: false, line: 5 },
          { kind: "item", text: "样例" },
          { kind: "code", label: "样例", text: "{\n  1\n}", line: 10 },
          { kind: "text", text: "注 意", note: true },
        ],
        troubles: [],
      });
    }
  });

  it("ends a paragraph where a list, a caption, a table or code begins without a blank line", () => {
    const table = htmlTable(["a"], [["1"]]).replace(/<a name="table1"><\/a>\n/, "");
    const { blocks } = cut(`# a\n\none\n- two\nthree\n\`\`\`\n4\n\`\`\`\nfive\n${table}\nsix\n## b`);
    expect(blocks.map((block) => block.kind)).toEqual([
      "text",
      "item",
      "text",
      "code",
      "text",
      "table",
      "text",
    ]);
  });

  it.each([
    ["without a title", "text", "1: The page has no title."],
    ["with an open code block", "# a\n\n```\n{", "3: A code block that is never closed."],
    ["with an open table", "# a\n\n<table><tr>", "3: A table that is never closed."],
    [
      "with a Markdown table",
      "# a\n\n| a | b |\n|---|---|",
      "3: A Markdown table; only HTML tables are read.",
    ],
    [
      "with a caption and no table",
      "# a\n\n**表 3**  茶\n\ntext",
      "3: Table 3 has a caption but no table below it.",
    ],
    [
      "with code inside a note",
      "# a\n\n>```\n>x\n>```",
      "3: A code block or table inside a note or paragraph.",
    ],
  ])("%s is named", (_, source, trouble) => {
    expect(cut(source).troubles).toEqual([trouble]);
  });
});

describe("a table", () => {
  it("gives cells by column, line by line, without the noise", () => {
    const cell =
      '<a name="ul"></a><ul id="u"><li>一。<p><a name="p"></a>二 &lt;</p>\n</li><li>三<em>四</em><ul><li>五</li></ul></li></ul>';
    const { tables, troubles } = cut(
      `# a\n\n${htmlTable(["参数", "描述"], [["lid", cell]], "表 7**  **茶")}`,
    );
    expect(troubles).toEqual([]);
    expect(tables[0]?.caption).toEqual({ number: 7, title: "茶" });
    expect(tables[0]?.rows[0]?.cells.描述?.lines).toEqual([
      { text: "一。", nested: false },
      { text: "二 <", nested: false },
      { text: "三四", nested: false },
      { text: "五", nested: true },
    ]);
  });

  it("repeats a cell that spans rows", () => {
    const html =
      '<table><tr><th>a</th><th>b</th></tr><tr><td rowspan="2">x</td><td>1</td></tr><tr><td>2</td></tr></table>';
    const rows = cut(`# a\n\n${html}`).tables[0]?.rows.map(({ cells }) => [cells.a?.text, cells.b?.text]);
    expect(rows).toEqual([
      ["x", "1"],
      ["x", "2"],
    ]);
  });

  it.each([
    [
      "a short row",
      "<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td></tr>",
      "4: A table has a row that does not fit its 2 columns.",
    ],
    ["no header", "<tr><td>1</td></tr>", "3: A table has no header row."],
    ["no rows", "<tr><th>a</th></tr>", "3: A table has no rows."],
    [
      "equal columns",
      "<tr><th>a</th><th>a</th></tr><tr><td>1</td><td>2</td></tr>",
      "3: A table has two columns of the same name.",
    ],
    [
      "an image",
      "<tr><th>a</th></tr><tr><td><img src='x'></td></tr>",
      "3: A table holds <img>, which is not known here.",
    ],
    [
      "a table inside",
      "<tr><th>a</th></tr><tr><td><table><tr><td>1</td></tr></table></td></tr>",
      "3: A table has a table inside a cell.",
    ],
    ["stray text", "<tr><th>a</th></tr>stray<tr><td>1</td></tr>", "3: A table has text outside its cells."],
  ])("with %s is named", (_, rows, trouble) => {
    expect(cut(`# a\n\n<table>${rows}</table>`).troubles).toEqual([trouble]);
  });
});
