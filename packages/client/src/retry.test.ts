import { describe, expect, it, vi } from "vitest";
import {
  ElbAbortError,
  ElbApiError,
  ElbNetworkError,
  ElbTimeoutError,
  OutcomeUnknownError,
} from "./index.ts";
import { answer, fakeService, keys } from "./testing/fake-service.ts";

const listener_id = "248425d7b97dc26920eb23720115e068";
const done = answer(200, []);
const launched = answer(200, { uri: "/", job_id: "j" });
const body = [{ server_id: "s", address: "172.16.0.31" }];
const failed = (cause: object) =>
  new TypeError("fetch failed", { cause: Object.assign(new Error("no"), cause) });
const service = (replies: Parameters<typeof fakeService>[0], options: object = {}) =>
  fakeService(replies, { retries: 3, ...options });
const errorOf = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => Promise.reject(new Error("It should have failed.")),
    (error: Error) => error,
  );
/** How long was paused, the time limits of calls left out. */
const pauses = ({ asked }: { asked: number[] }) => asked.filter((ms) => ms !== 60_000);

const throttled = answer(429, { error_code: "APIGW.0308", error_msg: "throttled" });
const passing: [string, Response | Error][] = [
  ["no answer", failed({ code: "ECONNRESET", syscall: "read" })],
  ["a gateway's 502", answer(502, { error_code: "APIGW.0201", error_msg: "upstream" })],
  ["a proxy's page", answer(503, "<html>")],
  ["throttling", throttled],
  ["a code of the service that says so", answer(400, { error: { code: "ELB.1010", message: "m" } })],
];
const lasting: [string, Response][] = [
  ["a code of the service, whatever the status", answer(503, { error: { code: "ELB.6101", message: "m" } })],
  ["such a code with 429", answer(429, { error: { code: "ELB.6101", message: "m" } })],
  ["something that is not there", answer(503, { error: { code: "ELB.6002", message: "m" } })],
  ["a refused signature", answer(500, { error_code: "APIGW.0301", error_msg: "verify aksk signature fail" })],
  ["a missing API", answer(404, { error_code: "APIGW.0101", error_msg: "m" })],
  ["a wrong request", answer(400, "")],
  ["a redirect", answer(302, "")],
];
const early: [string, object][] = [
  ["a refused connection", { code: "ECONNREFUSED", syscall: "connect" }],
  ["a name that is not known", { code: "ENOTFOUND", syscall: "getaddrinfo" }],
  ["a resolver that is busy", { code: "EAI_AGAIN" }],
  ["an unreachable host", { code: "EHOSTUNREACH", syscall: "connect" }],
  ["an unreachable network", { code: "ENETUNREACH" }],
  ["a connection that takes too long", { code: "UND_ERR_CONNECT_TIMEOUT" }],
];

describe("a read", () => {
  it.each(passing)("is repeated after %s", async (_, trouble) => {
    const { client, clock, sent } = service([trouble, trouble, done]);
    const { data, attempts } = await clock.drive(client.listListeners().withResponse());
    expect([data, attempts, sent.length]).toEqual([[], 3, 3]);
  });

  it.each(lasting)("is not repeated after %s", async (_, answered) => {
    const { client, sent } = service([answered]);
    expect(await errorOf(client.listListeners())).toBeInstanceOf(ElbApiError);
    expect(sent).toHaveLength(1);
  });

  it("is repeated three times unless something else is said, and fails as it failed last", async () => {
    const { client, clock, sent } = service([throttled], { retries: undefined });
    expect(await errorOf(clock.drive(client.listListeners()))).toMatchObject({ isThrottled: true });
    expect(sent).toHaveLength(4);
    const other = service([throttled], { retries: 1 });
    await errorOf(other.clock.drive(other.client.listListeners()));
    expect(other.sent).toHaveLength(2);
  });

  it("is repeated when its answer breaks off", async () => {
    const broken = () =>
      new Response(new ReadableStream({ start: (controller) => controller.error(new Error("terminated")) }));
    const { client, clock } = service([broken, done]);
    expect(await clock.drive(client.listListeners())).toEqual([]);
  });

  it("is signed afresh each time", async () => {
    const { client, clock, sent } = service([answer(502, ""), done], { credentials: keys });
    vi.spyOn(Math, "random").mockReturnValueOnce(0.999);
    // So that the first pause reaches the next second.
    await clock.drive(clock.sleep(700, new AbortController().signal));
    await clock.drive(client.listListeners());
    const [first, second] = sent.map(({ headers }) => headers["X-Sdk-Date"]);
    expect(first).not.toBe(second);
  });

  it("is not repeated because its credentials cannot be had", async () => {
    let asked = 0;
    const credentials = () => {
      asked++;
      throw new ElbNetworkError("No answer from iam.example.com to createToken: gone.");
    };
    const { client } = service([done], { credentials });
    expect(await errorOf(client.listListeners())).toBeInstanceOf(ElbNetworkError);
    expect(asked).toBe(1);
  });
});

