import { describe, expect, test } from "vitest";
import { compile } from "../testing/compile.ts";

const text = { type: "string" };

describe("alternatives that have to be tried", () => {
  const oneOf = [
    { title: "By name", type: "object", required: ["kind", "name"], properties: { kind: text, name: text } },
    {
      title: "By id",
      type: "object",
      required: ["kind", "id"],
      properties: { kind: text, id: { type: "integer" } },
    },
  ];
  const check = compile({ Root: { oneOf } });

  test.each([
    ["one", { kind: "k", name: "n" }, []],
    ["none", { kind: "k" }, ["variant"]],
    ["both, where only one is allowed", { kind: "k", name: "n", id: 5 }, ["variant"]],
    ["one that is wrong inside", { kind: "k", id: "5" }, ["type /id"]],
    ["what every one needs", { name: "n" }, ["required /kind"]],
    ["no object", 5, ["type"]],
    ["an unknown property", { kind: "k", name: "n", x: 1 }, ["unknown /x"]],
  ])("%s", (_name, value, faults) => {
    expect(check(value).faults).toEqual(faults);
  });

  test("unknown properties inside a branch that does not apply are not reported", () => {
    const branch = (name: string) => ({
      type: "object",
      required: [name],
      properties: { [name]: text, inner: { type: "object", properties: { [name]: text } } },
    });
    const nested = compile({ Root: { anyOf: [branch("a"), branch("b")] } });
    expect(nested({ b: "b", inner: { b: "b" } }).faults).toEqual([]);
    expect(nested({ b: "b", inner: { a: "a" } }).faults).toEqual(["unknown /inner/a"]);
  });

  test("that are begun alike are told apart by what is missing least", () => {
    const branch = (...required: string[]) => ({ type: "object", required });
    const check = compile({ Root: { anyOf: [branch("a", "b", "c"), branch("a", "d"), branch("e")] } });
    expect(check({ a: 1 }).faults).toEqual(["required /d"]);
    expect(check({ a: 1, b: 1 }).faults).toEqual(["required /c"]);
  });

  test("that are begun alike are told apart by which has the fewest faults", () => {
    const branch = (kind: string, value: object, required: string[] = []) => ({
      type: "object",
      required,
      properties: { kind: { type: "string", pattern: `^${kind}` }, value },
    });
    const check = compile({
      Root: { oneOf: [branch("a", { type: "string", maxLength: 1 }, ["kind"]), branch("b", text)] },
    });
    expect(check({ kind: "b", value: 5 }).faults).toEqual(["type /value"]);
    expect(check({ value: 5 }).faults).toEqual(["type /value"]);
    expect(check({ kind: "a", value: "long" }).faults).toEqual(["length /value"]);
  });

  test("of one type are told by the first, which is the usual form", () => {
    const check = compile({
      Root: {
        anyOf: [
          { type: "string", enum: ["A"] },
          { type: "string", pattern: "^a$" },
        ],
      },
    });
    expect(["A", "a", "b", 5].map((value) => check(value).faults)).toEqual([[], [], ["enum"], ["type"]]);
  });

  test("inside each other, only the errors of the branch that was meant stay", () => {
    const inner = {
      anyOf: [
        { required: ["x"], type: "object", properties: { x: text } },
        { required: ["y"], type: "object" },
      ],
    };
    const outer = compile({
      Root: {
        anyOf: [
          { type: "object", required: ["a"], properties: { a: inner } },
          { type: "object", required: ["b"] },
        ],
      },
    });
    expect(outer({ a: { x: 5 } }).faults).toEqual(["type /a/x"]);
    expect(outer({ a: {} }).faults).toEqual(["variant /a"]);
    expect(outer({}).faults).toEqual(["variant"]);
  });
});

describe("a discriminator", () => {
  const branch = (kind: string, more: object) => ({
    allOf: [{ $ref: "#/components/schemas/Common" }],
    type: "object",
    required: ["kind"],
    properties: { kind: { const: kind }, ...more },
  });
  const schemas = {
    Root: {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: { propertyName: "kind" },
      properties: { tag: text },
    },
    Common: { type: "object", required: ["name"], properties: { name: text } },
    Cat: branch("cat", { lives: { type: "integer" } }),
    Dog: branch("dog", { tricks: { type: "array", items: text } }),
  };
  const check = compile(schemas);

  test("knows the properties of its branch, of what it includes and of what is around it, and no other", () => {
    expect(check({ kind: "cat", name: "n", lives: 7, tag: "t", tricks: [] }).faults).toEqual([
      "unknown /tricks",
    ]);
  });

  test("points to the rule in the branch", () => {
    expect(check({ kind: "dog", name: "n", tricks: [5] }).schemas).toEqual([
      "/components/schemas/Dog/properties/tricks/items/type",
    ]);
    expect(check({ kind: "dog" }).schemas).toEqual(["/components/schemas/Common/required"]);
    expect(check({}).schemas).toEqual(["/components/schemas/Root/discriminator"]);
  });

  test("that is missing or unknown leaves the properties that no branch has unknown", () => {
    expect(check({ name: "n", lives: 7, colour: "red" }).faults).toEqual([
      "required /kind",
      "unknown /colour",
    ]);
    expect(check({ kind: "cow", tricks: [], wrapped: {} }).faults).toEqual([
      "enum /kind",
      "unknown /wrapped",
    ]);
  });

  test("without a constant in every branch is refused by the build", () => {
    expect(() =>
      compile({ ...schemas, Dog: { type: "object", required: ["kind"], properties: { kind: text } } }),
    ).toThrow(
      '/components/schemas/Root: every branch must be an object that requires "kind" with a constant of its own.',
    );
  });
});

