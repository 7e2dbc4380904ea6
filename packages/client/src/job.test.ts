import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import {
  ApiUnavailableError,
  type CatalogueEntry,
  ElbAbortError,
  ElbApiError,
  ElbArgumentError,
  ElbNetworkError,
  type ErrorCatalogue,
  JobFailedError,
  JobTimeoutError,
  type WaitOptions,
} from "./index.ts";
import { answer, fakeService, projectId, token } from "./testing/fake-service.ts";

const id = "4010b39b4fd3d5ff014fd3ec3ed8002d";
const uri = `/v1/${projectId}/jobs/${id}`;
const state = (status: string, more: object = {}) =>
  answer(200, { job_id: id, job_type: "createMember", status, entities: {}, sub_jobs: [], ...more });
const running = (count: number) => Array.from({ length: count }, () => state("RUNNING"));
const never = () => new Promise<Response>(() => {});

const errorOf = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => Promise.reject(new Error("It should have failed.")),
    (error: Error) => error,
  );

describe("a launched job", () => {
  it("is a job with id and uri, and no promise", async () => {
    const { client } = fakeService([answer(200, { uri, job_id: id })]);
    const job = await client.removeMembers({ listener_id: "l", body: { removeMember: [{ id: "m" }] } });
    expect(job).toMatchObject({ id, uri });
    expect(job).not.toHaveProperty("then");
    expect(JSON.parse(JSON.stringify(job))).toEqual({ id, uri });
  });

  it("is asked for by its id, whatever its uri says, in the project that it was launched in", async () => {
    const { client, sent } = fakeService([answer(200, { uri, job_id: id }), state("SUCCESS")]);
    const job = await client.removeMembers({
      listener_id: "l",
      project_id: "other",
      body: { removeMember: [{ id: "m" }] },
    });
    await job.wait();
    expect(sent[1]).toMatchObject({ method: "GET", url: `https://elb.example.com/v1.0/other/jobs/${id}` });
  });
});

