import { describe, expect, it } from "vitest";
import { ElbAbortError, ElbApiError, ElbArgumentError, JobFailedError, JobTimeoutError } from "./index.ts";
import { answer, fakeService, projectId } from "./testing/fake-service.ts";

const id = "4010b39b4fd3d5ff014fd3ec3ed8002d";
const uri = `/v1/${projectId}/jobs/${id}`;
const state = (status: string, more: object = {}) =>
  answer(200, { job_id: id, job_type: "createMember", status, entities: {}, sub_jobs: [], ...more });
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

  it("pauses half as long again each time, up to ten times the interval", async () => {
    const states = Array.from({ length: 9 }, () => state("RUNNING"));
    const { client, clock } = fakeService([...states, state("SUCCESS")]);
    await clock.drive(client.resumeJob(id).wait({ interval: 100 }));
    const pauses = clock.asked.filter((ms) => ms < 60_000);
    expect(pauses).toEqual([100, 150, 225, 337.5, 506.25, 759.375, 1000, 1000, 1000]);
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

  it("passes on what the API answers with an error", async () => {
    const { client, clock } = fakeService([answer(404, { code: "ELB.0404", message: "no such job" })]);
    expect(await errorOf(clock.drive(client.resumeJob(id).wait()))).toBeInstanceOf(ElbApiError);
  });

  it.each([{ timeout: 0 }, { interval: -1 }, { timeout: 2 ** 31 }])("refuses %j", async (options) => {
    const { client } = fakeService([]);
    expect(await errorOf(client.resumeJob(id).wait(options))).toBeInstanceOf(ElbArgumentError);
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

  it.each(["", "a/b", undefined])("refuses the id %j at once", (wrong) => {
    const { client } = fakeService([]);
    expect(() => client.resumeJob(wrong as string)).toThrow(ElbArgumentError);
  });
});
