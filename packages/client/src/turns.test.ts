import { describe, expect, it } from "vitest";
import { ElbAbortError, type ElbClientOptions, ElbTimeoutError, OutcomeUnknownError } from "./index.ts";
import { createRawElbClient } from "./raw.ts";
import { FakeClock } from "./testing/fake-clock.ts";
import { answer, fakeService, projectId, type Sent, token } from "./testing/fake-service.ts";

const body = [{ server_id: "s", address: "172.16.0.31" }];
const launched = answer(200, { uri: "/", job_id: "j" });
const errorOf = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => Promise.reject(new Error("It should have failed.")),
    (error: Error) => error,
  );

/** A client with a budget, and what it sent at which second; what `reply` returns is answered after `takes` seconds. */
function limited(
  budget: ElbClientOptions["budget"],
  { takes = 0, reply = () => answer(200, []), ...options }: Limited = {},
) {
  const log: [operation: string, second: number][] = [];
  let out = 0;
  let most = 0;
  const signal = new AbortController().signal;
  const service = fakeService(
    [
      async (sent) => {
        most = Math.max(most, ++out);
        if (takes > 0) await service.clock.sleep(takes * 1000, signal);
        out--;
        return reply(sent);
      },
    ],
    {
      budget,
      onRequest: ({ operationId = "" }) => log.push([operationId, (service.clock.now() - start) / 1000]),
      ...options,
    } as Partial<ElbClientOptions>,
  );
  const start = service.clock.now();
  return { ...service, log, seconds: () => log.map(([, second]) => second), most: () => most };
}
type Limited = Partial<ElbClientOptions> & { takes?: number; reply?: (sent: Sent) => Response };

describe("the budget of a client", () => {
  it("lets no more requests out than it has, and the others wait", async () => {
    const { client, clock, seconds } = limited({ requests: 2, seconds: 10 });
    await clock.drive(Promise.all(Array.from({ length: 5 }, () => client.listListeners())));
    expect(seconds()).toEqual([0, 0, 10, 10, 20]);
  });

  it("is 200 requests in 300 seconds, 16 at a time, unless something else is said", async () => {
    for (const budget of [undefined, {}, { requests: undefined }] as ElbClientOptions["budget"][]) {
      const { client, clock, seconds, most } = limited(budget, { takes: 0.001 });
      const calls = Array.from({ length: 201 }, () => client.listListeners({}, { timeout: 400_000 }));
      await clock.drive(Promise.all(calls));
      expect(seconds().filter((second) => second < 1)).toHaveLength(200);
      expect(seconds()[200]).toBeGreaterThan(300);
      expect(most()).toBe(16);
    }
  });

  it("can be switched off", async () => {
    const { client, clock, seconds, most } = limited(false, { takes: 1 });
    await clock.drive(Promise.all(Array.from({ length: 300 }, () => client.listListeners())));
    expect([new Set(seconds()), most()]).toEqual([new Set([0]), 300]);
  });

  it("counts repetitions", async () => {
    const replies = [answer(502, ""), answer(502, ""), answer(200, [])];
    const { client, clock, seconds } = limited(
      { requests: 1, seconds: 10 },
      { retries: 2, reply: () => replies.shift() as Response },
    );
    await clock.drive(client.listListeners());
    expect(seconds()).toEqual([0, 10, 20]);
  });

  it("is used up for as long as a throttled answer says", async () => {
    const replies = [answer(429, "", { "retry-after": "40" }), answer(200, [])];
    const { client, clock, seconds } = limited({}, { reply: () => replies.shift() as Response });
    expect(await errorOf(client.listListeners())).toMatchObject({ isThrottled: true });
    await clock.drive(client.listListeners());
    expect(seconds()).toEqual([0, 40]);
  });

  it("is shared with the questions about jobs, which leave a quarter to others", async () => {
    const state = { job_id: "j", status: "RUNNING" };
    const { client, clock, log } = limited({ requests: 8, seconds: 60 }, { reply: () => answer(200, state) });
    const waiting = errorOf(client.resumeJob("j").wait({ timeout: 15_000 }));
    await clock.drive(waiting);
    expect(log.map(([id]) => id)).toEqual(Array(7).fill("getJob"));
    await client.getListener({ listener_id: "l" });
    expect(log.at(-1)?.[0]).toBe("getListener");
  });

  it("leaves others before what is called in the background", async () => {
    const { client, clock, log } = limited(
      { requests: 8, seconds: 10 },
      { reply: ({ url }) => answer(200, url.includes("quotas") ? {} : []) },
    );
    const lists = Array.from({ length: 8 }, () => client.listListeners({}, { background: true }));
    await clock.drive(Promise.all([...lists, client.getQuotas()]));
    expect(log.map(([id]) => id)).toEqual([...Array(7).fill("listListeners"), "getQuotas", "listListeners"]);
  });

  it("is one for the raw client too, and has no place for what that cannot do", async () => {
    const clock = new FakeClock();
    const options = { endpoint: "https://h", projectId, credentials: { token }, clock };
    const times: number[] = [];
    const start = clock.now();
    const raw = createRawElbClient({
      ...options,
      budget: { requests: 1, seconds: 5 },
      fetch: async () => {
        times.push(clock.now() - start);
        return answer(200, []);
      },
    });
    const get = () => raw.GET("/v1.0/{project_id}/elbaas/quotas", { params: { path: { project_id: "p" } } });
    await clock.drive(Promise.all([get(), get()]));
    expect(times).toEqual([0, 5000]);
    for (const wrong of ["retries", "onChange", "catalogue"]) {
      expect(() => createRawElbClient({ ...options, [wrong]: 1 } as never)).toThrow(`\`${wrong}\``);
    }
  });
});

