import { inspect } from "node:util";
import { operations } from "@elb-classic/spec/operations";
import { describe, expect, it } from "vitest";
import {
  ApiUnavailableError,
  type CatalogueEntry,
  ElbAbortError,
  ElbApiError,
  ElbArgumentError,
  ElbConfigurationError,
  ElbNetworkError,
  ElbTimeoutError,
  type ErrorCatalogue,
  OutcomeUnknownError,
  type ResponseEvent,
} from "./index.ts";
import { signRequest } from "./signing.ts";
import { answer, fakeService, keys, projectId, type Sent, token } from "./testing/fake-service.ts";

const listenerId = "248425d7b97dc26920eb23720115e068";
const jobId = "4010b39b4fd3d5ff014fd3ec3ed8002d";
const server = { server_id: "dbecb618-2259-405f-ab17-9b68c4f541b0", address: "172.16.0.31" };
const launched = answer(200, { uri: `/v1/${projectId}/jobs/${jobId}`, job_id: jobId });

/** The error that a promise must reject with. */
const errorOf = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => Promise.reject(new Error("It should have failed.")),
    (error: Error) => error,
  );

describe("a call", () => {
  it("has a method for every operation", () => {
    const { client } = fakeService([]);
    for (const id of Object.keys(operations)) expect(client).toHaveProperty(id, expect.any(Function));
  });

  it("lays its argument out over path, query and payload", async () => {
    const { client, sent } = fakeService([launched, answer(200, [])]);
    await client.addMembers({ listener_id: listenerId, body: [server] });
    await client.listMembers({ listener_id: "a b", limit: 2, marker: "x+y&z" });
    expect(sent[0]).toMatchObject({
      method: "POST",
      url: `https://elb.example.com/v1.0/${projectId}/elbaas/listeners/${listenerId}/members`,
      body: JSON.stringify([server]),
    });
    expect(sent[1]?.url).toBe(
      `https://elb.example.com/v1.0/${projectId}/elbaas/listeners/a%20b/members?marker=x%2By%26z&limit=2`,
    );
  });

  it("sends the documented content type on every method, and a payload only where there is one", async () => {
    const { client, sent } = fakeService([answer(200, [])]);
    await client.listListeners({ loadbalancer_id: "lb" });
    expect(sent[0]).toMatchObject({ headers: { "Content-Type": "application/json" } });
    expect(sent[0]).not.toHaveProperty("body");
  });

  it("takes another project where it is told to", async () => {
    const { client, sent } = fakeService([answer(200, [])], { credentials: keys });
    await client.listListeners({ project_id: "other" });
    expect(sent[0]?.url).toContain("/v1.0/other/");
    expect(sent[0]?.headers).toMatchObject({ "X-Project-Id": "other" });
  });

  it("resolves to the body, with quirks absorbed", async () => {
    const { client } = fakeService([answer(200, { loadbalancers: {}, instance_num: "0" })]);
    expect(await client.listLoadBalancers()).toEqual({ loadbalancers: [], instance_num: "0" });
  });

  it("resolves to nothing where the answer has no body", async () => {
    const { client } = fakeService([answer(204)]);
    expect(await client.deleteListener({ listener_id: listenerId })).toBeUndefined();
  });

  it("needs no project where the operation has none", async () => {
    const { client, sent } = fakeService([answer(200, { versions: [] }), answer(200, { version: {} })]);
    expect(await client.listApiVersions()).toEqual({ versions: [] });
    await client.getApiVersion({ api_version: "v1.0" });
    expect(sent.map(({ url }) => url)).toEqual(["https://elb.example.com/", "https://elb.example.com/v1.0"]);
  });

  it("leaves no timer behind", async () => {
    const { client, clock } = fakeService([answer(200, [])]);
    await client.listListeners();
    expect(clock.pending).toBe(0);
  });
});