describe("a change", () => {
  it.each(early)("is repeated after %s, since it never arrived", async (_, cause) => {
    const { client, clock, sent } = service([failed(cause), launched]);
    expect(await clock.drive(client.addMembers({ listener_id, body }))).toMatchObject({ id: "j" });
    expect(sent).toHaveLength(2);
  });

  it("is repeated after throttling, since it was not taken on", async () => {
    for (const answered of [throttled, answer(429, "")]) {
      const { client, clock, sent } = service([answered, launched]);
      expect(await clock.drive(client.addMembers({ listener_id, body }))).toMatchObject({ id: "j" });
      expect(sent).toHaveLength(2);
    }
  });

  it.each(early)("that never arrives after %s has changed nothing", async (_, cause) => {
    const { client, clock, sent } = service([failed(cause)]);
    const error = await errorOf(clock.drive(client.addMembers({ listener_id, body })));
    expect(error).toBeInstanceOf(ElbNetworkError);
    expect(error).not.toBeInstanceOf(OutcomeUnknownError);
    expect(sent).toHaveLength(4);
  });

  it.each(lasting)("is not repeated after %s, nor left open", async (_, answered) => {
    const { client, sent } = service([answered]);
    const error = await errorOf(client.addMembers({ listener_id, body }));
    expect(error).not.toBeInstanceOf(OutcomeUnknownError);
    expect(sent).toHaveLength(1);
  });

  it("is not repeated after a fault of the service that may pass: nothing says that nothing was done", async () => {
    const { client, sent } = service([answer(400, { error: { code: "ELB.1010", message: "m" } })]);
    const error = await errorOf(client.addMembers({ listener_id, body }));
    expect(error).toMatchObject({ code: "ELB.1010", isTemporary: true });
    expect(sent).toHaveLength(1);
  });
});

describe("pauses", () => {
  it("are any time up to a limit that doubles", async () => {
    for (const [luck, expected] of [
      [0.5, [250, 500, 1000, 2000, 4000, 8000, 8000]],
      [0, [0, 0, 0, 0, 0, 0, 0]],
    ] as const) {
      const random = vi.spyOn(Math, "random").mockReturnValue(luck);
      const { client, clock } = service([...Array(7).fill(throttled), done], { retries: 7 });
      await clock.drive(client.listListeners({}, { timeout: 100_000 }));
      random.mockRestore();
      expect(clock.asked.slice(1)).toEqual(expected);
    }
  });

  it("are at least what Retry-After says, in seconds and as a date", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    const date = { date: "Mon, 08 Jun 2020 01:00:00 GMT", "retry-after": "Mon, 08 Jun 2020 01:00:20 GMT" };
    const { client, clock } = service([
      answer(503, "", { "retry-after": "7" }),
      answer(429, "", date),
      answer(503, "", { "retry-after": "soon" }),
      done,
    ]);
    await clock.drive(client.listListeners());
    vi.restoreAllMocks();
    expect(pauses(clock)).toEqual([7000, 20_000, 0]);
  });

  it("do not outlast the call: it fails at once instead", async () => {
    const { client, clock, sent } = service([answer(429, "", { "retry-after": "60" })]);
    const error = await errorOf(client.listListeners());
    expect(error).toMatchObject({ status: 429, retryAfter: 60_000 });
    expect([pauses(clock), sent.length, clock.pending]).toEqual([[], 1, 0]);
  });

  it("count against the call's time, which says what went before", async () => {
    const { client, clock } = service([answer(502, ""), () => new Promise<Response>(() => {})]);
    const started = clock.now();
    const error = await errorOf(clock.drive(client.listListeners({}, { timeout: 9_000 })));
    expect(error).toBeInstanceOf(ElbTimeoutError);
    expect(error).toMatchObject({
      message: "No answer to listListeners within 9 s.",
      cause: { status: 502 },
    });
    expect(clock.now() - started).toBe(9_000);
  });

  it("end when the signal says so", async () => {
    const controller = new AbortController();
    const { client, clock, sent } = service([throttled]);
    const call = errorOf(client.addMembers({ listener_id, body }, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 1);
    const error = await call;
    expect(error).toBeInstanceOf(ElbAbortError);
    // It was turned away, so nothing is left open.
    expect(error).toMatchObject({ sent: undefined });
    expect([sent.length, clock.pending]).toEqual([1, 0]);
  });
});
