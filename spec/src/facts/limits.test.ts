import { describe, expect, it } from "vitest";
import type { JsonType } from "./ledger.ts";
import { recognise } from "./limits.ts";

const read = (text: string, types: JsonType[] = ["string"], name = "lid") =>
  recognise(
    text.split("\n").map((line) => ({ text: line.trim(), nested: line.startsWith(" ") })),
    { name, types },
  );
const limits = (text: string, types?: JsonType[]) => read(text, types).limits;
const conditions = (text: string, types?: JsonType[]) => read(text, types).conditions;

describe("limits", () => {
  it.each([
    [
      "壶名。\n取值范围：2-32个字符，中英文、数字、下划线、中划线。",
      { length: { min: 2, max: 32, unit: "characters" }, characters: ["cjk", "letters", "digits", "_", "-"] },
    ],
    [
      "取值范围：3-9 个字符，不能输入<>。",
      { length: { min: 3, max: 9, unit: "characters" }, forbidden: ["<", ">"] },
    ],
    [
      "取值范围：长度不大于7个字符，不能包含< >。",
      { length: { max: 7, unit: "characters" }, forbidden: ["<", ">"] },
    ],
    [
      "取值范围：1到20个字节，字符串由大小写字母、数字和中划线组合。",
      { length: { min: 1, max: 20, unit: "bytes" }, characters: ["letters", "digits", "-"] },
    ],
    [
      "取值范围：长度限制为1-8字符，必须以‘/’开头。只能使用字母、‘-’、“_”这些字符。",
      { length: { min: 1, max: 8, unit: "characters" }, start: ["/"], characters: ["letters", "-", "_"] },
    ],
    [
      "长度不大于5位的字符串，字符串只能包含英文字母、“-”或“.”，必须以字母或数字开头。",
      {
        length: { max: 5, unit: "characters" },
        characters: ["letters", "-", "."],
        start: ["letters", "digits"],
      },
    ],
    ["取值范围：PEM编码格式。", { format: "PEM" }],
    ["只支持指定为ipv6的水管。", { format: "ipv6" }],
    ["取值范围：该ID可通过查询壶列表来获取。", { source: "查询壶列表" }],
  ])("are read from a text field: %s", (text, expected) => {
    expect(limits(text)).toEqual(expected);
  });

  it.each([
    ["取值范围：1-90个字符。", { range: { min: 1, max: 90, printed: "characters" } }],
    ["取值范围： 1-15（单位为分）。", { range: { min: 1, max: 15, unit: "minutes" } }],
    ["取值范围：0-6（s）。", { range: { min: 0, max: 6, unit: "seconds" } }],
    ["取值范围：1~70。", { range: { min: 1, max: 70 } }],
    ["取值范围：0~intmax。", { range: { min: 0, max: "int" } }],
    [
      "取值范围：默认1Mbit/s~9Mbit/s（具体范围以各Region配置为准）。",
      { range: { min: 1, max: 9, unit: "Mbit/s" }, byRegion: true },
    ],
    ["水温，以个为单位。", { unit: "count" }],
  ])("are read from a number: %s", (text, expected) => {
    expect(limits(text, ["integer"])).toEqual(expected);
  });

  it.each([
    ["取值范围：GREEN、BLACK和WHITE。", ["GREEN", "BLACK", "WHITE"]],
    ["取值范围：green|black |white。", ["green", "black", "white"]],
    ["取值范围：GREEN/BLACK。", ["GREEN", "BLACK"]],
    ["取值范围： Iron或Clay。", ["Iron", "Clay"]],
    ["状态。状态值：HOT，COLD，IN_REPAIR。", ["HOT", "COLD", "IN_REPAIR"]],
    ["水壶类型：Iron, Clay。", ["Iron", "Clay"]],
    ["取值范围：v2或v2 v1.1 v1。", ["v2", "v2 v1.1 v1"]],
    ["取值范围：whistle 。", ["whistle"]],
    ["状态：\nHOT：热的。\nCOLD：冷的。", ["HOT", "COLD"]],
  ])("are read as an enumeration: %s", (text, expected) => {
    expect(limits(text)).toEqual({ enum: expected });
  });

  it("gives the values of an enumeration the type of the field", () => {
    expect(limits("取值范围：true|false。", ["boolean"])).toEqual({ enum: [true, false] });
  });

  it("reads values that are equated and that only some may send", () => {
    const text =
      "状态。\n取值范围：\n0或false：关。该值只支持由租户传入。\n1或true：开。\n2：坏了。该值只支持由管理员传入。";
    expect(limits(text, ["integer", "boolean"])).toEqual({
      enum: [0, false, 1, true, 2],
      pairs: [[0, false], [1, true], [2]],
      sentBy: { tenant: [0, false], administrator: [2] },
    });
  });

  it("reads an enumeration with its default and the values of each region", () => {
    const text =
      "取值范围：oolong，5_sencha以及pu_erh，默认为oolong。\n 山区：oolong、pu_erh；\n 海边：5_sencha。";
    expect(limits(text)).toEqual({
      enum: ["oolong", "5_sencha", "pu_erh"],
      default: "oolong",
      byRegion: { 山区: ["oolong", "pu_erh"], 海边: ["5_sencha"] },
    });
  });

  it("reads defaults, case and what a value stands for", () => {
    expect(limits("取值范围：weak、strong。不填或者填错时默认是weak。")).toEqual({
      enum: ["weak", "strong"],
      default: "weak",
      wrongValue: "default",
    });
    expect(limits("取值范围：HOT | COLD（不区分大小写）。")).toEqual({
      enum: ["HOT", "COLD"],
      caseInsensitive: true,
    });
    expect(
      limits("其中，Fine对应的加密套件参数值为AA-1:BB-2；\nRough对应的加密套件参数值为CC。").standsFor,
    ).toEqual({
      Fine: "AA-1:BB-2",
      Rough: "CC",
    });
    expect(limits("种类。比如：iron，clay。")).toEqual({ examples: ["iron", "clay"] });
  });
});