describe("credentials", () => {
  it("sends a token", async () => {
    const { client, sent } = fakeService([answer(200, [])]);
    await client.listListeners();
    expect(sent[0]?.headers).toEqual({ "Content-Type": "application/json", "X-Auth-Token": token });
  });

  it("signs what it sends, and only headers that nothing rewrites", async () => {
    const { client, sent } = fakeService([launched], {
      credentials: { ...keys, securityToken: "temporary" },
    });
    await client.addMembers({ listener_id: listenerId, body: [server] });
    const { method, url, body, headers } = sent[0]!;
    expect(headers.Authorization).toContain(
      "SignedHeaders=content-type;host;x-project-id;x-sdk-date;x-security-token,",
    );
    const again = signRequest({ method, url, headers, body: body as string }, keys).headers;
    expect(headers).toEqual(again);
    expect(JSON.stringify(headers)).not.toContain(keys.sk);
  });

  it("signs, where a provider leaves the token undefined", async () => {
    const held = { ...keys, token: undefined };
    const { client, sent } = fakeService([answer(200, [])], { credentials: () => held as typeof keys });
    await client.listListeners();
    expect(sent[0]?.headers).toHaveProperty("Authorization");
    expect(sent[0]?.headers).not.toHaveProperty("X-Auth-Token");
  });

  it("asks a provider before each request", async () => {
    const tokens = ["first", "second"];
    const { client, sent } = fakeService([answer(200, [])], {
      credentials: async () => ({ token: tokens.shift() ?? "" }),
    });
    await client.listListeners();
    await client.listListeners();
    expect(sent.map((each) => each.headers["X-Auth-Token"])).toEqual(["first", "second"]);
  });

  it.each([
    ["fails", () => Promise.reject(new Error("no network"))],
    ["returns nothing", () => undefined as never],
    ["returns a malformed token", () => ({ token: "a b" })],
    ["misspells a name", () => ({ ...keys, securitytoken: "temporary" })],
  ])("sends nothing when a provider %s", async (_, credentials) => {
    const { client, sent } = fakeService([answer(200, [])], { credentials });
    expect(await errorOf(client.listListeners())).toBeInstanceOf(ElbConfigurationError);
    expect(sent).toHaveLength(0);
  });
});

describe("arguments that are refused before anything is sent", () => {
  const { client, sent } = fakeService([answer(200, {})]);
  const anything = client as unknown as Record<
    string,
    (args?: unknown, options?: unknown) => Promise<unknown>
  >;
  it.each([
    ["a missing path parameter", "getListener", {}, "getListener needs the argument `listener_id`"],
    ["no argument", "getListener", undefined, "`listener_id`"],
    ["an empty path parameter", "getListener", { listener_id: "" }, "`listener_id`"],
    ["a slash in a path parameter", "getListener", { listener_id: "a/b" }, "`listener_id`"],
    ["a dot segment", "deleteListener", { listener_id: ".." }, "`listener_id`"],
    ["a path parameter that is no text", "getListener", { listener_id: 5 }, "`listener_id`"],
    ["an empty project id", "listListeners", { project_id: "" }, "`project_id`"],
    ["an unknown name", "getListener", { listenerId }, "`listenerId`; it takes project_id, listener_id"],
    ["a payload where none belongs", "getListener", { listener_id: listenerId, body: {} }, "`body`"],
    ["a missing payload", "addMembers", { listener_id: listenerId }, "`body`"],
    ["a payload that is no JSON", "addMembers", { listener_id: listenerId, body: 1n }, "`body`"],
    ["a query parameter that is an object", "listMembers", { listener_id: listenerId, limit: {} }, "`limit`"],
    ["a project id of null", "listListeners", { project_id: null }, "`project_id`"],
    ["half of a surrogate pair in a path", "getJob", { job_id: "a\ud800" }, "`job_id`"],
    ["half of a surrogate pair in a query", "listListeners", { name: "\udfffb" }, "`name`"],
    ["a bigint", "getJob", { job_id: 10n }, "`job_id` of type bigint"],
    ["a symbol", "getJob", { job_id: Symbol("x") }, "`job_id` of type symbol"],
    ["an object without a prototype", "getJob", { job_id: Object.create(null) }, "`job_id` of type object"],
    ["null in place of the arguments", "getJob", null, "getJob takes its arguments as one object"],
    ["text in place of the arguments", "getJob", jobId, "getJob takes its arguments as one object"],
    ["a project where an operation has none", "listApiVersions", { project_id: "p" }, "it takes none"],
    ["a payload of null", "createListener", { body: null }, "`body`"],
    ["a payload that is text already", "createListener", { body: "{}" }, "an object or a list"],
    ["a payload that is a function", "createListener", { body: () => ({}) }, "an object or a list"],
    ["a payload that JSON makes nothing of", "createListener", { body: { toJSON() {} } }, "written as JSON"],
  ])("%s", async (_, method, args, named) => {
    const error = await errorOf(anything[method]!(args));
    expect(error).toBeInstanceOf(ElbArgumentError);
    expect(error.message).toContain(named);
    expect(sent).toHaveLength(0);
  });

  it.each([
    ...[0, -1, Number.NaN, Number.POSITIVE_INFINITY, "500", null].map((timeout) => ({ timeout })),
    { signal: {} },
    { signal: null },
    { sginal: AbortSignal.abort() },
    null,
  ])("the options %j", async (options) => {
    expect(await errorOf(anything.listListeners!({}, options))).toBeInstanceOf(ElbArgumentError);
    expect(sent).toHaveLength(0);
  });

  it("and nothing else: an undefined value asks for nothing", async () => {
    const { client } = fakeService([answer(200, [])]);
    const args = { name: undefined, misspelt: undefined } as object;
    expect(await client.listListeners(args, { retries: undefined } as object)).toEqual([]);
  });

  it("a signal that is already aborted, without asking for credentials", async () => {
    let asked = 0;
    const { client, sent } = fakeService([answer(200, [])], { credentials: () => ({ token: `${asked++}` }) });
    const error = await errorOf(client.listListeners({}, { signal: AbortSignal.abort("stop") }));
    expect(error).toBeInstanceOf(ElbAbortError);
    expect(error).toMatchObject({ message: "listListeners was stopped by its signal.", cause: "stop" });
    expect([asked, sent.length]).toEqual([0, 0]);
  });
});

