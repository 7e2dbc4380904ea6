import { describe, expect, expectTypeOf, test } from "vitest";
import { ContractError, contractFetch } from "./contract-fetch.ts";
import type { Finding } from "./finding.ts";

const url = "https://elb.example.com/v1.0/p/elbaas/listeners/l/members";
const headers = { "content-type": "application/json", "x-auth-token": "t" };
const good = { method: "POST", headers, body: JSON.stringify([{ server_id: "s", address: "10.0.0.1" }]) };
const added = { uri: "/v1/p/jobs/j", job_id: "j" };

function setUp(answer: () => Response, options: Parameters<typeof contractFetch>[1] = {}) {
  const findings: Finding[] = [];
  const sent: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    sent.push(await new Request(input, init).text());
    return answer();
  };
  const checked = contractFetch(fetch, { onFinding: (finding) => findings.push(finding), ...options });
  const codes = async () => {
    await checked.settled();
    return findings.map(({ severity, code }) => `${severity} ${code}`);
  };
  return { checked, codes, sent };
}

const answerOf =
  (body: unknown, status = 200) =>
  () =>
    new Response(typeof body === "string" ? body : JSON.stringify(body), {
      status,
      headers: { "content-type": "application/json" },
    });

test("is a fetch", () => {
  expectTypeOf<ReturnType<typeof contractFetch>>().toExtend<typeof globalThis.fetch>();
});

test("an exchange that keeps the contract passes, and is not changed", async () => {
  const { checked, codes, sent } = setUp(answerOf(added));
  const response = await checked(url, good);
  expect(await response.json()).toEqual(added);
  expect(sent).toEqual([good.body]);
  expect(await codes()).toEqual([]);
});

const bad = JSON.stringify([{ server_id: "s" }]);
const stream = () => new Response(bad).body!;

test.each<[string, () => [Parameters<typeof fetch>[0], RequestInit?]]>([
  ["text", () => [url, { ...good, body: bad }]],
  ["bytes", () => [new URL(url), { ...good, body: new TextEncoder().encode(bad) }]],
  ["a blob", () => [url, { ...good, body: new Blob([bad]) }]],
  ["a stream", () => [url, { ...good, body: stream(), duplex: "half" } as RequestInit]],
  ["a request", () => [new Request(url, { ...good, body: bad })]],
])("a body given as %s is checked and sent", async (_name, call) => {
  const { checked, codes, sent } = setUp(answerOf(added));
  await checked(...call());
  expect(await codes()).toEqual(["error request.body.required"]);
  expect(sent).toEqual([bad]);
});

test("the caller does not wait for the body, findings do", async () => {
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"uri":"/v1/p/jobs/j"'));
      end = () => {
        controller.enqueue(new TextEncoder().encode("}"));
        controller.close();
      };
    },
  });
  const findings: string[] = [];
  const checked = contractFetch(async () => new Response(body, { headers }), {
    onFinding: ({ code }) => findings.push(code),
  });
  const response = await checked(url, good);
  const first = await response.body!.getReader().read();
  expect(new TextDecoder().decode(first.value)).toBe('{"uri":"/v1/p/jobs/j"');
  expect(findings).toEqual([]);
  end();
  await checked.settled();
  expect(findings).toEqual(["response.body.required"]);
});

describe("a body above the limit", () => {
  test("is not checked, reaches the caller whole, and is a note", async () => {
    const long = { ...added, job_id: "j".repeat(200) };
    const { checked, codes } = setUp(answerOf(long), { maxBody: 100 });
    const response = await checked(url, good);
    expect(await response.json()).toEqual(long);
    expect(await codes()).toEqual(["note response.body.size"]);
  });

  test("of a request, likewise", async () => {
    const { checked, codes, sent } = setUp(answerOf(added), { maxBody: 50 });
    const body = bad + " ".repeat(100);
    await checked(url, { ...good, body });
    expect(sent).toEqual([body]);
    expect(await codes()).toEqual(["note request.body.size"]);
  });
});

describe("with throw", () => {
  test("a call whose exchange breaks the contract is rejected", async () => {
    const { checked } = setUp(answerOf({ uri: "/v1/p/jobs/j" }), { throw: true });
    const error = await checked(url, good).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ContractError);
    expect((error as ContractError).message).toBe("The response body's /job_id is required, but missing.");
    expect((error as ContractError).verdict.operationId).toBe("addMembers");
  });

  test("a call that keeps it, or is refused, is not, and the body is still there", async () => {
    const refused = { error: { code: "ELB.2021", message: "m" } };
    for (const [answer, body] of [
      [answerOf(added), good.body],
      [answerOf(refused, 400), bad],
    ] as const) {
      const response = await setUp(answer, { throw: true }).checked(url, { ...good, body });
      expect(await response.json()).toBeTypeOf("object");
    }
  });
});

test("a call that fails, and a body that breaks off, stay the caller's business", async () => {
  const failing = contractFetch(() => Promise.reject(new TypeError("refused")));
  await expect(failing(url, good)).rejects.toThrow("refused");
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error("broken off")) });
  const broken = contractFetch(async () => new Response(body, { headers }));
  const response = await broken(url, good);
  await expect(response.text()).rejects.toThrow("broken off");
  await expect(broken.settled()).resolves.toBeUndefined();
});
