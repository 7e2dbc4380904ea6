import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { inPackage } from "../src/files.ts";
import { redocly } from "../src/redocly.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "elb-lint-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

// biome-ignore lint/suspicious/noExplicitAny: a description that is broken on purpose has no type
type Broken = any;

/** Lints the bundle after `spoil` has broken it; returns what Redocly printed. */
async function lintSpoiled(name: string, spoil: (document: Broken) => void): Promise<string> {
  const document = parse(await readFile(inPackage("dist", "elb.openapi.yaml"), "utf8"));
  spoil(document);
  const file = join(folder, `${name}.yaml`);
  await writeFile(file, stringify(document, { aliasDuplicateObjects: false }));
  return redocly("lint", file, "--config", "redocly.yaml", "--format=stylish").catch(
    (error: Error) => error.message,
  );
}

const members = (document: Broken): Broken =>
  document.paths["/v1.0/{project_id}/elbaas/listeners/{listener_id}/members"];
const schemas = (document: Broken): Broken => document.components.schemas;

test.each<[rule: string, spoil: (document: Broken) => void, says: string]>([
  ["operation-id-verb", (d) => (members(d).get.operationId = "memberList"), "one of the verbs list, get"],
  ["operation-facts", (d) => delete members(d).get["x-elb-source"], "x-elb-source: [title, …]"],
  ["operation-facts", (d) => (members(d).post["x-elb-repeat"] = "safe"), "x-elb-repeat: never"],
  ["job-launch", (d) => delete members(d).post["x-elb-job"], "add `x-elb-job`"],
  ["job-launch", (d) => (members(d).get["x-elb-job"] = "createMember"), "remove it"],
  [
    "media-type-example",
    (d) => delete members(d).get.responses[200].content["application/json"].examples,
    "Add `examples`",
  ],
  ["default-response", (d) => delete members(d).get.responses.default, "Add `default`"],
  [
    "property-description",
    (d) => delete schemas(d).MemberToAdd.properties.address.description,
    "Describe `address`",
  ],
  ["read-mark", (d) => (schemas(d).MemberList["x-elb-read"] = "array"), '"array" is no read quirk'],
  ["open-enumeration", (d) => schemas(d).Member.properties.status.anyOf.pop(), "`status` is in an answer"],
  [
    "open-enumeration",
    (d) => (schemas(d).Member.properties.status = { type: "string", enum: ["A"], description: "S." }),
    "`status` is in an answer",
  ],
])("elb/%s says how to mend the fault", async (rule, spoil, says) => {
  const output = await lintSpoiled(rule, spoil);
  expect(output).toContain(`elb/${rule}`);
  expect(output).toContain(says);
});
