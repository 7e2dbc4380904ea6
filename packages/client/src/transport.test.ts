import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { type Credentials, ElbApiError, ElbArgumentError } from "./index.ts";
import { credentialScope } from "./signing.ts";
import { answer, fakeService, keys, type Sent, token } from "./testing/fake-service.ts";

const expired = (serverTime: string) =>
  answer(401, {
    error_code: "APIGW.0301",
    error_msg: `Incorrect IAM authentication information: calc aksk signature fail:signature expired, signature time:20200608T023900Z,server time:${serverTime}`,
  });
const done = answer(200, []);
const dates = (sent: Sent[]) => sent.map(({ headers }) => headers["X-Sdk-Date"]);
const errorOf = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => Promise.reject(new Error("no")),
    (e) => e,
  );

describe("a clock that is off", () => {
  it("is corrected from the message, once, and stays corrected", async () => {
    const { client, sent } = fakeService([expired("20200608T033900Z"), done], { credentials: keys });
    await client.listListeners();
    await client.listListeners();
    expect(dates(sent)).toEqual(["20200608T023900Z", "20200608T033900Z", "20200608T033900Z"]);
  });

  it("is corrected from the Date header where the message has no time", async () => {
    const body = { error_code: "APIG.0303", error_msg: "signature expired" };
    const refused = answer(401, body, { date: "Mon, 08 Jun 2020 01:00:00 GMT" });
    const { client, sent } = fakeService([refused, done], { credentials: keys });
    await client.listListeners();
    expect(dates(sent)).toEqual(["20200608T023900Z", "20200608T010000Z"]);
  });

  it("is given up on when the corrected time is refused as well", async () => {
    const { client, sent } = fakeService([expired("20200608T033900Z")], { credentials: keys });
    expect(await errorOf(client.listListeners())).toMatchObject({ code: "APIGW.0301", isAuth: true });
    expect(sent).toHaveLength(2);
  });

  it.each([
    ["the clocks agree", expired("20200608T024000Z")],
    ["nobody tells the time", answer(401, { error_code: "APIGW.0301", error_msg: "signature expired" })],
    [
      "the code says something else",
      answer(
        401,
        { error_code: "APIGW.0305", error_msg: "signature expired" },
        { date: "Mon, 08 Jun 2020 01:00:00 GMT" },
      ),
    ],
    [
      "the answer is no gateway's",
      answer(401, "signature expired", { date: "Mon, 08 Jun 2020 01:00:00 GMT" }),
    ],
  ])("is not the reason where %s: nothing is repeated", async (_, refused) => {
    const { client, sent } = fakeService([refused], { credentials: keys });
    expect(await errorOf(client.listListeners())).toBeInstanceOf(ElbApiError);
    expect(sent).toHaveLength(1);
  });
});

describe("a refused signature", () => {
  const refused = (change: (echo: string) => string) => (sent: Sent) => {
    const url = new URL(sent.url);
    const names = "content-type;host;x-project-id;x-sdk-date";
    const { "X-Project-Id": project, "X-Sdk-Date": date } = sent.headers;
    const echo = `${sent.method}|${url.pathname}/|${url.search.slice(1)}|content-type:application/json|host:${url.host}|x-project-id:${project}|x-sdk-date:${date}||${names}|e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855`;
    return answer(401, {
      error_code: "APIGW.0301",
      error_msg: `verify aksk signature fail, canonicalRequest:${change(echo)}`,
    });
  };

  it.each([
    [
      "the host",
      (echo: string) => echo.replace("elb.example.com", "10.0.0.9"),
      "saw: host (signed: elb.example.com, seen: 10.0.0.9).",
    ],
    ["the path", (echo: string) => echo.replace("/v1.0", "/SECRETPATH"), "saw: path."],
    ["a header", (echo: string) => echo.replace("application/json", "SECRETVALUE"), "saw: headers."],
    ["nothing", (echo: string) => echo, "the secret key is another"],
  ])("says that %s differs, and is not repeated", async (_, change, said) => {
    const { client, sent } = fakeService([refused(change)], { credentials: keys });
    const error = await errorOf(client.listListeners());
    expect(error.message).toContain(said);
    expect(inspect(error)).not.toMatch(/SECRET|e3b0c442|x-sdk-date/);
    expect(sent).toHaveLength(1);
  });
});

