import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { accessKeyLogin, agencyLogin, passwordLogin } from "../iam.ts";
import { ElbApiError, ElbConfigurationError, ElbNetworkError } from "../index.ts";
import { type fakeIam as FakeIam, fakeIam, projectId } from "../testing/fake-iam.ts";
import { answer, fakeService } from "../testing/fake-service.ts";

const who = { account: "FakeAccount", user: "FakeUser", password: "fake-password" };
const hour = 3_600_000;
const errorOf = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => Promise.reject(new Error("no")),
    (e) => e,
  );
const refusal = answer(401, {
  error: { code: 401, message: "The username or password is wrong.", title: "Unauthorized" },
});

/** An IAM that issues tokens by number. */
function numbered(): ReturnType<typeof FakeIam> {
  let count = 0;
  const iam = fakeIam((): Response => iam.issued(`fake-token-${++count}`)());
  return iam;
}
const tokenOf = async (provider: () => unknown) => ((await provider()) as { token: string }).token;

describe("what is sent", () => {
  it("by passwordLogin", async () => {
    const iam = numbered();
    await passwordLogin({ ...iam.use, ...who })();
    expect(iam.asked).toEqual([
      {
        method: "POST",
        url: "https://iam.cn-north-1.myhuaweicloud.com/v3/auth/tokens?nocatalog=true",
        headers: { "Content-Type": "application/json" },
        body: {
          auth: {
            identity: {
              methods: ["password"],
              password: {
                user: { name: "FakeUser", password: "fake-password", domain: { name: "FakeAccount" } },
              },
            },
            scope: { project: { name: "cn-north-1" } },
          },
        },
      },
    ]);
  });

  it("with a one-time code, asked for each log-in", async () => {
    const iam = numbered();
    const codes = ["111111", "222222"];
    const totp = { userId: "fake-user-id", passcode: async () => codes.shift() ?? "" };
    const provider = passwordLogin({ ...iam.use, ...who, totp });
    await provider();
    await iam.pass(24 * hour);
    await provider();
    const identities = iam.asked.map(({ body }) => (body as { auth: { identity: object } }).auth.identity);
    expect(identities).toMatchObject([
      { methods: ["password", "totp"], totp: { user: { id: "fake-user-id", passcode: "111111" } } },
      { totp: { user: { passcode: "222222" } } },
    ]);
  });

  it("by accessKeyLogin, for a project by id", async () => {
    const iam = numbered();
    await accessKeyLogin({ ...iam.use, ak: "FAKEAK", sk: "fake-secret", projectId: "p" })();
    expect(iam.asked[0]?.body).toEqual({
      auth: {
        identity: {
          methods: ["hw_ak_sk"],
          hw_ak_sk: { access: { key: "FAKEAK" }, secret: { key: "fake-secret" } },
        },
        scope: { project: { id: "p" } },
      },
    });
  });

  it("by agencyLogin, with the token of the caller, which is renewed once if it is refused", async () => {
    const iam = fakeIam(
      () => iam.issued("callers-token")(),
      refusal,
      () => iam.issued("callers-second")(),
      () => iam.issued("agency-token")(),
    );
    const caller = passwordLogin({ ...iam.use, ...who });
    await caller();
    await iam.pass(60_000);
    const provider = agencyLogin({
      ...iam.use,
      agency: "a",
      account: "Other",
      project: "cn-north-1_sub",
      caller,
    });
    expect(await tokenOf(provider)).toBe("agency-token");
    expect(iam.asked.map(({ headers }) => headers["X-Auth-Token"])).toEqual([
      undefined,
      "callers-token",
      undefined,
      "callers-second",
    ]);
    expect(iam.asked[3]?.body).toEqual({
      auth: {
        identity: { methods: ["assume_role"], assume_role: { agency_name: "a", domain_name: "Other" } },
        scope: { project: { name: "cn-north-1_sub" } },
      },
    });
  });

  it.each([
    ["https://iam.example.com:8443/v3", "https://iam.example.com:8443"],
    ["https://iam.example.com/v3/", "https://iam.example.com"],
    ["http://127.0.0.1:4010/iam", "http://127.0.0.1:4010/iam"],
  ])("to the iamEndpoint %s", async (iamEndpoint, base) => {
    const iam = numbered();
    await passwordLogin({ ...iam.use, ...who, iamEndpoint })();
    expect(iam.asked[0]?.url).toBe(`${base}/v3/auth/tokens?nocatalog=true`);
  });
});

