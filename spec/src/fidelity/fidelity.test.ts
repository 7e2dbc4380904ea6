import { expect, test } from "vitest";
import type { OpenApiDocument, Schema } from "../document.ts";
import type { FieldFact, Ledger, PageFacts } from "../facts/ledger.ts";
import { disagreeingCharacters } from "./characters.ts";
import { cover, type Decision, patternOf } from "./decisions.ts";
import { checkFidelity, summarise } from "./fidelity.ts";

/** An invented API with one operation: things have a colour and a size. */
const thing: Schema = {
  type: "object",
  required: ["colour"],
  properties: {
    colour: { type: "string", enum: ["red", "blue"], description: "Colour." },
    size: { type: "integer", minimum: 1, maximum: 9, description: "Size in minutes." },
  },
};

function documentWith(schema: Schema): OpenApiDocument {
  const operation = {
    operationId: "createThing",
    summary: "Create a thing",
    description: "",
    requestBody: {
      required: true,
      content: { "application/json": { schema, examples: { one: { value: { colour: "red" } } } } },
    },
    responses: { "204": { description: "Done." } },
  };
  const components = { schemas: { AnyError: { type: "object" } } };
  return {
    openapi: "3.1.1",
    paths: { "/things": { post: operation } },
    components,
  } as unknown as OpenApiDocument;
}

const page: PageFacts = {
  page: "创建",
  title: "创建",
  uri: "POST /things",
  fields: {
    "request.body": { sample: ["object"] },
    "request.body.colour": {
      types: ["string"],
      required: true,
      limits: { enum: ["red", "blue"] },
      sample: ["string"],
    },
    "request.body.size": {
      types: ["integer"],
      required: false,
      limits: { range: { min: 1, max: 9, unit: "minutes" } },
    },
  },
  statuses: { "204": { success: true } },
  samples: [{ of: "request", number: 1, value: { colour: "red" } }],
  prose: {},
};

const ledgerWith = (fields: Record<string, FieldFact> = {}): Ledger => ({
  operations: {
    "POST /things": {
      operation: "POST /things",
      pages: [{ ...page, fields: { ...page.fields, ...fields } }],
    },
  },
  codes: {},
  pages: {},
});

const nothing = { openapi: "3.1.1", paths: {}, components: { schemas: {} } } as unknown as OpenApiDocument;
const errorBody: Decision = { ...decisionOn("error.body#added"), elements: ["error.body"] };

function decisionOn(...differences: string[]): Decision {
  return {
    title: "T",
    elements: ["createThing"],
    page: "P",
    decision: "D",
    reason: "R",
    basis: "observed",
    confidence: "high",
    differences,
  };
}

const check = (schema: Schema, ledger = ledgerWith(), decisions: Record<string, Decision> = {}) =>
  checkFidelity({
    elb: documentWith(schema),
    iam: nothing,
    ledger,
    catalogue: {},
    decisions: new Map(Object.entries({ D00: errorBody, ...decisions })),
  });

const undecided = (...args: Parameters<typeof check>): string[] => check(...args).faults;

test("a description that says what the pages say has no fault, and all of it is documented", () => {
  const fidelity = check(thing);
  expect(fidelity.faults).toEqual([]);
  expect(fidelity.elements["createThing.request.body.size"]).toEqual({
    provenance: "documented",
    pages: ["创建"],
    decisions: [],
  });
  expect(summarise(fidelity)).toEqual([
    "fidelity: 6 elements: 5 documented by the pages, 0 in other documents, 1 observed, 0 inferred; 1 differences from the pages, undecided = 0",
  ]);
});

const withProperty = (name: string, schema: Schema): Schema => ({
  ...thing,
  properties: { ...thing.properties, [name]: schema },
});
const size = (changes: Schema): Schema => withProperty("size", { ...thing.properties?.size, ...changes });

