import { expect, test } from "vitest";
import { createJobWatch, type JobWatch } from "./job-watch.ts";
import { unresolved } from "./testing/pointers.ts";

function see(watch: JobWatch, job: Record<string, unknown>): string[] {
  const { findings } = watch.check({
    method: "GET",
    url: `/v1.0/p/jobs/${job.job_id}`,
    status: 200,
    body: JSON.stringify(job),
  });
  expect(unresolved(findings)).toEqual([]);
  return findings.map(({ severity, code, actual }) => `${severity} ${code} ${actual}`);
}

function statuses(...list: string[]): string[] {
  const watch = createJobWatch();
  return list.flatMap((status) => see(watch, { job_id: "j", status }));
}

test.each<[string[], string[]]>([
  [["INIT", "INIT", "RUNNING", "SUCCESS", "SUCCESS"], []],
  [["INIT", "FAIL"], []],
  [["RUNNING", "PAUSED", "RUNNING"], []],
  [["RUNNING", "INIT"], ["warning sequence.job.status INIT"]],
  [["SUCCESS", "RUNNING", "RUNNING", "SUCCESS"], ["warning sequence.job.status RUNNING"]],
  [["FAIL", "SUCCESS"], ["warning sequence.job.status SUCCESS"]],
])("a job that is %j", (list, findings) => {
  expect(statuses(...list)).toEqual(findings);
});

test("jobs are told apart", () => {
  const watch = createJobWatch();
  expect(see(watch, { job_id: "a", status: "SUCCESS" })).toEqual([]);
  expect(see(watch, { job_id: "b", status: "INIT" })).toEqual([]);
});

test("a job has the type of the operation that launched it", () => {
  const watch = createJobWatch();
  const body = { uri: "/v1/p/jobs/j", job_id: "j" };
  watch.check({ method: "POST", url: "/v1.0/p/elbaas/listeners/l/members", status: 200, body });
  expect(see(watch, { job_id: "j", status: "INIT", job_type: "createMember" })).toEqual([]);
  expect(see(watch, { job_id: "j", status: "INIT", job_type: "createELB" })).toEqual([
    "warning sequence.job.type createELB",
  ]);
});

test("a job begins once", () => {
  const watch = createJobWatch();
  expect(see(watch, { job_id: "j", status: "INIT", begin_time: null })).toEqual([]);
  expect(see(watch, { job_id: "j", status: "RUNNING", begin_time: "x" })).toEqual([]);
  expect(see(watch, { job_id: "j", status: "RUNNING", begin_time: "y" })).toEqual([
    "warning sequence.job.begin y",
  ]);
});

test("only so many jobs are remembered", () => {
  const watch = createJobWatch({ maxJobs: 1 });
  see(watch, { job_id: "a", status: "SUCCESS" });
  see(watch, { job_id: "b", status: "SUCCESS" });
  expect(see(watch, { job_id: "a", status: "INIT" })).toEqual([]);
});

test("answers that are no jobs, refusals and broken text say nothing", () => {
  const watch = createJobWatch();
  const jobs = { method: "GET", url: "/v1.0/p/jobs/j" };
  for (const body of ["{", "[]", "", undefined, null, { job_id: 5 }]) {
    expect(watch.check({ ...jobs, status: 200, body }).ok).toBe(true);
  }
  watch.check({ ...jobs, status: 400, body: { job_id: "j", status: "SUCCESS" } });
  expect(see(watch, { job_id: "j", status: "INIT" })).toEqual([]);
});

test("findings are written in the language asked for", () => {
  const watch = createJobWatch({ language: "zh-CN" });
  see(watch, { job_id: "j", status: "SUCCESS" });
  const [finding] = watch.check({
    method: "GET",
    url: "/v1.0/p/jobs/j",
    status: 200,
    body: { job_id: "j", status: "INIT" },
  }).findings;
  expect(finding?.message).toBe("任务j的状态为INIT，而此前已是最终状态SUCCESS。");
});