describe("an error answer", () => {
  it("becomes an error that says operation, reason, code, status and request id", async () => {
    const { client } = fakeService([
      answer(
        400,
        { error: { message: "Listener port is repeated.", code: "ELB.6101" } },
        { "X-Request-Id": "r1" },
      ),
    ]);
    const error = await errorOf(client.listListeners());
    expect(error).toBeInstanceOf(ElbApiError);
    expect(error.stack).toContain(`ElbApiError: ${error.message}`);
    expect(error).toMatchObject({
      name: "ElbApiError",
      message: "listListeners failed: Listener port is repeated (ELB.6101, HTTP 400, request r1).",
      operationId: "listListeners",
      status: 400,
      code: "ELB.6101",
      requestId: "r1",
    });
  });

  it("names the ids that the call was about", async () => {
    const { client } = fakeService([answer(503, { error: { message: "does not exist", code: "ELB.6002" } })]);
    const error = (await errorOf(client.deleteListener({ listener_id: listenerId }))) as ElbApiError;
    expect(error.message).toBe(
      `deleteListener (listener_id ${listenerId}) failed: does not exist (ELB.6002, HTTP 503).`,
    );
    expect(error.isNotFound).toBe(true);
  });

  it("says that an endpoint does not offer the API, and never that something was not found", async () => {
    const { client } = fakeService([
      answer(404, { error_msg: "The API does not exist.", error_code: "APIG.0101", request_id: "r2" }),
    ]);
    const error = (await errorOf(client.listLoadBalancers())) as ElbApiError;
    expect(error).toBeInstanceOf(ApiUnavailableError);
    expect(error.message).toBe(
      "elb.example.com does not offer the classic ELB API (listLoadBalancers: APIG.0101, HTTP 404, request r2):" +
        " choose another region or endpoint, since many no longer do.",
    );
    expect([error.isApiUnavailable, error.isNotFound]).toEqual([true, false]);
  });

  it("keeps keys and the echoed request out of message, inspection and JSON", async () => {
    const echo = `verify aksk signature fail, canonicalRequest:GET|/v1.0/||host:x|x-security-token:temporary||h|e3`;
    for (const error_msg of [echo, `ak ${keys.ak} not exist`, "token temporary is bad"]) {
      const { client } = fakeService([answer(401, { error_msg, error_code: "APIGW.0301" })], {
        credentials: { ...keys, securityToken: "temporary" },
      });
      const error = await errorOf(client.listListeners());
      const everything =
        inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error) + error.message;
      for (const secret of [keys.ak, keys.sk, "temporary", "host:x"])
        expect(everything).not.toContain(secret);
      expect(error.message).toContain("lock the key for 5 minutes");
    }
  });

  it("keeps secrets out of code and request id as well", async () => {
    const { client } = fakeService([
      answer(401, { error_msg: "m", error_code: `bad ${token}`, request_id: `r ${token}` }),
      answer(400, { error_msg: "m", error_code: "X.1" }, { "x-request-id": token }),
    ]);
    for (const known of [
      { code: "bad ***", requestId: "r ***" },
      { code: "X.1", requestId: "***" },
    ]) {
      const error = await errorOf(client.listListeners());
      expect(error).toMatchObject(known);
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(token);
    }
  });

  it("is a sentence even if all that was said is the echo", async () => {
    const { client } = fakeService([
      answer(401, { error_code: "APIGW.0301", error_msg: "CanonicalRequest: GET|/|x-auth-token:t" }),
    ]);
    expect((await errorOf(client.listListeners())).message).toMatch(
      /^listListeners failed: no reason given \(/,
    );
  });

  it("is short, however much was said, and made in no time", async () => {
    for (const filler of [" ", ".", "y"]) {
      const long = `a${filler.repeat(60_000)}b`;
      const { client } = fakeService([answer(400, { error_code: long, error_msg: long, request_id: long })]);
      const started = performance.now();
      expect((await errorOf(client.listListeners())).message.length).toBeLessThan(3_200);
      expect(performance.now() - started).toBeLessThan(1_000);
    }
  });

  it("hints at the token where one was used", async () => {
    const { client } = fakeService([answer(401, { error_msg: "token expires", error_code: "APIGW.0307" })]);
    expect((await errorOf(client.listListeners())).message).toContain("Check that the token");
  });

  it.each([
    [502, "<html>Bad Gateway</html>", "HTML page"],
    [500, "", "no body"],
    [500, '{"error": {"mess', "cut off"],
    [302, "", "redirects"],
  ])("of status %i and body %j is typed all the same", async (status, body, said) => {
    const { client } = fakeService([answer(status, body)]);
    const error = await errorOf(client.listListeners());
    expect(error).toBeInstanceOf(ElbApiError);
    expect(error.message).toContain(said);
    expect(error).toMatchObject({ status, code: undefined });
  });

  it.each(["", '[{"id": ', "<html>"])("of status 200 with the body %j is an error too", async (body) => {
    const { client } = fakeService([answer(200, body)]);
    expect(await errorOf(client.listListeners())).toMatchObject({ name: "ElbApiError", status: 200 });
  });

  it.each([[{}], [{ job_id: 5 }], [{ job_id: "a/b" }], [{ job_id: "" }]])(
    "of a launch with the body %j says that the change was accepted",
    async (body) => {
      const { client } = fakeService([answer(200, body, { "x-request-id": "r1" })]);
      const error = await errorOf(client.addMembers({ listener_id: listenerId, body: [server] }));
      expect(error).toBeInstanceOf(OutcomeUnknownError);
      expect(error.cause).toBeInstanceOf(ElbApiError);
      expect((error.cause as Error).message).toBe(
        `addMembers (listener_id ${listenerId}) was accepted, but its job cannot be followed: ` +
          "the answer holds no usable `job_id` (HTTP 200, request r1).",
      );
    },
  );

  it("of a launch that holds an error code is that error, whatever the status", async () => {
    const { client } = fakeService([answer(200, { code: "ELB.0002", message: "Request is null." })]);
    const error = await errorOf(client.deleteLoadBalancer({ loadbalancer_id: "lb" }));
    expect(error.message).toBe(
      "deleteLoadBalancer (loadbalancer_id lb) failed: Request is null (ELB.0002, HTTP 200).",
    );
  });

  it.each(["null", '"text"', "5"])("of status 200 with the JSON %s is an error too", async (body) => {
    const { client } = fakeService([answer(200, body)]);
    expect((await errorOf(client.getJob({ job_id: jobId }))).message).toContain(
      "the answer is not an object",
    );
  });
});

