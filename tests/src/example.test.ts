/** The example end to end, as `npm start` runs it: the command of the emulator, and a client in another process. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runExample, seeded, startSeededEmulator } from "./support/example.ts";
import type { Server } from "./support/processes.ts";

let emulator: Server;
beforeAll(async () => {
  emulator = await startSeededEmulator("--job-seconds", "1");
});
afterAll(() => emulator.stop());

test("members are added by a signed request, the job is followed, the members are listed", async () => {
  const { code, stdout, stderr } = await runExample(emulator.url);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toContain(
    `→ POST /v1.0/${seeded.projectId}/elbaas/listeners/${seeded.listenerId}/members  (addMembers)`,
  );
  expect(stdout).toMatch(/createMember [0-9a-f]{32}: SUCCESS/);
  expect(stdout).toMatch(/[0-9a-f]{32} {2}172\.16\.0\.31 +ACTIVE/);
  expect(stdout).toMatch(/[0-9a-f]{32} {2}172\.16\.0\.16 +ACTIVE/);
});

describe("what goes wrong is said in one sentence", () => {
  test.each([
    ["no endpoint", { ELB_ENDPOINT: "" }, /Set ELB_ENDPOINT/],
    ["an endpoint without scheme", { ELB_ENDPOINT: "elb.example.com" }, /endpoint/],
    ["no project id", { HUAWEICLOUD_SDK_PROJECT_ID: undefined }, /Set HUAWEICLOUD_SDK_PROJECT_ID/],
    ["an unknown access key", { HUAWEICLOUD_SDK_AK: "NOTANACCESSKEY000000" }, /APIGW\.0301/],
    ["a wrong secret key", { HUAWEICLOUD_SDK_SK: "not-the-secret" }, /APIGW\.0301/],
    ["an unknown listener", { ELB_LISTENER_ID: "00000000000000000000000000000000" }, /ELB\.2011/],
    ["nobody at the endpoint", { ELB_ENDPOINT: "http://127.0.0.1:9" }, /127\.0\.0\.1:9/],
  ])("%s", async (_, env, says) => {
    const { code, stderr } = await runExample(emulator.url, env);
    expect(code).toBe(1);
    expect(stderr).toMatch(says);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).not.toContain("not-the-secret");
    expect(stderr).not.toContain(seeded.accessKey.sk);
  });

  test("a region that does not offer the API is not called a missing resource", async () => {
    const { code, stderr } = await runExample(`${emulator.url}/no-such-api`);
    expect(code).toBe(1);
    expect(stderr).toMatch(/does not offer/);
    expect(stderr).not.toMatch(/not found/i);
  });
});
