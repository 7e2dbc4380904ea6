import { expect, test } from "vitest";
import type { OpenApiDocument, Schema } from "./document.ts";
import { downConvert } from "./down-convert.ts";
import { redocly } from "./redocly.ts";

/** What becomes of one schema. */
function convertSchema(schema: Schema & { examples?: unknown }): unknown {
  const document = {
    info: { title: "T", summary: "S", license: { name: "Apache-2.0" } },
    components: { schemas: { schema } },
  };
  const converted = downConvert(document as unknown as OpenApiDocument) as typeof document;
  return converted.components.schemas.schema;
}

test.each<[string, Schema & { examples?: unknown }, unknown]>([
  ["a type with null", { type: ["integer", "null"] }, { type: "integer", nullable: true }],
  ["a constant", { type: "string", const: "External" }, { type: "string", enum: ["External"] }],
  [
    "null as a branch",
    { oneOf: [{ type: "object" }, { type: "string" }, { type: "null" }] },
    { oneOf: [{ type: "object", nullable: true }, { type: "string" }] },
  ],
  [
    "an open enumeration",
    {
      description: "State.",
      anyOf: [{ type: "string", enum: ["A", "B"] }, { type: "string" }, { type: "null" }],
    },
    { type: "string", nullable: true, description: "State. Known values: `A`, `B`." },
  ],
  [
    "a text beside a reference",
    { $ref: "#/x", description: "D." },
    { allOf: [{ $ref: "#/x" }], description: "D." },
  ],
  ["a list of examples", { type: "string", examples: ["a", "b"] }, { type: "string", example: "a" }],
])("%s is said the older way", (_, schema, older) => {
  expect(convertSchema(schema)).toEqual(older);
});

test("data is not touched", () => {
  const data = { type: ["string", "null"], const: 1 } as unknown as Schema;
  expect(convertSchema({ type: "object", default: data })).toEqual({ type: "object", default: data });
});

test("the older documents lint, examples included", async () => {
  await redocly(
    "lint",
    "dist/elb.openapi-3.0.yaml",
    "dist/iam.openapi-3.0.yaml",
    "--config",
    "lint/openapi-3.0.yaml",
  );
});