describe("a good answer", () => {
  it("comes with its status, headers and attempts where they are asked for, and is sent for once", async () => {
    const { client, sent } = fakeService([answer(200, [], { "x-request-id": "r1", "x-other": "o" })]);
    const call = client.listListeners();
    const { data, status, requestId, attempts, headers } = await call.withResponse();
    expect({ data, status, requestId, attempts }).toEqual({
      data: [],
      status: 200,
      requestId: "r1",
      attempts: 1,
    });
    expect(headers.get("x-other")).toBe("o");
    expect(await call).toBe(data);
    expect(sent).toHaveLength(1);
  });

  it("that is none fails once, whichever way it was asked for", async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", note);
    const { client } = fakeService([answer(400, "")]);
    expect(await errorOf(client.listListeners().withResponse())).toBeInstanceOf(ElbApiError);
    expect(await errorOf(client.listListeners())).toBeInstanceOf(ElbApiError);
    await new Promise(setImmediate);
    process.off("unhandledRejection", note);
    expect(unhandled).toEqual([]);
  });

  it("holds a private key only where it is asked for", async () => {
    const certificate = { id: "c", certificate: "PEM", private_key: "fake-private-key" };
    const listed = { certificates: [certificate, { ...certificate, id: "d" }], instance_num: "2" };
    const { client } = fakeService([answer(200, listed), answer(200, listed), answer(200, certificate)]);
    const { private_key: _, ...withoutKey } = certificate;
    expect(await client.listCertificates()).toEqual({
      ...listed,
      certificates: [withoutKey, { ...withoutKey, id: "d" }],
    });
    expect(await client.listCertificates({}, { privateKeys: true })).toEqual(listed);
    const body = { certificate: "PEM", private_key: "fake-private-key" };
    expect(await client.createCertificate({ body })).toEqual(withoutKey);
  });

  it("of a deletion is not a proxy's page", async () => {
    const { client } = fakeService([answer(200, "<html>"), answer(200, "")]);
    const listener_id = listenerId;
    expect(await errorOf(client.deleteListener({ listener_id }))).toBeInstanceOf(OutcomeUnknownError);
    expect(await client.deleteListener({ listener_id })).toBeUndefined();
  });
});

