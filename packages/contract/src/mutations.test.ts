import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { Schema } from "./build/description.ts";
import { checkRequest } from "./check-request.ts";
import { checkResponse } from "./check-response.ts";
import type { Verdict } from "./finding.ts";
import { description, requestSamples, responseSamples, type Sample } from "./testing/description.ts";
import { mutations } from "./testing/mutations.ts";
import { unresolved } from "./testing/pointers.ts";

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(description, "description");

/** The description's own schema, without anything that this package does to it. */
function validatorOf({ $ref, ...schema }: Schema): (body: unknown) => boolean {
  return ajv.compile(typeof $ref === "string" ? { $ref: `description${$ref}` } : schema);
}

function compare(sample: Sample, check: (body: unknown) => Verdict): void {
  const isAllowed = validatorOf(sample.schema);
  for (const { name, body, several } of mutations(sample.body)) {
    // A string would be read as the text of a payload.
    if (typeof body === "string") continue;
    const { ok, findings } = check(body);
    expect({ name, unresolved: unresolved(findings) }).toEqual({ name, unresolved: [] });
    const errors = findings.filter(({ severity }) => severity === "error").length;
    const allowed = isAllowed(body);
    expect({ name, ok }).toEqual({ name, ok: allowed });
    if (!several) expect({ name, errors }).toEqual({ name, errors: allowed ? 0 : 1 });
  }
}

describe("a payload with one mutation has one error exactly when the description's schema refuses it", () => {
  test.each(requestSamples)("request $operationId $name", (sample) => {
    compare(sample, (body) => checkRequest({ ...sample, body }));
  });

  test.each(responseSamples)("response $operationId $name", (sample) => {
    compare(sample, (body) => checkResponse({ ...sample, body }));
  });
});