describe("a token", () => {
  it("is kept, and shared by those who ask at the same time", async () => {
    const iam = numbered();
    const provider = passwordLogin({ ...iam.use, ...who });
    expect(await Promise.all([tokenOf(provider), tokenOf(provider)])).toEqual([
      "fake-token-1",
      "fake-token-1",
    ]);
    await iam.pass(23 * hour);
    expect(await tokenOf(provider)).toBe("fake-token-1");
    expect(iam.asked).toHaveLength(1);
  });

  it("is renewed 40 minutes before it ends, by the server's clock", async () => {
    const iam = numbered();
    const provider = passwordLogin({ ...iam.use, ...who });
    await provider();
    await iam.pass(24 * hour - 40 * 60_000);
    expect(await Promise.all([tokenOf(provider), tokenOf(provider)])).toEqual([
      "fake-token-2",
      "fake-token-2",
    ]);
    expect(iam.asked).toHaveLength(2);
  });

  it("is used to its end where renewing it fails", async () => {
    const iam = fakeIam(() => iam.issued("first")(), new TypeError("fetch failed"));
    const provider = passwordLogin({ ...iam.use, ...who });
    await provider();
    await iam.pass(23.9 * hour);
    expect(await tokenOf(provider)).toBe("first");
    expect(await tokenOf(provider)).toBe("first");
    expect(iam.asked).toHaveLength(2);
    await iam.pass(0.2 * hour);
    expect(await errorOf(provider() as Promise<unknown>)).toBeInstanceOf(ElbNetworkError);
  });

  it("is renewed once after the service has refused it, by all calls together", async () => {
    const iam = numbered();
    const credentials = passwordLogin({ ...iam.use, ...who });
    await credentials();
    await iam.pass(60_000);
    const { client, sent } = fakeService(
      [(request) => (request.headers["X-Auth-Token"] === "fake-token-1" ? answer(401, {}) : answer(200, []))],
      { credentials },
    );
    await Promise.all([client.listListeners(), client.listListeners(), client.listListeners()]);
    expect(iam.asked).toHaveLength(2);
    expect(sent).toHaveLength(6);
  });

  it("that is refused within a minute of its issue is kept: another one would be, too", async () => {
    const iam = numbered();
    const credentials = passwordLogin({ ...iam.use, ...who });
    const { client, sent } = fakeService([answer(401, {})], { credentials });
    for (let call = 0; call < 5; call++) await errorOf(client.listListeners());
    expect([iam.asked.length, sent.length]).toEqual([1, 5]);
    await iam.pass(60_000);
    await errorOf(client.listListeners());
    expect(iam.asked).toHaveLength(2);
  });

  it("tells the project of a client that was given none", async () => {
    const iam = numbered();
    const credentials = passwordLogin({ ...iam.use, ...who });
    const { client, sent } = fakeService([answer(200, [])], { projectId: undefined, credentials } as never);
    await client.listListeners();
    expect(sent[0]?.url).toContain(`/v1.0/${projectId}/`);
    expect(iam.asked).toHaveLength(1);
  });
});

describe("a failure", () => {
  it("is IAM's own, in its words, and is not tried again for a minute", async () => {
    const iam = fakeIam(refusal, () => iam.issued("fine")());
    const provider = passwordLogin({ ...iam.use, ...who });
    const error = await errorOf(provider() as Promise<unknown>);
    expect(error).toBeInstanceOf(ElbApiError);
    expect(error).toMatchObject({ isAuth: true, operationId: "createToken", status: 401 });
    expect(error.message).toBe(
      "createToken of IAM at iam.cn-north-1.myhuaweicloud.com failed: The username or password is wrong (401, HTTP 401).",
    );
    expect(await errorOf(provider() as Promise<unknown>)).toBe(error);
    expect(iam.asked).toHaveLength(1);
    await iam.pass(60_000);
    expect(await tokenOf(provider)).toBe("fine");
  });

  it("reaches the caller of an operation as it is", async () => {
    const iam = fakeIam(refusal);
    const { client, sent } = fakeService([], { credentials: passwordLogin({ ...iam.use, ...who }) });
    expect(await errorOf(client.listListeners())).toMatchObject({ operationId: "createToken" });
    expect(sent).toHaveLength(0);
  });

  it.each([
    ["without a token", () => answer(201, { token: { expires_at: "2030-01-01T00:00:00.000000Z" } })],
    ["without an end", () => answer(201, { token: {} }, { "X-Subject-Token": "t" })],
    ["that is no JSON", () => answer(201, "<html>")],
    ["that redirects", () => answer(302, "", { location: "https://elsewhere.example.com" })],
  ])("is an answer %s", async (_, reply) => {
    const iam = fakeIam(reply);
    expect(await errorOf(passwordLogin({ ...iam.use, ...who })() as Promise<unknown>)).toBeInstanceOf(
      ElbApiError,
    );
  });

  it("is an IAM that never answers, after half a minute", async () => {
    const iam = fakeIam();
    const fetch = () => new Promise<Response>(() => {});
    const call = passwordLogin({ ...iam.use, ...who, fetch })() as Promise<unknown>;
    expect((await errorOf(iam.clock.drive(call))).message).toBe(
      "No answer to createToken of IAM within 30 s.",
    );
  });
});