describe("a catalogue", () => {
  const entry: CatalogueEntry = {
    id: "ELB.6101#1",
    code: "ELB.6101",
    status: 400,
    meaning: "The port is taken.",
    cause: "Another listener has it.",
    remedy: "Choose another.",
    retry: "after-change",
    operations: ["createListener"],
  };
  const refused = answer(400, { error: { message: "Listener port is repeated.", code: "ELB.6101" } });

  it("adds to an error what it says about the code, for the call that it came from", async () => {
    const asked: unknown[] = [];
    const catalogue: ErrorCatalogue = (...question) => {
      asked.push(question);
      return entry;
    };
    const { client } = fakeService([refused], { catalogue });
    const error = await errorOf(client.listListeners());
    expect(error).toMatchObject({
      entry,
      message:
        "listListeners failed: Listener port is repeated (ELB.6101, HTTP 400). The port is taken. Choose another.",
    });
    const message = "Listener port is repeated";
    expect(asked).toEqual([["ELB.6101", { operationId: "listListeners", status: 400, message }]]);
  });

  it("adds nothing where it knows nothing, and is not asked without a code", async () => {
    const { client } = fakeService([refused], { catalogue: () => undefined });
    const error = await errorOf(client.listListeners());
    expect(error.message).toMatch(/HTTP 400\)\.$/);
    expect(error).toMatchObject({ entry: undefined });
    const fail = () => expect.unreachable();
    const other = fakeService([answer(502, "<html>")], { catalogue: fail });
    expect(await errorOf(other.client.listListeners())).toBeInstanceOf(ElbApiError);
  });
});

