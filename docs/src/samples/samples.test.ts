/** Samples are held against their languages, where those are installed. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleCall } from "../data/call.ts";
import { operationsOf } from "../data/description.ts";
import { samplesOf } from "./samples.ts";

const all = operationsOf("en").map((operation) => ({
  id: operation.operationId,
  samples: samplesOf(operation, exampleCall(operation)),
}));
const codeOf = (fence: string): { id: string; code: string }[] =>
  all.map(({ id, samples }) => ({ id, code: samples.find((sample) => sample.fence === fence)?.code ?? "" }));
const has = (command: string): boolean => spawnSync(command, ["--version"]).error === undefined;

describe("samples", () => {
  let folder: string;
  // Below the package, so that TypeScript finds the client.
  beforeAll(() => (folder = mkdtempSync(join(process.cwd(), ".build-samples-"))));
  afterAll(() => rmSync(folder, { recursive: true }));

  function write(fence: string, extension: string): string[] {
    return codeOf(fence).map(({ id, code }) => {
      const file = join(folder, `${id}.${extension}`);
      writeFileSync(file, `${code}\n`);
      return file;
    });
  }

  test("in TypeScript compile against the client", () => {
    const files = write("ts", "ts");
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        extends: "../../tsconfig.base.json",
        compilerOptions: { types: ["node"], lib: ["ES2023", "DOM"] },
        files,
      }),
    );
    const { stdout } = spawnSync("node_modules/.bin/tsc", ["--project", folder], { encoding: "utf8" });
    expect(stdout).toBe("");
  });

  test.skipIf(!has("python3"))("in Python parse", () => {
    const check = "import ast, sys\nfor name in sys.argv[1:]: ast.parse(open(name).read(), name)";
    const { stderr } = spawnSync("python3", ["-c", check, ...write("python", "py")], { encoding: "utf8" });
    expect(stderr).toBe("");
  });

  test("for the shell parse", () => {
    for (const file of write("sh", "sh"))
      expect(spawnSync("sh", ["-n", file], { encoding: "utf8" }).stderr).toBe("");
  });

  test.skipIf(!has("gofmt") && spawnSync("gofmt", ["-h"]).error !== undefined)(
    "in Go are formatted as gofmt does",
    () => {
      const { stdout, stderr } = spawnSync("gofmt", ["-l", ...write("go", "go")], { encoding: "utf8" });
      expect(stderr + stdout).toBe("");
    },
  );
});

test("a sample carries the example's values, and the project from outside", () => {
  const add = all.find(({ id }) => id === "addMembers");
  for (const { code } of add?.samples ?? []) {
    expect(code).toContain("172.16.0.31");
    expect(code).toContain("248425d7b97dc26920eb23720115e068");
    expect(code).toContain("ELB_PROJECT_ID");
    expect(code).not.toContain("{project_id}");
  }
});