describe("secrets", () => {
  const short = { account: "FakeAccount", user: "FakeUser", password: "pw1!" };

  it("stay out of messages, however short, even if IAM repeats them", async () => {
    const iam = fakeIam(answer(400, { error_code: "IAM.0011", error_msg: "bad password pw1! of FakeUser" }));
    const error = await errorOf(passwordLogin({ ...iam.use, ...short })() as Promise<unknown>);
    expect(error.message).toContain("IAM.0011");
    expect(inspect(error, { depth: 9 })).not.toContain("pw1!");
  });

  it.each(["pw1!", 'p"w\\1'])(
    "stay out of messages and causes as %j, however fetch repeats them",
    async (password) => {
      const totp = { userId: "u", passcode: () => "123456" };
      const fetch = async (_: string, { body }: RequestInit): Promise<Response> => {
        throw Object.assign(new TypeError(`failed: ${body}`), { options: { body } });
      };
      const provider = passwordLogin({ ...numbered().use, ...short, password, totp, fetch });
      const error = await errorOf(provider() as Promise<unknown>);
      expect(error).toBeInstanceOf(ElbNetworkError);
      const shown = inspect(error, { depth: 9, showHidden: true });
      for (const secret of [password, JSON.stringify(password).slice(1, -1), "123456"])
        expect(shown).not.toContain(secret);
    },
  );

  it("stay out of messages in the form that JSON has", async () => {
    const password = 'p"w\\1';
    const body = JSON.stringify({ password });
    const iam = fakeIam(answer(400, { error_code: "IAM.0011", error_msg: `bad body ${body}` }));
    const error = await errorOf(passwordLogin({ ...iam.use, ...short, password })() as Promise<unknown>);
    expect(error.message).toContain("no reason given");
  });

  it("stay out of inspect, JSON and copies of providers and credentials", async () => {
    const provider = passwordLogin({ ...numbered().use, ...short });
    const credentials = await provider();
    for (const each of [provider, credentials, { ...credentials }, [credentials]]) {
      const shown = inspect(each, { depth: 9 }) + JSON.stringify(each);
      expect(shown).not.toContain("pw1!");
      expect(shown).not.toContain("fake-token");
    }
    expect(credentials).toHaveProperty("token", "fake-token-1");
  });
});

describe("options that are refused", () => {
  const { use } = numbered();
  const caller = { token: "fake-token" };
  it.each([
    ["no region and no endpoint", () => passwordLogin(who as never), "`region`"],
    ["no password", () => passwordLogin({ ...use, ...who, password: "" }), "`password`"],
    ["an unknown name", () => passwordLogin({ ...use, ...who, domain: "d" } as never), "`domain`"],
    [
      "an endpoint without scheme",
      () => passwordLogin({ ...who, iamEndpoint: "iam.example.com" }),
      "`iamEndpoint`",
    ],
    [
      "a fixed code",
      () => passwordLogin({ ...use, ...who, totp: { userId: "u", passcode: "1" } as never }),
      "`passcode`",
    ],
    [
      "a code without user",
      () => passwordLogin({ ...use, ...who, totp: { passcode: () => "1" } as never }),
      "`userId`",
    ],
    ["no project", () => passwordLogin({ ...who, iamEndpoint: "https://iam.example.com" }), "`projectId`"],
    ["no secret key", () => accessKeyLogin({ ...use, ak: "FAKEAK" } as never), "`sk`"],
    ["no account", () => agencyLogin({ ...use, agency: "a", caller }), "`account`"],
    ["no caller", () => agencyLogin({ ...use, agency: "a", account: "o" } as never), "credentials"],
  ])("%s", (_, make, named) => {
    expect(make).toThrow(ElbConfigurationError);
    expect(make).toThrow(named);
  });

  it("a caller with an access key, when it is asked", async () => {
    const provider = agencyLogin({
      ...use,
      agency: "a",
      account: "o",
      caller: { ak: "FAKEAK", sk: "fake-secret" },
    });
    expect(await errorOf(provider() as Promise<unknown>)).toBeInstanceOf(ElbConfigurationError);
  });
});