describe("a redirect", () => {
  it("is not followed: it would carry the token to another host", async () => {
    const { client, sent } = fakeService([answer(302, "", { location: "https://elsewhere.example.com" })]);
    await errorOf(client.listListeners());
    expect(sent).toMatchObject([{ redirect: "manual" }]);
  });
});

describe("no answer", () => {
  it("is told with the innermost reason", async () => {
    const cause = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:9"), { code: "ECONNREFUSED" });
    const { client } = fakeService([new TypeError("fetch failed", { cause })]);
    const error = await errorOf(client.listListeners());
    expect(error).toBeInstanceOf(ElbNetworkError);
    expect(error.message).toBe(
      "No answer from elb.example.com to listListeners: connect ECONNREFUSED 127.0.0.1:9.",
    );
    expect(error.cause).toMatchObject({ cause });
  });

  it.each([undefined, null, Symbol("x"), Object.create(null), 5])(
    "is told even if fetch gives no reason",
    async (reason) => {
      const { client } = fakeService([() => Promise.reject(reason)]);
      const error = await errorOf(client.listListeners());
      expect(error).toBeInstanceOf(ElbNetworkError);
      expect(error.message).toBe("No answer from elb.example.com to listListeners: no reason given.");
    },
  );

  it("is told of a fetch that resolves to nothing", async () => {
    const { client } = fakeService([() => undefined as never]);
    const error = await errorOf(client.listListeners());
    expect(error).toBeInstanceOf(ElbNetworkError);
    expect(error.message).toContain("no Response");
  });

  it("is told without the secrets that fetch repeats", async () => {
    const inner = new Error(`invalid header value ${token}`);
    for (const thrown of [inner, new TypeError("fetch failed", { cause: inner }), `bad ${token}`]) {
      const { client } = fakeService([() => Promise.reject(thrown)]);
      const error = await errorOf(client.listListeners());
      expect(error.message).toMatch(/to listListeners: (invalid header value|bad) \*\*\*\.$/);
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(token);
    }
  });

  it("is told without what fetch hangs on its errors", async () => {
    const reply = ({ headers }: { headers: unknown }) =>
      Promise.reject(
        Object.assign(new Error("socket hang up", { cause: { config: { headers } } }), {
          code: "ECONNRESET",
          options: { headers },
        }),
      );
    const { client } = fakeService([reply]);
    const error = await errorOf(client.listListeners());
    expect(error.cause).toMatchObject({ name: "Error", message: "socket hang up", code: "ECONNRESET" });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(token);
  });

  it("is told when the body breaks off", async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new Error("terminated")) });
    const { client } = fakeService([() => new Response(body)]);
    const error = await errorOf(client.listListeners());
    expect(error).toBeInstanceOf(ElbNetworkError);
    expect(error.message).toBe("The answer to listListeners broke off: terminated.");
  });

  it("ends at the timeout, even if fetch does not notice its signal", async () => {
    const { client, clock, sent } = fakeService([() => new Promise<Response>(() => {})]);
    const error = await errorOf(clock.drive(client.listListeners({}, { timeout: 2_500 })));
    expect(error).toBeInstanceOf(ElbTimeoutError);
    expect(error.message).toBe("No answer to listListeners within 2.5 s.");
    expect(sent[0]?.signal.aborted).toBe(true);
    expect(clock.pending).toBe(0);
  });

  it("ends by default after a minute", async () => {
    const { client, clock } = fakeService([() => new Promise<Response>(() => {})]);
    await errorOf(clock.drive(client.listListeners()));
    expect(clock.asked).toEqual([60_000]);
  });

  it("ends when the caller's signal says so", async () => {
    const controller = new AbortController();
    const { client, clock } = fakeService([() => new Promise<Response>(() => controller.abort())]);
    expect(await errorOf(client.listListeners({}, { signal: controller.signal }))).toBeInstanceOf(
      ElbAbortError,
    );
    expect(clock.pending).toBe(0);
  });
});

