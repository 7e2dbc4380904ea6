import { describe, expect, it } from "vitest";
import { code, htmlTable, operationPage, readPage, requestColumns, responseColumns } from "./testing.ts";

const answer = (table: string, sample: string): string =>
  `-   响应参数\n\n${table}\n\n-   响应样例\n\n${code(sample)}\n`;

describe("the page of an operation", () => {
  it("gives method, path, title, parameters, statuses and prose as hashes", () => {
    const { operation, facts, troubles } = readPage(operationPage());
    expect(troubles).toEqual([]);
    expect(operation).toBe("POST /v9/{shop_id}/kettles");
    expect(facts).toMatchObject({
      page: "烧水-1",
      title: "烧水",
      fields: { "request.path.shop_id": { type: "String", types: ["string"], required: true } },
      statuses: {
        200: { success: true },
        404: { word: "noKettle", text: expect.stringMatching(/^[0-9a-f]{12}$/) },
      },
      none: ["request parameters", "request sample", "response parameters"],
      prose: { 功能介绍: [expect.stringMatching(/^[0-9a-f]{12}$/)] },
    });
    expect(JSON.stringify(facts)).not.toContain("把水烧开");
  });

  it("moves body fields out of the table of the URI", () => {
    const rows = [
      ["shop_id", "是", "String", "茶馆。"],
      ["lid", "否", "Integer/Boolean", "盖。"],
    ];
    const { facts } = readPage(
      operationPage({ uriTable: htmlTable(requestColumns, rows, "表 1**  **参数说明") }),
    );
    expect(facts.fields["request.body.lid"]).toMatchObject({
      types: ["integer", "boolean"],
      required: false,
    });
    expect(facts.readings).toContain("body fields stand in the table of the URI");
  });

  it("takes the root of a body from the sample", () => {
    const { facts } = readPage(
      operationPage({
        uriTable: htmlTable(requestColumns, [
          ["shop_id", "是", "String", "茶馆。"],
          ["leaf", "是", "String", "叶。"],
        ]),
        request: `-   请求样例\n\n${code('[{"leaf": "mint"}]')}\n`,
        response: answer(
          htmlTable(responseColumns, [["hot", "Boolean", "热。"]]),
          '[{"hot": true, "age": null}]',
        ),
      }),
    );
    expect(facts.fields["request.body"]).toEqual({ sample: ["array"] });
    expect(facts.fields["request.body.[].leaf"]).toMatchObject({ required: true, sample: ["string"] });
    expect(facts.fields["response.200.body.[].hot"]).toMatchObject({ type: "Boolean", sample: ["boolean"] });
    expect(facts.fields["response.200.body.[].age"]).toEqual({ sample: ["null"] });
  });

  it("puts nested tables below the field that they name", () => {
    const tables = [
      htmlTable(responseColumns, [["shop", "Object", "茶馆。"]], "表 2**  **响应参数"),
      htmlTable(responseColumns, [["kettles", "Array", "壶。"]], "表 3**  **shop字段数据结构说明"),
      htmlTable(responseColumns, [["id", "String", "号。"]], "表 4**  **kettles字段数据结构说明"),
    ];
    const { facts, troubles } = readPage(
      operationPage({ response: answer(tables.join("\n\n"), '{"shop": {"kettles": [{"id": "1"}]}}') }),
    );
    expect(troubles).toEqual([]);
    expect(facts.fields["response.200.body.shop.kettles.[].id"]).toMatchObject({
      type: "String",
      sample: ["string"],
    });
  });

  it("follows the sample where one table lists parents and children, even of the same name", () => {
    const rows = [
      ["brand", "Object", "牌。"],
      ["id", "String", "号。"],
      ["tags", "Array", "签。"],
      ["word", "String", "字。"],
      ["brand", "String", "名。"],
    ];
    const { facts, troubles } = readPage(
      operationPage({
        response: answer(
          htmlTable(responseColumns, rows),
          '{"brand": {"id": "1", "tags": [{"word": "a"}], "brand": ""}}',
        ),
      }),
    );
    expect(troubles).toEqual([]);
    expect(Object.keys(facts.fields)).toEqual(
      expect.arrayContaining(
        ["id", "tags.[].word", "brand"].map((name) => `response.200.body.brand.${name}`),
      ),
    );
    expect(facts.readings).toContain("one table lists parents and children; the sample shows the nesting");
  });

  it("reads the query of the URI line, its examples and the filters that a note allows", () => {
    const note =
      ">![](public_sys-resources/icon-note.gif) **说明：**   \n>支持除id、hot和age之外所有响应要素过滤。  ";
    const rows = [
      ["shop_id", "是", "String", "茶馆。"],
      ["lid", "否", "String", "盖。"],
      ["page", "否", "Integer", "页。"],
    ];
    const { operation, facts } = readPage(
      operationPage({
        uri: "GET /v9/\\{shop\\_id\\}/kettles?lid=\\{lid\\}&size=10",
        uriTable: `${note}\n\n${htmlTable(requestColumns, rows)}`,
      }),
    );
    expect(operation).toBe("GET /v9/{shop_id}/kettles");
    expect(facts.filters).toEqual({ allResponseFieldsBut: ["id", "hot", "age"] });
    expect(facts.fields["request.query.lid"]).toMatchObject({ type: "String" });
    expect(facts.fields["request.query.lid"]).not.toHaveProperty("example");
    expect(facts.fields["request.query.size"]).toEqual({ example: "10" });
    expect(facts.readings).toContain("query parameter that the URI line does not show");
  });

  it("reads statuses with code and word in one cell, under the other heading", () => {
    const page = operationPage({
      statuses: `-   正常\n\n    204\n\n-   异常\n\n${htmlTable(["返回值", "说明"], [["409 tooHot", "太烫"]])}`,
    }).replace("## 状态码", "## 返回值");
    expect(readPage(page).facts.statuses).toMatchObject({ 204: { success: true }, 409: { word: "tooHot" } });
  });

  it("reads the example path below the URI", () => {
    const sample = `${htmlTable(requestColumns, [["shop_id", "是", "String", "茶馆。"]])}\n\n-   样例\n\n    /v9/7/kettles`;
    expect(readPage(operationPage({ uriTable: sample })).facts.example).toBe("/v9/7/kettles");
  });

  it("says so where no status is stated", () => {
    const { facts } = readPage(
      operationPage({
        statuses: "",
        response: answer(htmlTable(responseColumns, [["hot", "Boolean", "热。"]]), '{"hot": true}'),
      }),
    );
    expect(facts.readings).toContain("no status is stated");
    expect(facts.fields["response.unstated.body.hot"]).toBeDefined();
  });

  it("attaches a note on one field to it", () => {
    const table = htmlTable(responseColumns, [["used", "Integer", "用了。"]]);
    const note = '>![](icon-note.gif) **说明：**   \n>监听器的"used"字段暂不支持，返回空字符串。  ';
    const { facts } = readPage(
      operationPage({ response: `${answer(table, '{"used": 1}')}\n    ${note.replace("\n", "\n    ")}\n` }),
    );
    expect(facts.fields["response.200.body.used"]?.conditions).toEqual([
      { when: { type: "listener" }, value: "" },
    ]);
  });
});