describe("wait", () => {
  it("asks until the job has succeeded, and tells every answer", async () => {
    const { client, clock } = fakeService([
      state("INIT"),
      state("RUNNING"),
      state("SUCCESS", { end_time: "" }),
    ]);
    const seen: string[] = [];
    const job = await clock.drive(
      client.resumeJob(id).wait({ onProgress: ({ status }) => seen.push(status) }),
    );
    expect(seen).toEqual(["INIT", "RUNNING", "SUCCESS"]);
    expect(job).toMatchObject({ status: "SUCCESS", end_time: null });
    expect(clock.pending).toBe(0);
  });

  it("decides by the status alone, and takes an unknown one for running", async () => {
    const done = { entities: { members: [{ id: "m" }] }, error_code: null };
    const { client, clock, sent } = fakeService([
      state("RUNNING", done),
      state("PAUSED", { error_code: "ELB.1009" }),
      answer(200, { job_id: id, message: "no status at all" }),
      state("SUCCESS"),
    ]);
    await clock.drive(client.resumeJob(id).wait());
    expect(sent).toHaveLength(4);
  });

  const pausesOf = async (luck: number, interval: number, states: Response[]) => {
    const random = vi.spyOn(Math, "random").mockReturnValue(luck);
    const { client, clock } = fakeService([...states, state("SUCCESS")]);
    await clock.drive(client.resumeJob(id).wait({ interval }));
    random.mockRestore();
    return clock.asked.filter((ms) => ms < 60_000).map(Math.round);
  };

  it("pauses for a third of the time so far, from the interval to ten times it", async () => {
    expect(await pausesOf(0.5, 300, running(14))).toEqual([
      300, 300, 300, 300, 400, 533, 711, 948, 1264, 1686, 2247, 2997, 3000, 3000,
    ]);
  });

  it("pauses up to a fifth shorter or longer, by chance", async () => {
    expect(await pausesOf(0, 300, running(1))).toEqual([240]);
    expect(await pausesOf(0.999_999, 300, running(1))).toEqual([360]);
  });

  it("waits for as long as a server that is asked too often says", async () => {
    const throttled = answer(429, "", { "retry-after": "45" });
    expect(await pausesOf(0.5, 300, [throttled, state("RUNNING")])).toEqual([45_000, 3000]);
  });

  it("fails with the job inside", async () => {
    const { client, clock } = fakeService([
      state("FAIL", { error_code: "ELB.1009", fail_reason: "CreateIPTask-fail" }),
    ]);
    const error = await errorOf(clock.drive(client.resumeJob(id).wait()));
    expect(error).toBeInstanceOf(JobFailedError);
    expect(error).toMatchObject({
      message: `Job ${id} (createMember) failed: ELB.1009 CreateIPTask-fail.`,
      jobId: id,
      job: { status: "FAIL", error_code: "ELB.1009" },
    });
  });

  it("fails with the code, and with what a catalogue says about it", async () => {
    const failed = state("FAIL", { error_code: "ELB.1009", fail_reason: "CreateIPTask-fail" });
    const asked: unknown[] = [];
    const entry = { meaning: "No address was left.", remedy: "Release one." } as CatalogueEntry;
    const catalogue: ErrorCatalogue = (...question) => {
      asked.push(question);
      return entry;
    };
    const { client } = fakeService([failed], { catalogue });
    expect(await errorOf(client.resumeJob(id).wait())).toMatchObject({
      code: "ELB.1009",
      entry,
      message: `Job ${id} (createMember) failed: ELB.1009 CreateIPTask-fail. No address was left. Release one.`,
    });
    const about = { operationId: "getJob", status: undefined, message: "CreateIPTask-fail" };
    expect(asked).toEqual([["ELB.1009", about]]);
  });

  it("ends at its deadline with what it saw last", async () => {
    const { client, clock } = fakeService([state("RUNNING")]);
    const started = clock.now();
    const error = await errorOf(clock.drive(client.resumeJob(id).wait({ timeout: 30_000 })));
    expect(error).toBeInstanceOf(JobTimeoutError);
    expect(error).toMatchObject({ jobId: id, job: { status: "RUNNING" } });
    expect(error.message).toContain("was not done within 30 s (last status: RUNNING)");
    expect(clock.now() - started).toBe(30_000);
    expect(clock.pending).toBe(0);
  });

  it("ends at its deadline while an answer is in flight", async () => {
    const { client, clock, sent } = fakeService([never]);
    const error = await errorOf(clock.drive(client.resumeJob(id).wait({ timeout: 5_000 })));
    expect(error).toBeInstanceOf(JobTimeoutError);
    expect(error).toMatchObject({ job: undefined });
    expect(sent[0]?.signal.aborted).toBe(true);
  });

  it("stops by signal, in a pause and while an answer is in flight, and sends nothing when it came first", async () => {
    for (const reply of [state("RUNNING"), never]) {
      const { client, clock } = fakeService([reply]);
      const controller = new AbortController();
      const waiting = client.resumeJob(id).wait({ signal: controller.signal });
      setImmediate(() => controller.abort());
      const error = await errorOf(waiting);
      expect(error).toBeInstanceOf(ElbAbortError);
      expect(error.message).toContain(`Waiting for job ${id}`);
      expect(clock.pending).toBe(0);
    }
    const { client, sent } = fakeService([state("RUNNING")]);
    await errorOf(client.resumeJob(id).wait({ signal: AbortSignal.abort() }));
    expect(sent).toHaveLength(0);
  });

  it("fails with no secret in the job, nor a service's endless text in the message", async () => {
    const fail_reason = `bad ${token} ${"y".repeat(5_000)}`;
    const { client, clock } = fakeService([
      state("FAIL", { error_code: `E ${token}`, fail_reason, sub_jobs: [{ fail_reason }] }),
    ]);
    const error = await errorOf(clock.drive(client.resumeJob(id).wait()));
    expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain(token);
    expect(error.message).toContain("failed: E *** bad *** y");
    expect(error.message.length).toBeLessThan(1_200);
  });

  it("says what failed even if fields of the job hold something else than text", async () => {
    const odd = { toString: 1 };
    const { client, clock } = fakeService([
      state("FAIL", { error_code: odd, fail_reason: odd, job_type: odd }),
    ]);
    const error = await errorOf(clock.drive(client.resumeJob(id).wait()));
    expect(error.message).toBe(`Job ${id} failed: no reason given.`);
  });

  it("fails with a job that is nested without end", async () => {
    const nested = `{"status":"FAIL","entities":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    const { client } = fakeService([answer(200, nested)]);
    expect(await errorOf(client.resumeJob(id).wait())).toBeInstanceOf(JobFailedError);
  });

  it("lets a failed job win over an abort that comes together with it", async () => {
    for (const early of [true, false]) {
      const controller = new AbortController();
      const fail = () => {
        if (early) controller.abort();
        return state("FAIL");
      };
      const { client } = fakeService([fail]);
      const { signal } = controller;
      const waiting = client.resumeJob(id).wait({ signal, onProgress: () => controller.abort() });
      expect(await errorOf(waiting)).toBeInstanceOf(JobFailedError);
    }
  });

  it("cannot be broken by its observer", async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", note);
    const fail = () => {
      throw new Error("observer");
    };
    for (const onProgress of [fail, async () => fail()]) {
      const { client } = fakeService([state("SUCCESS")]);
      expect(await client.resumeJob(id).wait({ onProgress })).toMatchObject({ status: "SUCCESS" });
      await new Promise(setImmediate);
    }
    process.off("unhandledRejection", note);
    expect(unhandled).toEqual([]);
  });

  it.each([
    ...[0, 2 ** 31, "500", null].map((timeout) => ({ timeout })),
    { interval: -1 },
    { interval: "5" },
    { onProgress: "no function" },
    { signal: {} },
    { intervall: 5 },
    null,
  ])("refuses %j", async (options) => {
    const { client, sent } = fakeService([state("SUCCESS")]);
    const wait = client.resumeJob(id).wait(options as WaitOptions);
    expect(await errorOf(wait)).toBeInstanceOf(ElbArgumentError);
    expect(sent).toHaveLength(0);
  });
});

describe("trouble while waiting", () => {
  const reset = new TypeError("fetch failed", { cause: new Error("read ECONNRESET") });

  it.each([
    ["no answer", reset],
    ["a gateway's 502", answer(502, { error_code: "APIGW.0201", error_msg: "upstream" })],
    ["a proxy's page", answer(503, "<html>")],
    ["throttling", answer(429, { error_code: "APIGW.0308", error_msg: "throttled" })],
    ["throttling without a code", answer(429, "")],
  ])("passes: %s", async (_, trouble) => {
    const { client, clock, sent } = fakeService([trouble, state("RUNNING"), trouble, state("SUCCESS")]);
    const seen: string[] = [];
    const waiting = client.resumeJob(id).wait({ onProgress: ({ status }) => seen.push(status) });
    expect(await clock.drive(waiting)).toMatchObject({ status: "SUCCESS" });
    expect([seen, sent.length]).toEqual([["RUNNING", "SUCCESS"], 4]);
  });

  it("passes when an answer is lost for longer than a call may take", async () => {
    const { client, clock } = fakeService([never, state("SUCCESS")]);
    expect(await clock.drive(client.resumeJob(id).wait())).toMatchObject({ status: "SUCCESS" });
  });

  it("is not repeated besides by the call itself", async () => {
    const attempts: number[] = [];
    const { client, clock } = fakeService([reset, reset, state("SUCCESS")], {
      retries: 3,
      onRequest: ({ attempt }) => attempts.push(attempt),
    });
    await clock.drive(client.resumeJob(id).wait());
    expect(attempts).toEqual([1, 1, 1]);
  });

  it("is told at the deadline, if it was the last thing heard", async () => {
    const { client, clock } = fakeService([state("RUNNING"), reset]);
    const error = await errorOf(clock.drive(client.resumeJob(id).wait({ timeout: 30_000 })));
    expect(error).toBeInstanceOf(JobTimeoutError);
    expect(error).toMatchObject({ job: { status: "RUNNING" }, cause: expect.any(ElbNetworkError) });
    expect(error.message).toContain(
      "(last status: RUNNING; last trouble: No answer from elb.example.com to getJob: read ECONNRESET);",
    );
  });

  it("is forgotten once the job was answered again", async () => {
    const { client, clock } = fakeService([reset, state("RUNNING")]);
    const error = await errorOf(clock.drive(client.resumeJob(id).wait({ timeout: 30_000 })));
    expect([error.message.includes("trouble"), error.cause]).toEqual([false, undefined]);
  });

  it.each([
    [401, { error_code: "APIGW.0301", error_msg: "verify aksk signature fail" }, { isAuth: true }],
    [500, { error_code: "APIGW.0301", error_msg: "verify aksk signature fail" }, { isAuth: true }],
    [403, {}, { isAuth: true }],
    [404, { code: "ELB.0404", message: "no such job" }, { isNotFound: true }],
    [503, { error: { code: "ELB.6002", message: "gone" } }, { isNotFound: true }],
    [400, "", { status: 400 }],
    [404, { error_code: "APIGW.0101", error_msg: "m" }, { isApiUnavailable: true }],
    [200, { code: "ELB.0002", message: "Request is null." }, { code: "ELB.0002", status: 200 }],
  ])("ends the waiting with %i and %j", async (status, body, known) => {
    const { client, clock, sent } = fakeService([answer(status, body)]);
    const error = await errorOf(clock.drive(client.resumeJob(id).wait()));
    expect(error).toBeInstanceOf("isApiUnavailable" in known ? ApiUnavailableError : ElbApiError);
    expect(error).toMatchObject(known);
    expect(sent).toHaveLength(1);
  });
});

describe("several that wait for one job", () => {
  it("share the questions, and all see how it ends", async () => {
    const { client, clock, sent } = fakeService([...running(6), state("SUCCESS")]);
    const waits = [
      client.resumeJob(id),
      client.resumeJob(id),
      client.resumeJob(id, { project_id: projectId }),
    ];
    const done = await clock.drive(Promise.all(waits.map((job) => job.wait())));
    expect(done.map(({ status }) => status)).toEqual(["SUCCESS", "SUCCESS", "SUCCESS"]);
    expect(sent).toHaveLength(7);
  });

  it("do not end each other's waiting", async () => {
    const gone = new AbortController();
    const { client, clock, sent } = fakeService([
      () => new Promise<Response>(() => {}),
      state("RUNNING"),
      state("SUCCESS"),
    ]);
    const first = errorOf(client.resumeJob(id).wait({ signal: gone.signal }));
    const second = client.resumeJob(id).wait();
    setImmediate(() => gone.abort());
    expect(await first).toBeInstanceOf(ElbAbortError);
    expect(await clock.drive(second)).toMatchObject({ status: "SUCCESS" });
    expect(sent).toHaveLength(3);
  });

  it("do not take an answer from before they came", async () => {
    const { client, clock, sent } = fakeService([state("RUNNING"), state("SUCCESS")]);
    await clock.drive(client.resumeJob(id).wait());
    await client.resumeJob(id).wait();
    expect(sent).toHaveLength(3);
  });

  it("do not take an answer from another project", async () => {
    const { client, clock, sent } = fakeService([...running(4), state("SUCCESS")]);
    const waits = [client.resumeJob(id), client.resumeJob(id, { project_id: "other" })];
    await clock.drive(Promise.all(waits.map((job) => job.wait())));
    const projects = sent.map(({ url }) => url.split("/")[4]);
    expect(projects.toSorted()).toEqual([...Array(3).fill(projectId), ...Array(3).fill("other")]);
  });

  it("fail together", async () => {
    const { client, sent } = fakeService([answer(404, { code: "ELB.0404", message: "no such job" })]);
    const errors = await Promise.all([
      errorOf(client.resumeJob(id).wait()),
      errorOf(client.resumeJob(id).wait()),
    ]);
    for (const error of errors) expect(error).toMatchObject({ isNotFound: true });
    expect(sent).toHaveLength(1);
  });
});

describe("step and resumeJob", () => {
  it("asks once and decides nothing", async () => {
    const { client, sent } = fakeService([state("FAIL")]);
    expect(await client.resumeJob(id).step()).toMatchObject({ status: "FAIL" });
    expect(sent).toHaveLength(1);
  });

  it("takes the project of the job, and asks nothing by itself", async () => {
    const { client, sent } = fakeService([state("RUNNING")]);
    const job = client.resumeJob(id, { project_id: "other" });
    expect(sent).toHaveLength(0);
    await job.step();
    expect(sent[0]?.url).toContain("/v1.0/other/jobs/");
  });

  it.each([null, { projectId: "p" }, { project_id: "" }, { project_id: null }, "p"])(
    "refuses the options %j at once",
    (options) => {
      const { client } = fakeService([]);
      expect(() => client.resumeJob(id, options as object)).toThrow(ElbArgumentError);
    },
  );

  it.each(["", "a/b", undefined, null, "..", "\ud800"])("refuses the id %j at once", (wrong) => {
    const { client } = fakeService([]);
    expect(() => client.resumeJob(wrong as string)).toThrow(ElbArgumentError);
  });
});
