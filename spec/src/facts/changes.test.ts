import { describe, expect, it } from "vitest";
import { changesBetween } from "./changes.ts";
import type { GeneralFacts, Ledger, PageFacts } from "./ledger.ts";

const page: PageFacts = {
  page: "烧水-1",
  title: "烧水",
  uri: "PUT /kettles",
  fields: {
    "request.body.lid": { type: "String", types: ["string"], required: false, text: "111111111111" },
    "request.body.heat": {
      type: "Integer",
      required: true,
      limits: { range: { min: 1, max: 9 } },
      text: "222222222222",
    },
  },
  statuses: { 200: { success: true }, 404: { word: "noKettle", text: "333333333333" } },
  samples: [{ of: "request", number: 1, value: { lids: [{ id: 1 }], heat: 3 } }],
  prose: { 功能介绍: ["444444444444"] },
};
const code = { code: "TEA.1", status: 400, module: "烧水", messages: ["Hot."], meaning: "a", remedy: "b" };
const general: GeneralFacts = {
  title: "请求",
  headers: { "X-Lid": { required: false, text: "c" } },
  prose: { "": ["d"] },
};

const ledger = (facts: PageFacts[] = [page], rest: Partial<Ledger> = {}): Ledger => ({
  operations: facts.length > 0 ? { "PUT /kettles": { operation: "PUT /kettles", pages: facts } } : {},
  codes: { "TEA.1#1": code },
  pages: { 请求: general },
  ...rest,
});
const changes = (after: Partial<PageFacts>): string[] =>
  changesBetween(ledger(), ledger([{ ...page, ...after }]));
const heat = (fact: object): string[] =>
  changes({
    fields: { ...page.fields, "request.body.heat": { ...page.fields["request.body.heat"], ...fact } },
  });

describe("changes in words", () => {
  it("are none where nothing changed, whatever the order", () => {
    const fields = Object.fromEntries(Object.entries(page.fields).reverse());
    expect(changes({ fields })).toEqual([]);
  });

  it("tell of operations and pages that came, went or were renamed", () => {
    expect(changesBetween(ledger([]), ledger())).toEqual(["PUT /kettles: operation added, on page 烧水-1."]);
    expect(changesBetween(ledger(), ledger([]))).toEqual([
      "PUT /kettles: operation removed, was on page 烧水-1.",
    ]);
    expect(changes({ page: "烧水-2" })).toEqual([
      "PUT /kettles: name of the page is now 烧水-2, was 烧水-1.",
    ]);
    const second = { ...page, page: "再烧", title: "再烧" };
    expect(changesBetween(ledger(), ledger([page, second]))).toEqual([
      "PUT /kettles: described on one more page, 再烧.",
    ]);
    expect(changesBetween(ledger([page, second]), ledger())).toEqual([
      "PUT /kettles: no longer described on page 再烧.",
    ]);
  });

  it("tell of fields that came or went", () => {
    const { "request.body.lid": _, ...fields } = page.fields;
    expect(changes({ fields: { ...fields, "request.body.rim": { sample: ["string"] } } })).toEqual([
      "PUT /kettles: request.body.rim added (only in samples, string).",
      "PUT /kettles: request.body.lid removed (String, optional).",
    ]);
  });

  it.each([
    [{ type: "String" }, "type is now String, was Integer"],
    [{ required: false }, "now optional"],
    [{ limits: { range: { min: 1, max: 8 } } }, 'limit "range" is now min 1, max 8, was min 1, max 9'],
    [{ limits: { range: { min: 1, max: 9 }, default: 5 } }, 'limit "default" is now given: 5'],
    [{ limits: {} }, 'limit "range" is no longer given, was min 1, max 9'],
    [
      { conditions: [{ when: { kind: ["A", "B"], lid: "present" }, required: true }] },
      "condition added: when kind is A or B and lid is sent: required",
    ],
    [{ text: "999999999999" }, "described in other words; no recognised fact changed with them"],
    [
      { unrecognised: ["888888888888"], text: "9" },
      "says something about a limit that is not understood (888888888888)",
    ],
    [{ sample: ["null"] }, "types in the samples is now given: null"],
  ])("tell of a changed field: %j", (fact, sentence) => {
    expect(heat(fact)).toEqual([`PUT /kettles: request.body.heat ${sentence}.`]);
  });

  it("tell of statuses, samples and prose", () => {
    expect(changes({ statuses: { 202: { success: true }, 404: { word: "noPot", text: "x" } } })).toEqual([
      "PUT /kettles: status 202 added (success).",
      "PUT /kettles: status 404 word is now noPot, was noKettle.",
      "PUT /kettles: status 404 explained in other words.",
      "PUT /kettles: status 200 removed (success).",
    ]);
    expect(changes({ samples: [{ of: "request", number: 1, value: { lids: [{ id: 2 }, {}] } }] })).toEqual([
      "PUT /kettles: request sample 1: lids.0.id is now 2, was 1.",
      "PUT /kettles: request sample 1: lids.1 added, {}.",
      "PUT /kettles: request sample 1: heat removed, was 3.",
    ]);
    expect(changes({ prose: { 功能介绍: ["555555555555"] } })).toEqual([
      "PUT /kettles: prose changed in section 功能介绍 (paragraphs new: 1, gone: 1).",
    ]);
  });

  it("tell an object from an array", () => {
    const samples = (value: unknown) => [{ of: "response" as const, number: 1, value }];
    const before = ledger([{ ...page, samples: samples({ lids: {} }) }]);
    expect(changesBetween(before, ledger([{ ...page, samples: samples({ lids: [] }) }]))).toEqual([
      "PUT /kettles: response sample 1: lids is now [], was {}.",
    ]);
  });

  it("pair the pages of an operation by name", () => {
    const second = { ...page, page: "再烧", title: "烧水", uri: "PUT /kettles?a=1" };
    expect(changesBetween(ledger([page, second]), ledger([second, page]))).toEqual([]);
  });

  it("tell of error codes", () => {
    const after = ledger([page], {
      codes: {
        "TEA.1#1": { ...code, status: 404, messages: ["Hotter."] },
        "TEA.2#1": { ...code, code: "TEA.2" },
      },
    });
    expect(changesBetween(ledger(), after)).toEqual([
      "TEA.1#1: status is now 404, was 400.",
      "TEA.1#1: message is now Hotter., was Hot..",
      "TEA.2#1: row added (400, 烧水, Hot.).",
    ]);
  });

  it("do not take another success status for another answer", () => {
    const answer = (status: string): Partial<PageFacts> => ({
      fields: { [`response.${status}.body.hot`]: { type: "Boolean" } },
      statuses: { [status]: { success: true } },
    });
    const before = ledger([{ ...page, ...answer("200") }]);
    expect(changesBetween(before, ledger([{ ...page, ...answer("202") }]))).toEqual([
      "PUT /kettles: status 202 added (success).",
      "PUT /kettles: status 200 removed (success).",
    ]);
  });

  it("tell of headers, tables and prose of general pages", () => {
    const after = ledger([page], {
      pages: {
        请求: {
          ...general,
          headers: { "X-Lid": { required: true, text: "c" } },
          tables: [{ title: "表", rows: {} }],
          prose: {},
        },
      },
    });
    expect(changesBetween(ledger(), after)).toEqual([
      "Page 请求: header X-Lid now required.",
      "Page 请求: table 1 (表) added.",
      "Page 请求: prose changed above the first section (paragraphs new: 0, gone: 1).",
    ]);
  });
});
