import { expect, test } from "vitest";
import { errorsToCalls } from "./errors.ts";

const added = (object: string) =>
  `const err0 = {${object}};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;`;

test("places where an error is added become calls", () => {
  const here = added('instancePath,schemaPath:"/s/type",keyword:"type",params:{type: "object"}');
  const below = added('instancePath:instancePath+"/a/" + i0,schemaPath:"/s/enum",keyword:"enum",params:{}');
  expect(errorsToCalls(`${here}${below}`).split("\n")).toEqual([
    'import addError from "../src/engine/add-error.ts";',
    'vErrors = addError(vErrors, instancePath, "/s/type", "type", {type: "object"});errors++;' +
      'vErrors = addError(vErrors, instancePath+"/a/" + i0, "/s/enum", "enum", {});errors++;',
  ]);
});

test("another compiler that adds them otherwise fails the build", () => {
  expect(() => errorsToCalls("vErrors.push(err0)")).toThrow("another way");
});
