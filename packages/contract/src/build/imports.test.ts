import { expect, test } from "vitest";
import { requiresToImports } from "./imports.ts";

test("calls of require become imports, one for each module", () => {
  const code = [
    'const f = require("ajv/dist/runtime/ucs2length").default;',
    'const a = require("ajv-formats/dist/formats").fullFormats.uuid;',
    'const b = require("ajv-formats/dist/formats").fullFormats.date;',
  ].join("\n");
  expect(requiresToImports(code).split("\n")).toEqual([
    'import helper0 from "../src/engine/code-points.ts";',
    'import * as helper1 from "ajv-formats/dist/formats.js";',
    "const f = helper0;",
    "const a = helper1.fullFormats.uuid;",
    "const b = helper1.fullFormats.date;",
  ]);
});

test("a helper that would differ between runtimes fails the build", () => {
  expect(() => requiresToImports('require("ajv/dist/runtime/equal").default')).toThrow(
    "ajv/dist/runtime/equal",
  );
});
