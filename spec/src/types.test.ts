import { expect, test } from "vitest";
import type { OpenApiDocument, Operation, Schema } from "./document.ts";
import {
  absorbQuirks,
  generateTypes,
  generateWireTypes,
  openEnumerationOf,
  withOptionalSecrets,
} from "./types.ts";

const list: Schema = {
  "x-elb-read": "list",
  description: "Things.",
  oneOf: [
    { type: "array", items: { type: "string" } },
    { type: "object", maxProperties: 0 },
  ],
};

const documentWith = (schema: Schema): OpenApiDocument =>
  ({
    openapi: "3.1.1",
    info: { title: "t", version: "1" },
    paths: {},
    components: { schemas: { Thing: schema } },
  }) as never;

test("an enumeration with `type: string` beside it is open", () => {
  expect(openEnumerationOf({ anyOf: [{ type: "string", enum: ["A"] }, { type: "string" }] })).toEqual({
    values: ["A"],
    nullable: false,
  });
  expect(openEnumerationOf({ type: "string", enum: ["A"] })).toBeUndefined();
  expect(
    openEnumerationOf({ anyOf: [{ type: "string", enum: ["A"] }, { type: "integer" }] }),
  ).toBeUndefined();
});

test("an open enumeration keeps its known values in the types", async () => {
  const types = await generateWireTypes(
    documentWith({ anyOf: [{ type: "string", enum: ["A", "B"] }, { type: "string" }, { type: "null" }] }),
  );
  expect(types).toContain('Thing: "A" | "B" | (string & {}) | null;');
});

test("wire types keep the empty object, the types for readers do not", async () => {
  expect(await generateWireTypes(documentWith(list))).toContain("Thing: string[] | Record<string, never>;");
  expect(await generateTypes(documentWith(list))).toContain("Thing: string[];");
});

test("absorbing keeps the description and reaches nested schemas", () => {
  const schema = {
    properties: { flag: { "x-elb-read": "boolean", description: "Flag.", oneOf: [] }, all: list },
  };
  expect(absorbQuirks(structuredClone(schema))).toEqual({
    properties: {
      flag: { type: "boolean", description: "Flag." },
      all: { type: "array", items: { type: "string" }, description: "Things." },
    },
  });
});

test("secret fields are optional for a reader, and needed in what is sent", () => {
  const secret: Schema = {
    type: "object",
    required: ["id", "key"],
    properties: { id: { type: "string" }, key: { type: "string", "x-elb-secret": true } },
  };
  const document = documentWith(secret);
  document.components.schemas.Sent = { $ref: "#/components/schemas/Inner" };
  document.components.schemas.Inner = structuredClone(secret);
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Sent" } } };
  document.paths["/things"] = { post: { requestBody: { content } } as unknown as Operation };
  const { Thing, Inner } = withOptionalSecrets(document).components.schemas;
  expect([Thing?.required, Inner?.required]).toEqual([["id"], ["id", "key"]]);
  expect(document.components.schemas.Thing?.required).toEqual(["id", "key"]);
});
