import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { type AccessKeys, ElbConfigurationError, type TokenCredentials } from "../index.ts";
import { type DefaultCredentials, defaultCredentials } from "../node.ts";
import { fakeIam, iamTime } from "../testing/fake-iam.ts";
import { answer, fakeService } from "../testing/fake-service.ts";

const folder = mkdtempSync(join(tmpdir(), "credentials-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const file = (text: string): string => {
  const path = join(folder, `file-${++count}`);
  writeFileSync(path, text);
  return path;
};
const nothing = file("");

/** The parts of the credentials that a chain without a cloud server around it ends at. */
async function found(env: Record<string, string>, options: DefaultCredentials = {}) {
  const provider = defaultCredentials({ env, credentialsFile: nothing, metadataUrl: false, ...options });
  const { token, ak, sk, securityToken } = (await provider()) as Partial<AccessKeys & TokenCredentials>;
  return { token, ak, sk, securityToken };
}

const own = { ELB_AK: "OWNAK", ELB_SK: "own-secret" };
const vendor = { HUAWEICLOUD_SDK_AK: "VENDORAK", HUAWEICLOUD_SDK_SK: "vendor-secret" };

describe("the environment", () => {
  it.each([
    ["an own token", { ELB_TOKEN: "own-token", ...vendor }, { token: "own-token" }],
    ["own keys before the vendor's", { ...vendor, ...own }, { ak: "OWNAK", sk: "own-secret" }],
    ["the vendor's keys", vendor, { ak: "VENDORAK", sk: "vendor-secret" }],
    [
      "own temporary keys",
      { ...own, ELB_SECURITY_TOKEN: "t" },
      { ak: "OWNAK", sk: "own-secret", securityToken: "t" },
    ],
    [
      "the vendor's temporary keys, empty variables left out",
      { ELB_AK: "", ...vendor, HUAWEICLOUD_SDK_SECURITY_TOKEN: "t" },
      { ak: "VENDORAK", sk: "vendor-secret", securityToken: "t" },
    ],
  ])("gives %s", async (_, env, expected) => expect(await found(env as never)).toEqual(expected));

  it.each([
    [{ ELB_AK: "OWNAK", ...vendor }, "ELB_AK without ELB_SK"],
    [{ HUAWEICLOUD_SDK_SK: "vendor-secret" }, "HUAWEICLOUD_SDK_SK without HUAWEICLOUD_SDK_AK"],
    [{ ELB_TOKEN: "own-token", ...own }, "both ELB_TOKEN"],
  ])("with a half is an error that names it: %o", async (env, said) => {
    const error = await found(env as never).catch((e) => e);
    expect(error).toBeInstanceOf(ElbConfigurationError);
    expect(error.message).toContain(said);
    expect(inspect(error)).not.toMatch(/OWNAK|secret|own-token/);
  });
});

describe("the credentials file", () => {
  const text = [
    "# comment",
    "[global]",
    "ak = OTHER",
    "[basic]",
    " AK : FILEAK ",
    "; sk = commented",
    "sk=file=secret",
    "project_id = file-project",
    "[other]",
    "sk = other",
  ].join("\r\n");
  const expected = { ak: "FILEAK", sk: "file=secret" };

  it("is read where the environment has nothing, its section [basic] alone", async () => {
    const credentialsFile = file(text);
    expect(await found({}, { credentialsFile })).toEqual(expected);
    expect(await found(vendor, { credentialsFile })).toMatchObject({ ak: "VENDORAK" });
  });

  it("can be named by the vendor's variable", async () => {
    const provider = defaultCredentials({
      env: { HUAWEICLOUD_SDK_CREDENTIALS_FILE: file(text) },
      metadataUrl: false,
    });
    expect(await provider()).toHaveProperty("ak", "FILEAK");
    expect(await provider.projectId()).toBe("file-project");
  });

  it.each([
    ["that is named has to exist", join(folder, "missing"), "cannot be read (ENOENT)"],
    ["with half of a key is an error", file("[basic]\nak = FILEAK"), "ak without sk"],
    ["with nothing of use is passed over", file("[global]\nak = A\nsk = B"), "No credentials were found"],
  ])("%s", async (_, credentialsFile, said) => {
    await expect(found({}, { credentialsFile })).rejects.toThrow(said);
  });
});

describe("the metadata of an instance", () => {
  const keysUntil = (until: number, name = "A") =>
    answer(200, {
      credential: {
        access: name,
        secret: "fake-secret",
        securitytoken: "fake-token",
        expires_at: iamTime(until),
      },
    });
  const chain = (iam: ReturnType<typeof fakeIam>, options: DefaultCredentials = {}) =>
    defaultCredentials({
      env: {},
      credentialsFile: nothing,
      fetch: iam.use.fetch,
      clock: iam.clock,
      ...options,
    });

  it("gives temporary keys, with a token of its own, and new ones before they end", async () => {
    const start = fakeIam().clock.now();
    const hour = 3_600_000;
    const iam = fakeIam(
      answer(200, "metadata-token"),
      keysUntil(start + 10 * hour),
      answer(200, "metadata-token"),
      keysUntil(start + 20 * hour, "B"),
    );
    const provider = chain(iam);
    expect(await Promise.all([provider(), provider()])).toMatchObject([{}, {}]);
    expect(await provider()).toHaveProperty("ak", "A");
    expect(iam.asked).toMatchObject([
      {
        method: "PUT",
        url: "http://169.254.169.254/meta-data/latest/api/token",
        headers: { "X-Metadata-Token-Ttl-Seconds": "21600" },
      },
      {
        method: "GET",
        url: "http://169.254.169.254/openstack/latest/securitykey",
        headers: { "X-Metadata-Token": "metadata-token" },
      },
    ]);
    await iam.pass(9.5 * hour);
    expect(await provider()).toHaveProperty("ak", "B");
    expect(iam.asked).toHaveLength(4);
  });

  it("is asked without a token where it knows none, at another address", async () => {
    const iam = fakeIam(answer(404, ""), keysUntil(Date.UTC(2030, 0)));
    expect(await chain(iam, { metadataUrl: "http://127.0.0.1:8080/" })()).toHaveProperty(
      "securityToken",
      "fake-token",
    );
    expect(iam.asked[1]).toMatchObject({
      url: "http://127.0.0.1:8080/openstack/latest/securitykey",
      headers: {},
    });
  });

  it.each([
    ["does not answer", [new TypeError("fetch failed")], "did not answer"],
    ["refuses a token", [answer(500, "")], "gives no token (HTTP 500)"],
    ["has no agency", [answer(404, ""), answer(401, "Please configure")], "no usable keys (HTTP 401)"],
    ["talks nonsense", [answer(404, ""), answer(200, "<html>")], "no usable keys (HTTP 200)"],
  ])("that %s ends the chain with a clear sentence", async (_, replies, said) => {
    const error = await Promise.resolve(chain(fakeIam(...replies))()).catch((e) => e);
    expect(error).toBeInstanceOf(ElbConfigurationError);
    expect(error.message).toContain("or in the metadata");
    expect(error.cause.message).toContain(said);
  });

  it("is given up on after a second", async () => {
    const iam = fakeIam();
    const provider = chain(iam, { fetch: () => new Promise(() => {}) });
    const call = Promise.resolve(provider()).catch((e) => e);
    // Reading the file takes turns of the event loop that the clock does not know of.
    while (iam.clock.pending === 0) await new Promise(setImmediate);
    const error = await iam.clock.drive(call);
    expect(error.cause.message).toContain("within 1 s");
  });
});

describe("the project", () => {
  const base = { credentialsFile: nothing, metadataUrl: false } as const;

  it.each([
    [{ ...own, ELB_PROJECT_ID: "own-project" }, "own-project"],
    [{ ...vendor, HUAWEICLOUD_SDK_PROJECT_ID: "vendor-project" }, "vendor-project"],
  ])("stands beside the credentials", async (env, expected) => {
    const credentials = defaultCredentials({ ...base, env: env as never });
    const { client, sent } = fakeService([answer(200, [])], { projectId: undefined, credentials } as never);
    await client.listListeners();
    expect(sent[0]?.url).toContain(`/v1.0/${expected}/`);
  });

  it("is looked up once by the region's name, at the IAM that stands beside the credentials", async () => {
    const iam = fakeIam(answer(200, { projects: [{ id: "looked-up", name: "cn-north-1" }] }));
    const env = { ...own, ELB_IAM_ENDPOINT: "https://iam.example.com" };
    const provider = defaultCredentials({ ...base, ...iam.use, env });
    expect(await Promise.all([provider.projectId(), provider.projectId()])).toEqual([
      "looked-up",
      "looked-up",
    ]);
    expect(iam.asked.map(({ url }) => url)).toEqual(["https://iam.example.com/v3/projects?name=cn-north-1"]);
  });

  it("is a clear failure where nothing tells it", async () => {
    await expect(defaultCredentials({ ...base, env: own }).projectId()).rejects.toThrow("ELB_PROJECT_ID");
  });
});

describe("options that are refused", () => {
  it.each([
    [{ regions: "r" }, "`regions`"],
    [{ metadataTimeout: 0 }, "`metadataTimeout`"],
    [{ iamEndpoint: "iam.example.com" }, "`iamEndpoint`"],
    [{ metadataUrl: "foo" }, "`metadataUrl`"],
    [{ metadataUrl: "" }, "`metadataUrl`"],
    [{ metadataUrl: true }, "`metadataUrl`"],
  ])("%j", (options, named) => expect(() => defaultCredentials(options as never)).toThrow(named));
});
