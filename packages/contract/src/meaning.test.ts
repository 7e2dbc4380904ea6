import { describe, expect, test } from "vitest";
import { checkResponse } from "./check-response.ts";
import { unresolved } from "./testing/pointers.ts";

const base = "/v1.0/p";

function brief(url: string, body: object, status = 200): string[] {
  const { findings } = checkResponse({ method: "GET", url: base + url, status, body });
  expect(unresolved(findings)).toEqual([]);
  return findings.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
}

describe("error codes", () => {
  const members = (code: string, status = 400) =>
    brief("/elbaas/listeners/l/members", { error: { code, message: "m" } }, status);

  test.each<[string, string, number, string[]]>([
    ["of the operation", "ELB.2003", 400, []],
    ["of all operations", "ELB.0004", 400, []],
    ["unknown", "ELB.0000", 400, ["warning response.error.unknown /error/code"]],
    ["that objects inherit", "constructor", 400, ["warning response.error.unknown /error/code"]],
    ["of another operation", "ELB.2012", 400, ["warning response.error.operation /error/code"]],
    ["with another status", "ELB.2003", 403, ["warning response.error.status /error/code"]],
    ["with a further status of the catalogue", "ELB.1102", 401, []],
  ])("%s", (_name, code, status, findings) => {
    expect(members(code, status)).toEqual(findings);
  });

  test.each(["APIGW.0308", "APIG.0308", "APIC.0308"])("%s is a code of the gateway", (error_code) => {
    expect(brief("/jobs/j", { error_code, error_msg: "m" }, 429)).toEqual(["warning response.status status"]);
  });

  test("what was inferred, not documented, is a note only", () => {
    const body = { error: { code: "ELB.1061", message: "m" } };
    const { findings } = checkResponse({
      method: "POST",
      url: `${base}/elbaas/loadbalancers`,
      status: 404,
      body,
    });
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      "note response.error.status",
    ]);
  });
});

describe("counts", () => {
  test.each<[string, string, object, string[]]>([
    ["right", "", { loadbalancers: [], instance_num: "0" }, []],
    ["right, of an empty object", "", { loadbalancers: {}, instance_num: "0" }, []],
    ["wrong", "", { loadbalancers: [], instance_num: "2" }, ["warning response.count /instance_num"]],
    [
      "in another notation",
      "",
      { loadbalancers: [], instance_num: "0x0" },
      ["warning response.count /instance_num"],
    ],
    ["no number", "", { loadbalancers: [], instance_num: "" }, ["warning response.count /instance_num"]],
    [
      "of a part",
      "?limit=1",
      { loadbalancers: [], instance_num: "2" },
      ["note response.count /instance_num"],
    ],
  ])("%s", (_name, query, body, findings) => {
    expect(brief(`/elbaas/loadbalancers${query}`, body)).toEqual(findings);
  });
});

describe("jobs", () => {
  const begin = "2017-09-29T09:49:37.399Z";
  const end = "2017-09-29T09:50:03.272Z";
  const done = { job_id: "j", status: "SUCCESS", begin_time: begin, end_time: end, error_code: null };
  const failed = { ...done, status: "FAIL", error_code: "ELB.1009" };
  const running = { ...done, status: "RUNNING", end_time: "" };

  test.each<[string, object, string[]]>([
    ["done", done, []],
    ["failed", failed, []],
    ["running", running, []],
    ["of an unknown state", { ...done, status: "PAUSED", error_code: "x" }, []],
    ["failed, in words only", { ...failed, error_code: null, fail_reason: "no address" }, []],
    ["failed without a reason", { ...failed, error_code: "" }, ["note response.job.error /error_code"]],
    ["done with an error", { ...done, error_code: "ELB.1009" }, ["warning response.job.error /error_code"]],
    ["running, but ended", { ...running, end_time: end }, ["warning response.job.times /end_time"]],
    [
      "that ended before it began",
      { ...done, begin_time: end, end_time: begin },
      ["warning response.job.times /end_time"],
    ],
    [
      "that ended later than it began, in another zone",
      { ...done, begin_time: "2017-09-29T09:49:37Z", end_time: "2017-09-29T04:50:03-05:00" },
      [],
    ],
    [
      "done with a reason to fail",
      { ...done, fail_reason: "x" },
      ["warning response.job.error /fail_reason"],
    ],
    ["running with an error", { ...running, error_code: "x" }, ["warning response.job.error /error_code"]],
    ["running with a reason", { ...running, fail_reason: "x" }, ["warning response.job.error /fail_reason"]],
    ["of another id", { ...done, job_id: "x" }, ["warning response.job.id /job_id"]],
    [
      "of an id that the path has elsewhere",
      { ...done, job_id: "jobs" },
      ["warning response.job.id /job_id"],
    ],
    ["of an empty id", { ...done, job_id: "" }, ["warning response.job.id /job_id"]],
    [
      "with a part that contradicts itself",
      { ...done, sub_jobs: [{ ...done, error_code: "x", begin_time: end, end_time: begin }] },
      [
        "warning response.job.error /sub_jobs/0/error_code",
        "warning response.job.times /sub_jobs/0/end_time",
      ],
    ],
    [
      "with a part of a part that failed",
      { ...done, sub_jobs: [{ ...done, sub_jobs: [done, failed] }] },
      ["warning response.job.part /sub_jobs/0/sub_jobs/1/status"],
    ],
    [
      "done with a part that failed",
      { ...done, sub_jobs: [done, failed] },
      ["warning response.job.part /sub_jobs/1/status"],
    ],
  ])("%s", (_name, body, findings) => {
    expect(brief("/jobs/j", body)).toEqual(findings);
  });
});
