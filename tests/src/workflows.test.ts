/**
 * The Arazzo workflows, run by Redocly Respect against the emulator. Respect also judges the answers by the description,
 * except jobs, since their schema refers to itself.
 */
import { readdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { inRoot } from "./support/processes.ts";
import { inputs, lintArazzo, readArazzo, respect, respectReordered } from "./support/respect.ts";

const folder = inRoot("spec/workflows");
const files = readdirSync(folder).filter((name) => name.endsWith(".arazzo.yaml"));
const publicFlow = resolve(folder, "public-load-balancer.arazzo.yaml");

test("the workflows lint by the strict rules", async () => {
  const { code, stdout, stderr } = await lintArazzo(files.map((name) => resolve(folder, name)));
  expect(code, stdout + stderr).toBe(0);
});

test.each(files)("%s reads the bundle that the package exports", (name) => {
  const [{ url }] = readArazzo(resolve(folder, name)).sourceDescriptions;
  const bundle = fileURLToPath(import.meta.resolve("@elb-classic/spec/elb.openapi.yaml"));
  expect(resolve(dirname(resolve(folder, name)), url)).toBe(bundle);
});

describe.concurrent("against the emulator", () => {
  test.each(files)("every step of %s passes", async (name) => {
    const steps = readArazzo(resolve(folder, name)).workflows.flatMap((workflow) => workflow.steps).length;
    const { code, stdout, stderr } = await respect(resolve(folder, name));
    expect(code, stdout + stderr).toBe(0);
    expect(stdout).toContain(`Steps: ${steps} passed, ${steps} total`);
    for (const secret of [inputs.token, inputs.private_key.split("\n")[1] as string])
      expect(stdout + stderr).not.toContain(secret);
  });

  test("a public load balancer that still has members is not deleted, and the service's code is shown", async () => {
    const tooEarly = ["remove-members", "wait-for-removal", "delete-health-check", "delete-listener"];
    const { code, stdout } = await respectReordered(publicFlow, (ids) =>
      ids.filter((id) => !tooEarly.includes(id)),
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ DELETE \S+ - step delete-load-balancer/);
    expect(stdout).toContain('"code": "ELB.1018"');
    expect(stdout).not.toContain("step wait-for-deletion");
  });

  test("a job that fails ends the flow, without further waiting", async () => {
    const { code, stdout } = await respectReordered(publicFlow, (ids) => {
      const others = ids.filter((id) => id !== "delete-listener");
      return others.toSpliced(others.indexOf("add-members") + 1, 0, "delete-listener");
    });
    expect(code).toBe(1);
    expect(stdout).toContain('"status": "FAIL"');
    expect(stdout.split('"status": "FAIL"')).toHaveLength(2);
    expect(stdout).toContain("stepId - wait-for-members");
    expect(stdout).not.toContain("step list-members");
  });
});