describe("types", () => {
  test("that differ choose the branch", () => {
    const check = compile({
      Root: { oneOf: [{ type: "integer", maximum: 2 }, { type: "array", items: text }, { type: "null" }] },
    });
    expect(check(5).faults).toEqual(["range"]);
    expect(check([5]).faults).toEqual(["type /0"]);
    expect(check(null).faults).toEqual([]);
    expect(check("x").faults).toEqual(["type"]);
  });

  test("an object that may only be empty is not what a full one was meant as", () => {
    const check = compile({
      Root: {
        oneOf: [
          { type: "array", items: text },
          { type: "object", maxProperties: 0 },
        ],
      },
    });
    expect(check({}).faults).toEqual([]);
    expect(check({ members: [] })).toMatchObject({ faults: ["type"], actual: ["an object"] });
    expect(check("x").faults).toEqual(["type"]);
  });

  test("that overlap do not", () => {
    const check = compile({ Root: { oneOf: [{ type: "integer" }, { type: "number" }] } });
    expect([5, 1.5, "x"].map((value) => check(value).faults)).toEqual([["variant"], [], ["type"]]);
  });

  test("matter more than values", () => {
    const check = compile({ Root: { enum: ["a", null], type: ["string", "null"] } });
    expect([5, "b"].map((value) => check(value).faults)).toEqual([["type"], ["enum"]]);
  });

  test("and known values matter more than other rules, whichever is found first", () => {
    const pattern = { type: "string", pattern: "^b" };
    const values = { type: "string", enum: ["a", "b"] };
    for (const allOf of [
      [pattern, values],
      [values, pattern],
    ])
      expect(compile({ Root: { allOf } })("x").faults).toEqual(["enum"]);
  });

  test("of an open enumeration allow every value", () => {
    const check = compile({ Root: { anyOf: [{ type: "string", enum: ["a"] }, text, { type: "null" }] } });
    expect(["a", "b", null, 5].map((value) => check(value).faults)).toEqual([[], [], [], ["type"]]);
  });
});

describe("recursion", () => {
  const check = compile({
    Root: {
      type: "object",
      properties: { children: { type: "array", items: { $ref: "#/components/schemas/Root" } }, id: text },
    },
  });

  test("is followed, with pointers from the root of the payload and of the description", () => {
    const result = check({ children: [{ children: [{ id: 5, x: 1 }] }] });
    expect(result.faults).toEqual(["type /children/0/children/0/id", "unknown /children/0/children/0/x"]);
    expect(result.schemas).toEqual(["/components/schemas/Root/properties/id/type"]);
  });
});

describe("secrets", () => {
  const check = compile({
    Root: {
      type: "array",
      items: {
        type: "object",
        properties: {
          key: { $ref: "#/components/schemas/Key" },
          pin: { type: "integer", format: "password" },
          name: text,
        },
      },
    },
    Key: { type: "string", pattern: "^BEGIN", "x-elb-secret": true },
  });

  test("are not shown", () => {
    const { faults, actual } = check([{ key: "fake-key", pin: "fake-pin", name: 5 }]);
    expect(faults).toEqual(["pattern /0/key", "type /0/pin", "type /0/name"]);
    expect(actual).toEqual(["a value that is kept secret", "a value that is kept secret", "5"]);
  });
});

test("a keyword that cannot be compiled fails the build and says where it stands", () => {
  expect(() => compile({ Root: { type: "object", properties: { a: { not: text } } } })).toThrow(
    '/components/schemas/Root/properties/a: the validators cannot express "not" yet.',
  );
});

test("a reference to nothing fails the build and says where it points", () => {
  expect(() => compile({ Root: { $ref: "#/components/schemas/Gone" } })).toThrow(
    "nothing at /components/schemas/Gone",
  );
});

test("a format is checked", () => {
  const check = compile({ Root: { type: "string", format: "uuid" } });
  expect(check("x").faults).toEqual(["format"]);
});
