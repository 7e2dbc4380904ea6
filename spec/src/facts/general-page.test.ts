import { describe, expect, it } from "vitest";
import { cutIntoBlocks } from "./blocks.ts";
import { readGeneralPage } from "./general-page.ts";
import { htmlTable } from "./testing.ts";
import { Reading } from "./trouble.ts";

function read(body: string) {
  const reading = new Reading("p");
  const page = readGeneralPage(cutIntoBlocks(`# 茶\n\n${body}`, reading), reading);
  return { ...page, troubles: reading.troubles.map(({ line, why }) => `${line}: ${why}`) };
}

const codeColumns = ["模块", "http状态码", "错误码", "错误说明", "Error Message", "处理措施"];

describe("a page of error codes", () => {
  it("gives each row an id, since codes repeat, and every wire message", () => {
    const { codes, troubles } = read(
      htmlTable(codeColumns, [
        ["烧水", "4000", "TEA.0007", "太烫", "<p>Too hot.</p><p>Much  too hot.</p>", "等"],
        ["泡茶", "503", "TEA.0007", "太凉", "Too cold.", "烧"],
      ]),
    );
    expect(troubles).toEqual([]);
    expect(codes).toMatchObject({
      "TEA.0007#1": { status: 4000, module: "烧水", messages: ["Too hot.", "Much  too hot."] },
      "TEA.0007#2": { status: 503, module: "泡茶", messages: ["Too cold."] },
    });
    expect(JSON.stringify(codes)).not.toContain("太烫");
  });

  it("names rows and columns that it cannot read", () => {
    const { troubles } = read(
      htmlTable([...codeColumns.slice(0, 5), "味道"], [["a", "many", "TEA.1", "b", "c", "d"]]),
    );
    expect(troubles.join("\n")).toContain("lacks or adds the column 味道");
    expect(troubles.join("\n")).toContain('"many" and "TEA.1" are no status and code');
  });
});

describe("a general page", () => {
  it("gives headers with when they are required", () => {
    const { facts } = read(
      htmlTable(
        ["名称", "描述", "是否必选", "示例"],
        [
          ["X-Steam", "汽。", "<p>否</p><p>使用Token认证时该字段必选。</p>", "42"],
          ["X-Lid", "盖。", "<p>否</p><p>专属云场景采用AK/SK认证的请求，则该字段必选。</p>", "注：示例"],
        ],
      ),
    );
    expect(facts.headers).toMatchObject({
      "X-Steam": {
        required: false,
        conditions: [{ when: { authentication: "Token" }, required: true }],
        example: "42",
      },
      "X-Lid": {
        conditions: [{ when: { authentication: "AK/SK", scene: "dedicated cloud" }, required: true }],
      },
    });
    expect(facts.headers?.["X-Lid"]).not.toHaveProperty("example");
  });

  it("keeps other tables by row, samples, numbers with units, and prose as hashes", () => {
    const table = htmlTable(
      ["Key", "Value"],
      [
        ["lid_id", "壶盖"],
        ["size", "<= 5"],
      ],
    );
    const { facts, troubles } = read(
      `## 保温\n\n有效期为8小时，最多3MB。\n\n${table}\n\n\`\`\`\nX-Steam: 1\n\`\`\``,
    );
    expect(troubles).toEqual([]);
    expect(facts).toMatchObject({
      quantities: { 保温: ["8 hours", "3 MB"] },
      tables: [
        { rows: { lid_id: { Value: expect.stringMatching(/^[0-9a-f]{12}$/) }, size: { Value: "<= 5" } } },
      ],
      samples: [{ of: "page", number: 1, http: { headers: { "X-Steam": "1" } } }],
      prose: { 保温: [expect.stringMatching(/^[0-9a-f]{12}$/)] },
    });
  });

  it("names a code block that it cannot read", () => {
    expect(read("```\nboil --now\n```").troubles.join("\n")).toContain(
      "3: A code block that is neither JSON",
    );
  });
});
