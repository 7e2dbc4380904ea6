import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import {
  ElbAbortError,
  ElbApiError,
  ElbConfigurationError,
  ElbNetworkError,
  ElbTimeoutError,
  OutcomeUnknownError,
} from "./index.ts";
import { answer, fakeService, projectId } from "./testing/fake-service.ts";

const listener_id = "248425d7b97dc26920eb23720115e068";
const body = [{ server_id: "s", address: "172.16.0.31" }];
const never = () => new Promise<Response>(() => {});
const failed = (cause: object) =>
  new TypeError("fetch failed", { cause: Object.assign(new Error("no"), cause) });
const broken = () =>
  new Response(new ReadableStream({ start: (controller) => controller.error(new Error("terminated")) }));
const errorOf = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => Promise.reject(new Error("It should have failed.")),
    (error: Error) => error,
  );

it("an error of this package that the given `fetch` throws is passed on as it is: nothing was sent", async () => {
  const wrong = new ElbConfigurationError("undiciFetch() needs the package undici.");
  const { client, sent } = fakeService([wrong], { retries: 3 });
  expect(await errorOf(client.listListeners())).toBe(wrong);
  expect(await errorOf(client.addMembers({ listener_id, body }))).toBe(wrong);
  expect(sent).toHaveLength(2);
});

describe("the outcome of a change is not known", () => {
  it.each([
    ["no answer", failed({ code: "ECONNRESET", syscall: "read" }), ElbNetworkError],
    [
      "an established connection that is lost",
      failed({ code: "EHOSTUNREACH", syscall: "read" }),
      ElbNetworkError,
    ],
    ["a reason that nobody knows", failed({}), ElbNetworkError],
    ["an answer that breaks off", broken, ElbNetworkError],
    ["a good status with a proxy's page", answer(200, "<html>"), ElbApiError],
    ["a good status with nothing", answer(200, ""), ElbApiError],
    ["a good status without a job", answer(200, {}), ElbApiError],
    ["a gateway's 502", answer(502, { error_code: "APIGW.0201", error_msg: "upstream" }), ElbApiError],
    ["a proxy's 504", answer(504, "<html>"), ElbApiError],
    [
      "an unknown code of the service",
      answer(500, { error: { code: "ELB.9999", message: "m" } }),
      ElbApiError,
    ],
    ["a fault of the service", answer(500, { error: { code: "ELB.9001", message: "m" } }), ElbApiError],
    ["a front end's own code", answer(504, { error_code: "DGW.0504", error_msg: "m" }), ElbApiError],
    ["a code with the service's prefix", answer(504, { error_code: "Common.0504" }), ElbApiError],
    ["a firewall's code", answer(503, { error: { code: "WAF.0001" } }), ElbApiError],
    ["a proxy that has waited for the request", answer(408, "<html>"), ElbApiError],
    ["a proxy that was left alone", answer(499, ""), ElbApiError],
    ["a good status with a fault", answer(200, { error: { code: "ELB.9001", message: "m" } }), ElbApiError],
    ["a good status with a list", answer(200, []), ElbApiError],
    ["a 500 with a number for a code", answer(500, { error: { code: 500, message: "m" } }), ElbApiError],
  ])("after %s, and it is not repeated", async (_, reply, Cause) => {
    const { client, clock, sent } = fakeService([reply], { retries: 3 });
    const started = new Date(clock.now());
    const error = await errorOf(client.addMembers({ listener_id, body }));
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(error).toBeInstanceOf(ElbNetworkError);
    expect(error.cause).toBeInstanceOf(Cause);
    expect(error).toMatchObject({
      name: "OutcomeUnknownError",
      operationId: "addMembers",
      sent: { arguments: { listener_id, body }, projectId, at: started },
    });
    expect(sent).toHaveLength(1);
  });

  it("after a timeout", async () => {
    const { client, clock } = fakeService([never]);
    const error = await errorOf(clock.drive(client.addMembers({ listener_id, body, project_id: "other" })));
    expect(error).toBeInstanceOf(OutcomeUnknownError);
    expect(error.cause).toBeInstanceOf(ElbTimeoutError);
    expect(error).toMatchObject({
      message:
        `addMembers (listener_id ${listener_id}) may have been carried out, and is not repeated: reconcile() of` +
        " @elb-classic/client/reconcile finds out. No answer to addMembers within 60 s.",
      sent: { projectId: "other" },
    });
  });

  it("after its signal, which stays an abort and tells what was sent", async () => {
    const controller = new AbortController();
    const { client } = fakeService([() => new Promise<Response>(() => controller.abort("stop"))]);
    const { signal } = controller;
    const error = await errorOf(client.deleteListener({ listener_id }, { signal }));
    expect(error).toBeInstanceOf(ElbAbortError);
    expect(error).toMatchObject({
      message: "deleteListener was stopped by its signal.",
      cause: "stop",
      sent: { arguments: { listener_id }, projectId },
    });
  });

  it("and status and request id of the answer are told", async () => {
    const { client } = fakeService([answer(502, "<html>", { "x-request-id": "r1" })]);
    const error = await errorOf(client.deleteListener({ listener_id }));
    expect(error).toMatchObject({ status: 502, requestId: "r1" });
  });

  it("and no secret is told", async () => {
    const { client } = fakeService([broken]);
    const secret = "fake-private-key";
    const error = await errorOf(
      client.createCertificate({ body: { name: "c", certificate: "PEM", private_key: secret } }),
    );
    expect(error).toMatchObject({ sent: { arguments: { body: { name: "c", certificate: "PEM" } } } });
    expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain(secret);
  });

  it("and what was sent is as it was then", async () => {
    const members = [...body];
    const { client } = fakeService([broken]);
    const call = errorOf(client.addMembers({ listener_id, body: members }));
    members.length = 0;
    expect(await call).toMatchObject({ sent: { arguments: { body } } });
  });
});