describe("a service that wants no requests for longer than a call may take", () => {
  const throttled = answer(429, "", { "retry-after": "86400" });
  const said = "asks for no requests for another 600 s, which is longer than this call may take";

  it("is named by calls that fail at once, without being sent", async () => {
    const { client, clock, log } = limited({}, { reply: () => throttled });
    await errorOf(client.listListeners());
    const started = clock.now();
    for (const call of [
      client.getListener({ listener_id: "l" }),
      client.addMembers({ listener_id: "l", body }),
    ]) {
      const error = await errorOf(call);
      expect(error).toMatchObject({
        name: "ElbApiError",
        status: 429,
        isThrottled: true,
        retryAfter: 600_000,
      });
      expect(error.message).toContain(
        `(listener_id l) was not sent: an earlier answer (HTTP 429, Retry-After) ${said}`,
      );
    }
    expect([clock.now() - started, log.length]).toEqual([0, 1]);
  });

  it("is named by those that waited already", async () => {
    const { client, clock } = limited({ concurrency: 1 }, { reply: () => throttled });
    const first = errorOf(client.listListeners());
    const second = errorOf(client.listListeners());
    await clock.drive(Promise.all([first, second]));
    expect((await second).message).toContain(said);
  });

  it("does not end the waiting for a job, which asks again after a minute at most", async () => {
    const replies = [answer(503, "", { "retry-after": "86400" }), answer(200, { status: "SUCCESS" })];
    const { client, clock, seconds } = limited({}, { reply: () => replies.shift() as Response });
    await clock.drive(client.resumeJob("j").wait());
    expect(seconds()).toEqual([0, 60]);
  });
});

describe("waiting for the budget", () => {
  it("counts against the call's time, which says so; a change that was not sent is not left open", async () => {
    const { client, clock, sent } = limited({ requests: 1, seconds: 300 });
    await client.listListeners();
    const error = await errorOf(clock.drive(client.addMembers({ listener_id: "l", body })));
    expect(error).toBeInstanceOf(ElbTimeoutError);
    expect(error).not.toBeInstanceOf(OutcomeUnknownError);
    expect(error.message).toBe(
      "No answer to addMembers within 60 s: it was not sent, since it waited for its turn in the client's budget.",
    );
    expect([sent.length, clock.pending]).toEqual([1, 0]);
  });

  it("says that it was not sent again, and why it had to be", async () => {
    const { client, clock } = limited(
      { requests: 1, seconds: 300 },
      { retries: 1, reply: () => answer(502, "") },
    );
    const error = await errorOf(clock.drive(client.listListeners()));
    expect(error.message).toContain("it was not sent again, since");
    expect(error.cause).toMatchObject({ status: 502 });
  });

  it("ends when the signal says so", async () => {
    const { client, clock, sent } = limited({ requests: 1, seconds: 300 });
    await client.listListeners();
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 1);
    const error = await errorOf(client.addMembers({ listener_id: "l", body }, { signal: controller.signal }));
    expect(error).toBeInstanceOf(ElbAbortError);
    expect(error).toMatchObject({ sent: undefined });
    expect([sent.length, clock.pending]).toEqual([1, 0]);
  });

  it("comes before signing, so that a signature is never old", async () => {
    const keys = { ak: "FAKEACCESSKEY0000001", sk: "fake-secret-key-for-tests" };
    const { client, clock, sent } = limited({ requests: 1, seconds: 30 }, { credentials: keys });
    await clock.drive(Promise.all([client.listListeners(), client.listListeners()]));
    expect(sent.map(({ headers }) => headers["X-Sdk-Date"])).toEqual([
      "20200608T023900Z",
      "20200608T023930Z",
    ]);
  });
});

describe("changes to one load balancer", () => {
  it("are sent one after another, those to others meanwhile", async () => {
    const { client, clock, log } = limited({}, { takes: 2, reply: () => launched.clone() });
    const rename = (loadbalancer_id: string) =>
      client.updateLoadBalancer({ loadbalancer_id, body: { name: "x" } });
    await clock.drive(Promise.all([rename("a"), rename("a"), rename("b"), client.getQuotas()]));
    const at = (second: number) => log.filter((each) => each[1] === second).map(([id]) => id);
    expect(at(0).toSorted()).toEqual(["getQuotas", "updateLoadBalancer", "updateLoadBalancer"]);
    expect(at(2)).toEqual(["updateLoadBalancer"]);
  });

  it("are known by their listener, once an answer has told its load balancer", async () => {
    const listeners = [
      { id: "l", loadbalancer_id: "a" },
      { id: "m", loadbalancer_id: "a" },
    ];
    const { client, clock, seconds } = limited(
      {},
      { takes: 2, reply: ({ method }) => (method === "GET" ? answer(200, listeners) : launched.clone()) },
    );
    const add = (listener_id: string) => client.addMembers({ listener_id, body });
    await clock.drive(Promise.all([add("l"), add("m")]));
    await clock.drive(client.listListeners());
    await clock.drive(Promise.all([add("l"), add("m")]));
    expect(seconds()).toEqual([0, 0, 2, 4, 6]);
  });
});
