import { describe, expect, test } from "vitest";
import { checkResponse } from "./check-response.ts";
import { responseSamples } from "./testing/description.ts";

const base = "/v1.0/55300f3c8f764c06b1a32e2302edc305";
const members = `${base}/elbaas/listeners/248425d7b97dc26920eb23720115e068/members`;
const job = { job_id: "4010b39b4fd3d5ff014fd3ec3ed8002d", status: "RUNNING" };

function brief(response: Parameters<typeof checkResponse>[0]): string[] {
  return checkResponse(response).findings.map(({ severity, code, pointer }) =>
    `${severity} ${code} ${pointer}`.trim(),
  );
}

const jobAnswer = (body: unknown): string[] =>
  brief({ method: "GET", url: `${base}/jobs/${job.job_id}`, status: 200, body });

/** Operations share samples of errors, with one code for all, and the URLs of samples have ids of their own. */
const shared = ["response.error.operation", "response.error.status", "response.job.id"];

test.each(responseSamples)("the example $operationId $name keeps the contract", (sample) => {
  const { operationId, findings } = checkResponse(sample);
  expect(operationId).toBe(sample.operationId);
  expect(findings.filter(({ code }) => !shared.includes(code))).toEqual([]);
});

describe("payload", () => {
  test("a finding says what is wrong, where, and by which rule", () => {
    const answer = { method: "POST", url: members, status: 200, body: { uri: "/v1/x", job_id: 5 } };
    expect(checkResponse(answer)).toEqual({
      operationId: "addMembers",
      ok: false,
      findings: [
        {
          code: "response.body.type",
          severity: "error",
          pointer: "/job_id",
          schema: "/components/schemas/JobReference/properties/job_id/type",
          rule: { pages: ["添加后端云服务器"], provenance: "documented" },
          expected: "a string",
          actual: "5",
          message: "The response body's /job_id must be a string, but is 5.",
        },
      ],
    });
  });

  test("a property that is not documented is a note", () => {
    expect(jobAnswer({ ...job, colour: "red", entities: { elb: { id: "x", colour: "red" } } })).toEqual([
      "note response.body.property /entities/elb/colour",
      "note response.body.property /colour",
    ]);
  });

  test("jobs are checked inside jobs", () => {
    const body = { ...job, sub_jobs: [job, { ...job, sub_jobs: [{ ...job, status: 1, colour: "red" }] }] };
    expect(jobAnswer(body)).toEqual([
      "error response.body.type /sub_jobs/1/sub_jobs/0/status",
      "note response.body.property /sub_jobs/1/sub_jobs/0/colour",
    ]);
  });

  test("jobs inside jobs without end are a finding, not a crash", () => {
    let body: Record<string, unknown> = job;
    for (let depth = 0; depth < 100_000; depth++) body = { ...job, sub_jobs: [body] };
    expect(jobAnswer(body)).toEqual(["error response.body.depth"]);
  });

  test("an enumeration of an answer is open", () => {
    expect(jobAnswer({ ...job, status: "PAUSED", job_type: "resizeELB" })).toEqual([]);
  });

  test.each([
    ["where none belongs", 204, "{}", "unexpected"],
    ["missing", 400, "", "missing"],
    ["that is no JSON", 503, "<html>", "syntax"],
  ])("a payload %s", (_name, status, body, code) => {
    expect(brief({ method: "DELETE", url: `${base}/elbaas/listeners/x`, status, body })).toEqual([
      `error response.body.${code}`,
    ]);
  });
});

describe("errors of the service", () => {
  const failed = (body: unknown): string[] => brief({ method: "GET", url: members, status: 400, body });

  test.each([
    ["of the service", { error: { code: "ELB.2000", message: "m" } }],
    ["of the gateway", { error_code: "APIGW.0106", error_msg: "m" }],
    ["of the job service", { code: "ELB.0004", message: "m" }],
  ])("the shape %s", (_name, body) => {
    expect(failed(body)).toEqual([]);
  });

  test("a shape that is begun is the one that was meant", () => {
    expect(failed({ error_code: "APIGW.0106" })).toEqual(["error response.body.required /error_msg"]);
    expect(failed({ error: { code: 1, message: "m" } })).toEqual(["error response.body.type /error/code"]);
  });

  test("none of the shapes is one finding", () => {
    expect(failed({})).toEqual(["error response.body.variant"]);
  });
});

describe("status", () => {
  test("an undocumented status is a warning, and its payload is checked as an error", () => {
    const answer = { method: "GET", url: members, status: 429 };
    expect(brief({ ...answer, body: { error_code: "APIGW.0308", error_msg: "m" } })).toEqual([
      "warning response.status status",
    ]);
    expect(brief({ ...answer, body: [] })).toEqual([
      "warning response.status status",
      "error response.body.type",
    ]);
  });

  test("an undocumented success is checked like the documented one", () => {
    const answer = { method: "POST", url: members, status: 202 };
    expect(brief({ ...answer, body: { uri: "/v1/x", job_id: "j" } })).toEqual([
      "warning response.status status",
    ]);
    expect(brief({ ...answer, body: { uri: "/v1/x" } })).toEqual([
      "warning response.status status",
      "error response.body.required /job_id",
    ]);
  });
});

test("304 has no payload", () => {
  expect(brief({ method: "GET", url: members, status: 304 })).toEqual(["warning response.status status"]);
});

test("a list in an object where it belongs bare is one of another type", () => {
  const answer = { method: "GET", url: members, status: 200 };
  const { findings } = checkResponse({ ...answer, body: { members: [] } });
  expect(findings.map(({ message }) => message)).toEqual([
    "The response body must be an array, but is an object.",
  ]);
  expect(brief({ ...answer, body: {} })).toEqual([]);
});

test("a Content-Type given twice, each time another", () => {
  const answer = { method: "GET", url: members, status: 200, body: [] };
  const headers: [string, string][] = [
    ["Content-Type", "application/json"],
    ["content-type", "text/html"],
  ];
  expect(brief({ ...answer, headers })).toEqual(["warning response.header.repeated header/content-type"]);
});

test("a Content-Type that does not name JSON is a warning", () => {
  const answer = { method: "GET", url: members, status: 200, body: "[]" };
  expect(brief({ ...answer, headers: { "content-type": "text/html" } })).toEqual([
    "warning response.header.content-type header/content-type",
  ]);
  expect(brief({ ...answer, headers: { "content-type": "application/json" } })).toEqual([]);
  expect(brief({ ...answer, headers: {} })).toEqual([]);
});

test("an answer to an unknown operation cannot be checked", () => {
  expect(brief({ method: "GET", url: "/v1.0/nothing", status: 200 })).toEqual([
    "error operation.unknown url",
  ]);
});
