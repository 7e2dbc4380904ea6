import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { temporaryKeys } from "../iam.ts";
import { ElbApiError, ElbConfigurationError } from "../index.ts";
import { fakeIam } from "../testing/fake-iam.ts";
import { answer, fakeService } from "../testing/fake-service.ts";

const caller = { token: "callers-token" };

describe("temporary keys", () => {
  it("are asked for with the caller's token, and sign requests", async () => {
    const iam = fakeIam(() => iam.keysFor("ONE", 21_600)());
    const credentials = temporaryKeys({ ...iam.use, caller });
    const { client, sent } = fakeService([answer(200, [])], { credentials });
    await client.listListeners();
    expect(iam.asked).toMatchObject([
      {
        method: "POST",
        url: "https://iam.cn-north-1.myhuaweicloud.com/v3.0/OS-CREDENTIAL/securitytokens",
        headers: { "X-Auth-Token": "callers-token" },
        body: { auth: { identity: { methods: ["token"], token: { duration_seconds: 21_600 } } } },
      },
    ]);
    expect(sent[0]?.headers["X-Security-Token"]).toBe("fake-token-ONE");
    expect(sent[0]?.headers.Authorization).toContain("Access=FAKEONE");
  });

  it.each([
    [21_600, 40 * 60],
    [900, 180],
  ])("of %d s are renewed %d s before they end", async (duration, margin) => {
    const iam = fakeIam(
      () => iam.keysFor("ONE", duration)(),
      () => iam.keysFor("TWO", duration)(),
    );
    const provider = temporaryKeys({ ...iam.use, caller, duration });
    await provider();
    await iam.pass((duration - margin) * 1000 - 1);
    expect(await provider()).toHaveProperty("ak", "FAKEONE");
    await iam.pass(1);
    expect(await provider()).toHaveProperty("ak", "FAKETWO");
  });

  it("stay out of inspect and JSON", async () => {
    const iam = fakeIam(() => iam.keysFor("ONE", 900)());
    const keys = await temporaryKeys({ ...iam.use, caller })();
    expect(inspect(keys) + JSON.stringify(keys)).not.toMatch(/ONE/);
  });

  it("know the project that their caller knows", async () => {
    const { use } = fakeIam();
    const known = Object.assign(() => caller, { projectId: async () => "known" });
    expect(await temporaryKeys({ ...use, caller: known }).projectId()).toBe("known");
    await expect(temporaryKeys({ ...use, caller }).projectId()).rejects.toThrow(ElbConfigurationError);
  });

  it("are an error where the answer holds none", async () => {
    const iam = fakeIam(answer(201, { credential: { access: "FAKE" } }));
    await expect(temporaryKeys({ ...iam.use, caller })()).rejects.toThrow(ElbApiError);
  });

  it.each([0, 1.5, "900"])("cannot last %j seconds", (duration) => {
    expect(() => temporaryKeys({ ...fakeIam().use, caller, duration } as never)).toThrow("`duration`");
  });
});
