import { expect, test } from "vitest";
import { createJudge, exchangeFindings } from "./judge.ts";

const url = "/v1.0/55300f3c8f764c06b1a32e2302edc305/jobs/4010b39b4fc3d5ff014fc4a4e7ab0a52";
const job = (status: string) => ({
  status,
  job_id: "4010b39b4fc3d5ff014fc4a4e7ab0a52",
  job_type: "addMember",
  begin_time: "2019-11-15T03:36:55.100Z",
  end_time: "",
  error_code: null,
  fail_reason: null,
  entities: {},
});

/** Codes of what is found when polls are answered in that order. */
function poll(...polls: [status: string, begun: number, ended: number][]): string[] {
  const judge = createJudge({ language: "en", lower: undefined });
  return polls.flatMap(([status, begun, ended]) => {
    const sent = judge.request({ method: "GET", url })!;
    const answer = { method: "GET", url, status: 200, body: job(status) };
    return judge
      .response(answer, sent, { begun, ended })
      .map(({ code }) => code)
      .filter((code) => code.startsWith("sequence"));
  });
}

test("a job that goes back from one poll to the next is found", () => {
  expect(poll(["RUNNING", 1, 2], ["INIT", 3, 4])).toEqual(["sequence.job.status"]);
});

test("polls that overtake each other are not held against the service", () => {
  expect(poll(["RUNNING", 2, 3], ["INIT", 1, 4])).toEqual([]);
});

test("an overlay lowers findings on both sides", () => {
  const overlay = (_: unknown, finding: { code: string }) => ({ ...finding, severity: "note" }) as never;
  const judge = createJudge({ language: "en", lower: overlay });
  const list = url.replace(/jobs.*/, "elbaas/loadbalancers?limit=ten");
  const sent = judge.request({ method: "GET", url: list })!;
  expect([sent.ok, sent.findings.map(({ severity }) => severity)]).toEqual([true, ["note"]]);
  const answer = { method: "GET", url: list, status: 200, body: 7 };
  expect(judge.response(answer, sent, { begun: 0, ended: 1 }).map(({ severity }) => severity)).toEqual([
    "note",
  ]);
});

test("a request that the service refused is a warning, unless it is of no operation", () => {
  const judge = createJudge({ language: "en", lower: undefined });
  const severity = (path: string) => {
    const verdict = judge.request({ method: "GET", url: url.replace(/jobs.*/, path) })!;
    return exchangeFindings(verdict, 400, []).map(({ severity }) => severity);
  };
  expect(severity("elbaas/loadbalancers?limit=ten")).toEqual(["warning"]);
  expect(severity("elbaas/pools")).toEqual(["error"]);
});
