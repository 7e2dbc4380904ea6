import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { replaceFolder } from "./write.ts";

const root = mkdtempSync(join(tmpdir(), "contract-"));
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("a folder is replaced as a whole, and left as it was where writing fails", () => {
  const folder = join(root, "out");
  replaceFolder(folder, { a: "1", b: "1" });
  replaceFolder(folder, { a: "2" });
  expect(() => replaceFolder(folder, { a: "3", "missing/b": "3" })).toThrow();
  expect(readdirSync(folder)).toEqual(["a"]);
  expect(readFileSync(join(folder, "a"), "utf8")).toBe("2");
  expect(readdirSync(root)).toEqual(["out"]);
});