describe("conditions", () => {
  it.each([
    [
      "kind为Iron时该字段必选，kind为Clay时无效。",
      [
        { when: { kind: "Iron" }, required: true },
        { when: { kind: "Clay" }, ignored: true },
      ],
    ],
    [
      "说明：参数kind的值为Iron时，该字段为必选字段；参数kind的值为Clay，该字段会被忽略。",
      [
        { when: { kind: "Iron" }, required: true },
        { when: { kind: "Clay" }, ignored: true },
      ],
    ],
    [
      "kind为Iron，lid_on为true时且whistle_type为steam有效。",
      [{ when: { kind: "Iron", lid_on: true, whistle_type: "steam" }, effective: true }],
    ],
    [
      "当kind为“Iron”，且lid_on为“true”时该字段有效。",
      [{ when: { kind: "Iron", lid_on: true }, effective: true }],
    ],
    [
      "kind为Iron，lid_on为true时有效，且默认steam方式。",
      [{ when: { kind: "Iron", lid_on: true }, effective: true, default: "steam" }],
    ],
    [
      "kind为Clay、Glass时，此参数无效（不传或者为空）。",
      [{ when: { kind: ["Clay", "Glass"] }, ignored: true, send: ["absent", "empty"] }],
    ],
    [
      "当kind值为Iron、Clay或Glass且grip不等于wood时，该值只能为loose。",
      [{ when: { kind: ["Iron", "Clay", "Glass"], grip: { not: "wood" } }, only: ["loose"] }],
    ],
    ["当rims为v2 v1.1 v1时，本字段只能取值Wide。", [{ when: { rims: "v2 v1.1 v1" }, only: ["Wide"] }]],
    [
      "如果kind为Iron或Tin，该字段为必选字段，否则返回值为null。",
      [{ when: { kind: ["Iron", "Tin"] }, required: true, otherwise: null }],
    ],
    ["参数kind的值为Iron时，该字段返回值为null", [{ when: { kind: "Iron" }, value: null }]],
    ["该字段仅kind为Iron时返回。", [{ when: { kind: "Iron" }, returned: true }]],
    [
      "当传此参数时，spout、handle以及feet没有意义。",
      [{ when: { lid: "present" }, moot: ["spout", "handle", "feet"] }],
    ],
    [
      "kind为Iron时，若指定lid，则必须合适，否则返回错误信息。",
      [{ when: { kind: "Iron", lid: "present" }, error: true }],
    ],
    [
      "当负载均衡类型为私网时，不允许创建UDP协议的水壶。",
      [{ when: { "loadbalancer.type": "Internal" }, not: ["UDP"] }],
    ],
  ])("are read: %s", (text, expected) => {
    expect(conditions(text)).toEqual(expected);
  });

  it("does not take the meaning of a value for a condition", () => {
    expect(read("是否盖上。true为盖上，false为揭开。", ["boolean"])).toEqual({
      limits: {},
      conditions: [],
      unrecognised: [],
    });
  });

  it("keeps a sentence about a limit that it does not know as a hash", () => {
    const { limits: found, unrecognised } = read("取值范围：随主人的心情。壶是圆的。");
    expect(found).toEqual({});
    expect(read("取值范围：1-5（s）。默认为2。", ["integer"]).unrecognised).toEqual([]);
    expect(unrecognised).toEqual([expect.stringMatching(/^[0-9a-f]{12}$/)]);
  });
});