describe("other ways to sign", () => {
  it("are taken from the credentials", async () => {
    const algorithm = credentialScope({ region: "eu-de", service: "elb" });
    const { client, sent } = fakeService([done], { credentials: { ...keys, algorithm } });
    await client.listListeners();
    expect(sent[0]?.headers.Authorization).toContain("/20200608/eu-de/elb/sdk_request, ");
  });

  it("sign for the host behind a proxy", async () => {
    const authorization = async (options: object) => {
      const { client, sent } = fakeService([done], { credentials: keys, ...options });
      await client.listListeners();
      expect(sent[0]?.headers).not.toHaveProperty("Host");
      return sent[0]?.headers.Authorization;
    };
    const direct = await authorization({ endpoint: "https://gateway.example.com" });
    expect(await authorization({ signingHost: "gateway.example.com" })).toBe(direct);
    expect(await authorization({})).not.toBe(direct);
  });

  it("refuse a payload over 12 MB before anything is sent, which a token may have", async () => {
    const args = { listener_id: "l", body: [{ server_id: "s", address: "x".repeat(12 * 1024 * 1024) }] };
    const signed = fakeService([done], { credentials: keys });
    expect(await errorOf(signed.client.addMembers(args))).toBeInstanceOf(ElbArgumentError);
    expect(signed.sent).toHaveLength(0);
    const { client, sent } = fakeService([answer(200, { job_id: "j", uri: "/" })]);
    await client.addMembers(args);
    expect(sent).toHaveLength(1);
  });
});

describe("a refused token", () => {
  const refusals: [string, Response][] = [
    ["a 401", answer(401, { error: { code: "ELB.1102", message: "m" } })],
    ["the gateway's 0307", answer(403, { error_code: "APIG.0307", error_msg: "The token must be updated" })],
  ];
  const provider = (...tokens: string[]) => {
    const refused: Credentials[] = [];
    const next = () => ({ token: tokens.length > 1 ? (tokens.shift() as string) : (tokens[0] as string) });
    return {
      refused,
      provider: Object.assign(next, { refused: (each: Credentials) => void refused.push(each) }),
    };
  };

  it.each(refusals)("is renewed after %s, and the request repeated", async (_, refusal) => {
    const { provider: credentials, refused } = provider("first-token", "second-token");
    const { client, sent } = fakeService([refusal, done], { credentials });
    expect(await client.listListeners()).toEqual([]);
    expect(sent.map(({ headers }) => headers["X-Auth-Token"])).toEqual(["first-token", "second-token"]);
    expect(refused).toEqual([{ token: "first-token" }]);
  });

  it("is renewed once only", async () => {
    const { provider: credentials } = provider("first-token", "second-token", "third-token");
    const { client, sent } = fakeService([refusals[0]![1]], { credentials });
    expect(await errorOf(client.listListeners())).toMatchObject({ status: 401 });
    expect(sent).toHaveLength(2);
  });

  it.each([
    ["the provider has no other", provider("same-token").provider],
    ["it is no provider's", { token }],
  ])("is final where %s", async (_, credentials) => {
    const { client, sent } = fakeService([refusals[0]![1]], { credentials });
    expect(await errorOf(client.listListeners())).toMatchObject({ status: 401 });
    expect(sent).toHaveLength(1);
  });

  it("is a failure of the provider's where that cannot hear of it", async () => {
    const credentials = Object.assign(() => ({ token: "first-token" }), {
      refused: () => {
        throw new TypeError("boom");
      },
    });
    const { client } = fakeService([refusals[0]![1]], { credentials });
    const error = await errorOf(client.listListeners());
    expect(error).toMatchObject({ name: "ElbConfigurationError", cause: { message: "boom" } });
  });

  it("is not what a 403 of another kind says", async () => {
    const { provider: credentials } = provider("first-token", "second-token");
    const { client, sent } = fakeService([answer(403, { error_code: "APIGW.0802", error_msg: "m" })], {
      credentials,
    });
    expect(await errorOf(client.listListeners())).toMatchObject({ status: 403 });
    expect(sent).toHaveLength(1);
  });
});

describe("a project that the credentials know", () => {
  it("stands in for one that the client was not given", async () => {
    const credentials = Object.assign(() => keys, { projectId: async () => "known" });
    const { client, sent } = fakeService(
      [done, answer(200, { job_id: "j", uri: "/" }), answer(200, { status: "SUCCESS" }), done],
      {
        projectId: undefined,
        credentials,
      } as never,
    );
    await client.listListeners();
    const job = await client.addMembers({ listener_id: "l", body: [{ server_id: "s", address: "a" }] });
    await job.step();
    expect(sent.map(({ url }) => url.split("/")[4])).toEqual(["known", "known", "known"]);
    expect(sent[0]?.headers["X-Project-Id"]).toBe("known");
    await client.listListeners({ project_id: "other" });
    expect(sent[3]?.url).toContain("/v1.0/other/");
  });

  it("is not looked up for arguments that cannot be sent", async () => {
    const credentials = Object.assign(() => keys, { projectId: () => Promise.reject(new Error("asked")) });
    const { client } = fakeService([done], { projectId: undefined, credentials } as never);
    expect(await errorOf(client.getListener({ listener_id: "" }))).toBeInstanceOf(ElbArgumentError);
    expect(() => client.resumeJob("a/b")).toThrow(ElbArgumentError);
  });
});