it.each([
  ["an error", { error: { code: "ELB.1102", message: "m" } }, "(ELB.1102, HTTP 200)"],
  ["another shape", [{ id: "l" }], "the answer is not an object"],
])("a read is not answered by %s with a good status", async (_, wrong, said) => {
  const { client } = fakeService([answer(200, wrong)]);
  const error = await errorOf(client.getListener({ listener_id }));
  expect(error).toBeInstanceOf(ElbApiError);
  expect(error.message).toContain(said);
});

it("a list is not answered by an object", async () => {
  const { client } = fakeService([answer(200, { error: { code: "ELB.1102", message: "m" } })]);
  expect(await errorOf(client.listMembers({ listener_id }))).toMatchObject({
    code: "ELB.1102",
    isAuth: true,
  });
  const other = fakeService([answer(200, { members: [] })]);
  expect((await errorOf(other.client.listMembers({ listener_id }))).message).toContain("is not a list");
});

it("a job's own error code is no error of the call", async () => {
  const job = { status: "FAIL", job_id: "j", error_code: "ELB.1009" };
  const { client } = fakeService([answer(200, job)]);
  expect(await client.getJob({ job_id: "j" })).toMatchObject(job);
});

describe("the outcome of a change is known", () => {
  it("where a request after a refused token gets no answer of its own", async () => {
    const tokens = ["first-token"];
    const credentials = () => {
      const token = tokens.shift();
      if (token === undefined) throw new ElbNetworkError("No answer from iam.example.com to createToken.");
      return { token };
    };
    const { client } = fakeService([answer(401, "")], { credentials });
    const error = await errorOf(client.addMembers({ listener_id, body }));
    expect(error).not.toBeInstanceOf(OutcomeUnknownError);
    expect(error.message).toContain("createToken");
  });

  it("where its signal ends it before it is sent", async () => {
    const controller = new AbortController();
    const credentials = async () => {
      controller.abort();
      return { token: "fake-token" };
    };
    const { client, sent } = fakeService([never], { credentials });
    const error = await errorOf(client.addMembers({ listener_id, body }, { signal: controller.signal }));
    expect(error).toBeInstanceOf(ElbAbortError);
    expect(error).toMatchObject({ sent: undefined });
    expect(sent).toHaveLength(0);
  });

  it.each([
    [
      "a code of the catalogue that refuses, with 503",
      answer(503, { error: { code: "ELB.6101", message: "m" } }),
    ],
    ["the same with 408", answer(408, { error: { code: "ELB.6101", message: "m" } })],
    ["the same with a good status", answer(200, { error: { code: "ELB.6101", message: "m" } })],
  ])("where it is refused by %s", async (_, reply) => {
    const { client } = fakeService([reply]);
    for (const change of [
      client.createListener({ body: { name: "l" } as never }),
      client.deleteListener({ listener_id }),
      client.addMembers({ listener_id, body }),
    ]) {
      const error = await errorOf(change);
      expect(error).toBeInstanceOf(ElbApiError);
      expect(error).toMatchObject({ code: "ELB.6101" });
    }
  });

  it("where it only reads", async () => {
    const controller = new AbortController();
    const { client } = fakeService([() => new Promise<Response>(() => controller.abort())]);
    const error = await errorOf(client.listListeners({}, { signal: controller.signal }));
    expect(error).toMatchObject({ name: "ElbAbortError", sent: undefined });
  });
});
