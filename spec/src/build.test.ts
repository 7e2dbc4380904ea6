/** The build as a person meets it, on a copy of this package. */
import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inPackage } from "./files.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "elb-spec-"));
  for (const name of [
    "openapi",
    "translations",
    "lint",
    "src",
    "generated",
    "dist",
    "package.json",
    "redocly.yaml",
    "error-codes.yaml",
    "ledger",
    "provenance",
    "workflows",
  ]) {
    await cp(inPackage(name), join(folder, name), { recursive: true });
  }
  await symlink(inPackage("node_modules"), join(folder, "node_modules"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(script: string): Promise<{ code: number; output: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [`src/${script}`], {
      cwd: folder,
    });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, file), "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  await writeFile(join(folder, file), text.replace(from, to));
}

const read = (file: string): Promise<string> => readFile(join(folder, file), "utf8");
const listener = "openapi/resources/listeners/ListenerPort.yaml";

test("what is committed is what the description generates", async () => {
  expect(await run("freshness.ts")).toEqual({ code: 0, output: "" });
});

test("an edited field makes the freshness check name the stale files and the command that mends it", async () => {
  await edit(
    "openapi/resources/members/MemberToAdd.yaml",
    "required: [server_id, address]",
    "required: [server_id]",
  );
  const { code, output } = await run("freshness.ts");
  expect(code).toBe(1);
  expect(output).toContain("spec/generated/types.ts");
  expect(output).toContain("Run `npm run build` and commit the result.");
  expect(await read("generated/types.ts")).toContain("address: string;");
});

test("an edited limit that no page has is undecided", async () => {
  await edit(listener, "maximum: 65535", "maximum: 60000");
  const { code, output } = await run("fidelity/check.ts");
  expect(code).toBe(1);
  expect(output).toContain("undecided = 2");
  expect(output).toContain("Undecided: createListener.request.body.port#range");
});

test("one edited field changes types and both bundles in one build", async () => {
  await edit(listener, "maximum: 65535", "maximum: 65534");
  await edit(
    "openapi/resources/members/MemberToAdd.yaml",
    "required: [server_id, address]",
    "required: [server_id]",
  );
  expect((await run("build.ts")).code).toBe(0);
  for (const bundle of [
    "elb.openapi.json",
    "elb.openapi.yaml",
    "elb.zh-CN.openapi.json",
    "elb.zh-CN.openapi.yaml",
  ]) {
    expect(await read(`dist/${bundle}`)).toContain("65534");
  }
  expect(await read("generated/types.ts")).toContain("address?: string;");
  expect(await read("dist/types.d.ts")).toContain("address?: string;");
});

test.each([
  [
    "a description that does not lint",
    listener,
    "type: integer",
    "type: number of sorts",
    "ListenerPort.yaml",
  ],
  [
    "a reference that leads nowhere",
    "openapi/resources/listeners/Listener.yaml",
    "Timestamp.yaml",
    "Clock.yaml",
    "Clock.yaml",
  ],
  ["a file that is not YAML", "error-codes.yaml", "ELB.0002#1:", "ELB.0002#1: [", "error-codes.yaml:"],
  ["an impossible status", "error-codes.yaml", "status: 404", "status: 4040", "4040 is no HTTP status"],
  [
    "a changed text",
    listener,
    "Port that takes",
    "The port that takes",
    "outdated  spec/translations/zh-CN/resources/listeners/ListenerPort.yaml  /description",
  ],
])("%s is named, and nothing is replaced", async (_, file, from, to, named) => {
  const before = await read("dist/elb.openapi.json");
  await edit(file, from, to);
  const { code, output } = await run("build.ts");
  expect(code).toBe(1);
  expect(output).toContain(named);
  expect(output).not.toMatch(/^\s+at /m);
  expect(await read("dist/elb.openapi.json")).toBe(before);
  expect((await readdir(folder)).filter((name) => name.startsWith(".build-"))).toEqual([]);
});
