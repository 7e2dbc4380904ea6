import description from "@elb-classic/spec/iam.openapi.json" with { type: "json" };
import { expect, test } from "vitest";
import { type IamOperationId, payloadSchema } from "./description.ts";
import { firstFault } from "./fits.ts";

type Item = Readonly<
  Record<
    string,
    {
      operationId: IamOperationId;
      requestBody?: { content: { "application/json": { examples: Record<string, { value: unknown }> } } };
    }
  >
>;
const items = Object.values(description.paths as unknown as Readonly<Record<string, Item>>);
const examples = items.flatMap((item) =>
  Object.values(item).flatMap(({ operationId, requestBody }) =>
    Object.entries(requestBody?.content["application/json"].examples ?? {}).map(([name, { value }]) => ({
      name: `${operationId}, ${name}`,
      operationId,
      value,
    })),
  ),
);

test.each(examples)("an example of the description fits it: $name", ({ operationId, value }) => {
  expect(firstFault(payloadSchema(operationId) ?? {}, value)).toBeUndefined();
});

test.each<[object, unknown, string | undefined]>([
  [{ type: "integer", minimum: 1, maximum: 3 }, 3, undefined],
  [{ type: "integer", minimum: 1, maximum: 3 }, 4, ""],
  [{ type: "integer", minimum: 1 }, 1.5, ""],
  [{ type: ["string", "null"] }, null, undefined],
  [{ type: "string", minLength: 1 }, "", ""],
  [{ type: "boolean" }, "true", ""],
  [{ enum: ["a"] }, "b", ""],
  [{ type: "array", maxItems: 1, items: { type: "string" } }, ["a", "b"], ""],
  [{ type: "array", items: { type: "string" } }, ["a", 1], "[1]"],
  [{ type: "object", required: ["a"] }, {}, "a"],
  [{ type: "object", required: ["toString"] }, {}, "toString"],
  [{ type: "object" }, [], ""],
  [{ properties: { a: { required: ["b"], type: "object" } } }, { a: {} }, "a.b"],
  [{ anyOf: [{ type: "object", required: ["a"] }, { type: "string" }] }, {}, "a"],
  [{ anyOf: [{ type: "string" }, { type: "null" }] }, 1, ""],
])("%j and %j", (schema, value, place) => {
  expect(firstFault(schema, value)).toBe(place);
});