describe("what cannot be read is named", () => {
  it("a nested table whose parent could be two fields", () => {
    const array = (name: string): string[] => [name, "Array", "b"];
    const tables = [
      htmlTable(responseColumns, [array("lids"), array("rims")]),
      htmlTable(responseColumns, [array("lids")], "表 3**  **rims字段数据结构说明"),
      htmlTable(responseColumns, [["a", "String", "b"]], "表 4**  **lids字段数据结构说明"),
    ];
    const { troubles } = readPage(operationPage({ response: `-   响应参数\n\n${tables.join("\n\n")}` }));
    expect(troubles.join("\n")).toContain("structure of lids");
  });

  it("a status listed twice", () => {
    const twice = htmlTable(
      ["状态码", "编码"],
      [
        ["404", "x"],
        ["404", "y"],
      ],
    );
    expect(readPage(operationPage({ statuses: `-   异常\n\n${twice}` })).troubles.join()).toContain(
      "listed twice",
    );
  });

  const table = (type: string, required = "是"): string =>
    htmlTable(requestColumns, [["shop_id", required, type, "茶馆。"]]);

  it.each([
    ["an unknown type", operationPage({ uriTable: table("Teapot") }), 'the type "Teapot" is not known'],
    [
      "an unknown required flag",
      operationPage({ uriTable: table("String", "看情况") }),
      "does not say whether it is required",
    ],
    [
      "an unknown column",
      operationPage({ uriTable: htmlTable([...requestColumns, "味道"], [["a", "是", "String", "b", "c"]]) }),
      "unknown column 味道",
    ],
    [
      "a field listed twice",
      operationPage({
        uriTable: htmlTable(requestColumns, [
          ["a", "是", "String", "b"],
          ["a", "是", "String", "c"],
        ]),
      }),
      "a is listed twice",
    ],
    [
      "a name that is none",
      operationPage({ uriTable: htmlTable(requestColumns, [["壶 盖", "是", "String", "b"]]) }),
      "is no name of a field",
    ],
    [
      "a nested table without parent",
      operationPage({
        response: `-   响应参数\n\n${htmlTable(responseColumns, [["a", "String", "b"]], "表 2**  **lids字段数据结构说明")}`,
      }),
      "structure of lids",
    ],
    [
      "a table of unknown purpose",
      operationPage({ request: htmlTable(["茶", "水温"], [["绿", "80"]]) }),
      "neither of fields nor of statuses",
    ],
    [
      "a sample that is no JSON",
      operationPage({ request: `-   请求样例\n\n${code("boil --now")}` }),
      "neither JSON",
    ],
    [
      "a code block elsewhere",
      operationPage({ request: `-   请求参数\n\n${code("{}")}` }),
      "no sample is expected",
    ],
    [
      "a sample outside a code block",
      operationPage({ request: '-   请求样例\n\n    {"lid": 1}' }),
      "not in a code block",
    ],
    [
      "a status that is none",
      operationPage({ statuses: `-   异常\n\n${htmlTable(["状态码", "编码"], [["4000", "x"]])}` }),
      '"4000" is no HTTP status',
    ],
    ["a success that is none", operationPage({ statuses: "-   正常\n\n    成功" }), "is no success status"],
    [
      "a second request line",
      operationPage({ uri: "GET /v9/a\n\nGET /v9/b" }),
      "A second line of method and path",
    ],
  ])("%s", (_, page, why) => {
    expect(readPage(page).troubles.join("\n")).toContain(why);
  });

  it("a page whose request line is missing", () => {
    expect(() => readPage(operationPage({ uri: "FETCH /v9/kettles" }))).toThrow("no line of method and path");
  });
});
