import { errorCodes } from "@elb-classic/spec/error-codes";
import { type OperationId, operations } from "@elb-classic/spec/operations";
import { expect, test } from "vitest";
import { rowFor } from "./fault-rows.ts";

const INHERITED = ["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"];

test.each(Object.keys(operations) as OperationId[])(
  "%s has a row for every field, inherited or not",
  (id) => {
    const general = rowFor(id, "no such field", "invalid");
    expect(Object.keys(errorCodes)).toContain(general);
    for (const name of INHERITED) {
      for (const fault of ["missing", "tooLong", "invalid"] as const)
        expect(rowFor(id, name, fault)).toBe(general);
    }
  },
);

test("a field has one row, or one for each fault and the general one for the others", () => {
  expect(rowFor("updateListener", "port", "missing")).toBe("ELB.6041#1");
  expect(rowFor("updateListener", "description", "tooLong")).toBe("ELB.6045#1");
  expect(rowFor("updateListener", "description", "missing")).toBe("ELB.6015#1");
});
