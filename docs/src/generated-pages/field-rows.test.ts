import { expect, test } from "vitest";
import { jsonOf, operationsOf } from "../data/description.ts";
import { fieldsOf } from "../data/fields.ts";
import type { Language } from "../language.ts";
import { fieldRow } from "./field-rows.ts";

function rowOf(language: Language, id: string, key: string): string[] {
  const operation = operationsOf(language).find(({ operationId }) => operationId === id);
  const fields = fieldsOf(language, jsonOf(operation?.requestBody)?.schema ?? {});
  return fieldRow(language, `${id}.request.body`, fields.find((field) => field.key === key)!);
}

test("the protocol of a health check has its values, and no trace of the alternatives for the URI", () => {
  const [, created, text] = rowOf("en", "createHealthCheck", "healthcheck_protocol");
  expect(created).toBe('string · optional · one of `"HTTP"`, `"TCP"`, `"UDP"`');
  expect(text).not.toContain("Not HTTP");
  const [, updated] = rowOf("en", "updateHealthCheck", "healthcheck_protocol");
  expect(updated).toBe(
    'string · optional · known values `"HTTP"`, `"TCP"`, `"UDP"` · in upper or lower case',
  );
  expect(rowOf("zh", "updateHealthCheck", "healthcheck_protocol")[1]).toMatch(/ · 不区分大小写$/);
});

test("other patterns are shown as they are", () => {
  expect(rowOf("en", "createCertificate", "description")[1]).toContain("`^[^<>]*$`");
});
