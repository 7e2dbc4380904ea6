import { expect, test } from "vitest";
import type { Language } from "../language.ts";
import { jsonOf, operationsOf, resolve } from "./description.ts";
import { fieldsOf } from "./fields.ts";
import { elements } from "./provenance.ts";

const operations = operationsOf("en");

function payloadFields(id: string, language: Language = "en") {
  const operation = operations.find(({ operationId }) => operationId === id);
  const media = jsonOf(operation?.requestBody);
  return fieldsOf(language, media?.schema ?? {});
}

test("alternatives are merged into one row per name, which says when it is needed", () => {
  const fields = payloadFields("createListener");
  expect(fields.filter(({ key }) => key === "certificate_id")).toMatchObject([
    { required: "sometimes", neededBy: ["HTTPS listener", "SSL listener"] },
  ]);
  expect(fields.find(({ key }) => key === "name")?.required).toBe("always");
  expect(fields.find(({ key }) => key === "description")?.required).toBe("never");
  expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
});

test("arrays and objects are entered, and a kind inside itself is not entered twice", () => {
  expect(payloadFields("addMembers").map(({ key }) => key)).toEqual(["[].server_id", "[].address"]);
  const job = jsonOf(
    resolve("en", operations.find(({ operationId }) => operationId === "getJob")!.responses["200"]!),
  );
  const keys = fieldsOf("en", job!.schema).map(({ key }) => key);
  expect(keys).toContain("entities.members.[].id");
  expect(keys.some((key) => key.startsWith("sub_jobs."))).toBe(false);
});

test("the fields are those that provenance knows, name by name", () => {
  for (const { operationId, requestBody, responses } of operations) {
    const places = [
      [`${operationId}.request.body`, jsonOf(requestBody)],
      [`${operationId}.response.200.body`, jsonOf(resolve("en", responses["200"] ?? { description: "" }))],
    ] as const;
    for (const [root, media] of places) {
      const fields =
        media === undefined ? [] : fieldsOf("en", media.schema).map(({ key }) => `${root}.${key}`);
      const known = Object.keys(elements).filter((key) => key.startsWith(`${root}.`) && !key.endsWith("[]"));
      expect(fields.sort()).toEqual(known.sort());
    }
  }
});

test.each(["createHealthCheck", "updateHealthCheck"])(
  "what only tells alternatives apart does not count: %s",
  (id) => {
    const fields = payloadFields(id);
    const protocol = fields.find(({ key }) => key === "healthcheck_protocol");
    expect(protocol).toMatchObject({ required: "never", neededBy: [] });
    expect(protocol?.schemas).toHaveLength(1);
    const uri = fields.find(({ key }) => key === "healthcheck_uri");
    expect(uri?.schemas.some(({ pattern }) => pattern?.startsWith("^(/"))).toBe(true);
  },
);