describe("hooks", () => {
  it("see each request and its answer, and no headers", async () => {
    const seen: unknown[] = [];
    const { client } = fakeService([answer(200, [], { "x-request-id": "r1" })], {
      onRequest: (event) => seen.push(event),
      onResponse: (event: ResponseEvent) => seen.push(event),
    });
    await client.listListeners();
    const event = {
      id: 1,
      attempt: 1,
      method: "GET",
      url: `https://elb.example.com/v1.0/${projectId}/elbaas/listeners`,
      operationId: "listListeners",
    };
    expect(seen).toEqual([event, { ...event, status: 200, duration: 0, requestId: "r1" }]);
  });

  it("see that no answer came, and which attempt it was", async () => {
    const seen: unknown[] = [];
    const { client, clock } = fakeService([new TypeError(`bad ${token}`), answer(200, [])], {
      retries: 1,
      onRequest: ({ id, attempt }) => seen.push([id, attempt]),
      onResponse: ({ id, attempt, status, error }) => seen.push([id, attempt, status, error?.message]),
    });
    await clock.drive(client.listListeners());
    await client.listListeners();
    expect(seen).toEqual([
      [1, 1],
      [1, 1, undefined, "No answer from elb.example.com to listListeners: bad ***."],
      [2, 2],
      [2, 2, 200, undefined],
      [3, 1],
      [3, 1, 200, undefined],
    ]);
  });

  it("cannot break a call, nor end the process", async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", note);
    const fail = () => {
      throw new Error("hook");
    };
    for (const hook of [fail, async () => fail()]) {
      const { client } = fakeService([answer(200, [])], { onRequest: hook, onResponse: hook });
      expect(await client.listListeners()).toEqual([]);
      // Unhandled rejections are told after a turn of the event loop.
      await new Promise(setImmediate);
    }
    process.off("unhandledRejection", note);
    expect(unhandled).toEqual([]);
  });
});

describe("a private key in a payload", () => {
  const private_key = "-----BEGIN PRIVATE KEY-----\nfake-private-key\n-----END PRIVATE KEY-----";
  const repeating: [string, (sent: Sent) => Response | Promise<Response>][] = [
    [
      "a refusal",
      ({ body }) => answer(400, { error: { code: "ELB.1001", message: `invalid body ${body}` } }),
    ],
    ["a failed fetch", ({ body }) => Promise.reject(new Error(`request failed: ${body}`))],
    [
      "an answer that breaks off",
      ({ body }) =>
        new Response(
          new ReadableStream({ start: (controller) => controller.error(new Error(`lost ${body}`)) }),
        ),
    ],
  ];
  it.each(repeating)("is in no error, even if %s repeats it", async (_, reply) => {
    for (const key of [private_key, "fake-private-key"]) {
      const { client } = fakeService([reply]);
      const error = await errorOf(
        client.createCertificate({ body: { certificate: "PEM", private_key: key } }),
      );
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("fake-private-key");
    }
  });

  it("is dropped from an answer of any shape", async () => {
    const odd = { certificate: { id: "c", private_key }, privateKey: private_key };
    const { client } = fakeService([answer(200, odd)]);
    expect(await client.createCertificate({ body: { certificate: "PEM", private_key } })).toEqual({
      certificate: { id: "c" },
    });
  });
});

it("an id that is blank is refused, and one with control characters is escaped in messages", async () => {
  const { client } = fakeService([answer(404, { error: { code: "ELB.6010", message: "not\nfound" } })]);
  expect(await errorOf(client.getListener({ listener_id: " " }))).toBeInstanceOf(ElbArgumentError);
  const { message } = await errorOf(client.getListener({ listener_id: "a\nFAKE" }));
  expect(message).toBe("getListener (listener_id a\\nFAKE) failed: not\\nfound (ELB.6010, HTTP 404).");
});

it("a failure that .withResponse() is dropped with is unhandled, as that of a dropped promise is", async () => {
  const seen: unknown[] = [];
  const listeners = process.rawListeners("unhandledRejection") as NodeJS.UnhandledRejectionListener[];
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", (reason) => seen.push(reason));
  const { client } = fakeService([answer(400, "")]);
  client.listListeners().withResponse();
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  process.removeAllListeners("unhandledRejection");
  for (const each of listeners) process.on("unhandledRejection", each);
  expect(seen).toMatchObject([{ name: "ElbApiError" }]);
});