test.each<[kind: string, key: string, schema: Schema]>([
  ["a wider range", "createThing.request.body.size#range", size({ maximum: 10 })],
  ["another type", "createThing.request.body.size#type", size({ type: "string" })],
  ["a null", "createThing.request.body.size#nullable", size({ type: ["integer", "null"] })],
  ["a default", "createThing.request.body.size#default", size({ default: 2 })],
  ["a text without the unit", "createThing.request.body.size#unit", size({ description: "Size." })],
  [
    "a condition",
    "createThing.request.body.size#conditions",
    size({ "x-elb-conditions": [{ when: { colour: "red" }, ignored: true }] }),
  ],
  [
    "a missing value",
    "createThing.request.body.colour#enum",
    withProperty("colour", { type: "string", enum: ["red"] }),
  ],
  [
    "a length",
    "createThing.request.body.colour#length",
    withProperty("colour", { ...thing.properties?.colour, maxLength: 4 }),
  ],
  [
    "an optional field that is required there",
    "createThing.request.body.colour#required",
    { ...thing, required: [] },
  ],
  [
    "a field that no page has",
    "createThing.request.body.weight#added",
    withProperty("weight", { type: "number" }),
  ],
])("%s is a difference", (_, key, schema) => {
  expect(undecided(schema)).toEqual([expect.stringContaining(`Undecided: ${key} (`)]);
});

test("a field that only a page has is a difference", () => {
  const ledger = ledgerWith({ "request.body.weight": { types: ["number"], required: false } });
  expect(undecided(thing, ledger)).toEqual([
    "Undecided: createThing.request.body.weight#missing (stated by 创建).",
  ]);
});

test("a sample that does not validate, and one that is no example, are differences", () => {
  const red = withProperty("colour", { type: "string", enum: ["red", "blue"], maxLength: 2 });
  expect(undecided(red)).toEqual([
    expect.stringContaining("createThing.request.body.colour#length"),
    expect.stringContaining("createThing.request.创建-1#invalid"),
  ]);
});

test("what every alternative requires is required, what one of them requires is not", () => {
  const branch = (...required: string[]): Schema => ({ type: "object", required });
  const either = { ...thing, required: [], anyOf: [branch("colour"), branch("colour", "size")] };
  expect(undecided(either)).toEqual([]);
});

test("a decision explains a difference, and gives the element its provenance", () => {
  const fidelity = check(withProperty("weight", { type: "number" }), ledgerWith(), {
    D01: decisionOn("createThing.request.body.weight#added"),
  });
  expect(fidelity.faults).toEqual([]);
  expect(fidelity.elements["createThing.request.body.weight"]).toEqual({
    provenance: "observed",
    pages: [],
    decisions: ["D01"],
  });
});

test("two decisions about one difference, and one about none, are faults", () => {
  const decisions = new Map([
    ["D01", decisionOn("a.*#added")],
    ["D02", decisionOn("a.b#added", "gone#type")],
  ]);
  expect(cover([{ key: "a.b#added", what: "" }], decisions, new Set(["createThing"])).faults).toEqual([
    "Decided more than once, by D01 and D02: a.b#added.",
    "D02 explains a difference that does not exist: gone#type.",
  ]);
});

test("a decision about an element that is gone is a fault", () => {
  expect(
    cover([], new Map([["D01", { ...decisionOn(), elements: ["gone.**"] }]]), new Set(["here"])).faults,
  ).toEqual(["D01 is about an element that does not exist: gone.**."]);
});

test.each([
  ["a.*.c", "a.b.c", true],
  ["a.*.c", "a.b.b.c", false],
  ["a.**#type", "a.b.[].c#type", true],
  ["{a,b}.x", "b.x", true],
  ["a.[].b", "a.[].b", true],
  ["a.b", "a_b", false],
  ["op.request.body.[].id", "op.request.body.[].id", true],
  ["op.request.body", "op.request.body.x", false],
  ["{a,b}.x", "c.x", false],
  ["*.request.path.id", "op.request.path.id", true],
  ["*.id", "op.request.path.id", false],
  ["**.path.*", "op.request.path.id", true],
  ["op.body.**name", "op.body.[].name", true],
  ["errors.{ELB.1002#1,ELB.1003#1}", "errors.ELB.1003#1", true],
  ["errors.{ELB.1002#1}", "errors.ELBx1002#1", false],
])("the pattern %s and the key %s", (pattern, key, matches) => {
  expect(patternOf(pattern).test(key)).toBe(matches);
});

test("characters are compared one by one, as the first and as a later one", () => {
  const limits = { characters: ["letters", "digits", "-"], start: ["letters"] };
  expect(disagreeingCharacters(limits, ["^[A-Za-z][A-Za-z0-9-]*$"])).toEqual([]);
  expect(disagreeingCharacters(limits, ["^[A-Za-z][A-Za-z0-9_-]*$"])).toEqual(["_"]);
  expect(disagreeingCharacters({ forbidden: ["<"] }, ["^[^<>]*$"])).toEqual([">"]);
});
