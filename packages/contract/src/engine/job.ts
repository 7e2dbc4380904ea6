import type { FindingCode } from "../finding.ts";
import { describe } from "../language/describe.ts";
import { type Language, say, type Words } from "../language/language.ts";
import type { JobStates } from "../table.ts";
import { pathValue } from "./parameters.ts";
import { responseBody } from "./places.ts";
import { add, type Report } from "./report.ts";
import type { KnownOperation } from "./route.ts";
import { childPointer, isObject } from "./values.ts";

type Job = Readonly<Record<string, unknown>>;

/** Checks that what an answer says about a job does not contradict itself. */
export function checkJob(
  report: Report,
  operation: KnownOperation,
  states: JobStates,
  url: string,
  body: unknown,
): void {
  if (!isObject(body)) return;
  const found: Contradiction[] = [];
  findId(found, body, operation, states.parameter, url);
  findInside(found, body, states, "");
  for (const one of found) addContradiction(report, operation, states, one);
}

/** How deep jobs in jobs are looked at. The deepest on record are one level down. */
const DEPTH = 8;

/** @param place Where the job is, with a slash at the end: `sub_jobs/0/`. */
function findInside(found: Contradiction[], job: Job, states: JobStates, place: string, depth = 0): void {
  const own: Contradiction[] = [];
  findError(own, job, states);
  findTimes(own, job, states);
  findParts(own, job, states);
  for (const one of own) found.push({ ...one, name: place + one.name });
  if (depth === DEPTH || !Array.isArray(job.sub_jobs)) return;
  for (const [index, part] of job.sub_jobs.entries()) {
    if (isObject(part)) findInside(found, part, states, `${place}sub_jobs/${index}/`, depth + 1);
  }
}

interface Contradiction {
  readonly code: FindingCode;
  readonly severity: "warning" | "note";
  readonly name: string;
  readonly value: unknown;
  readonly key: keyof Words;
  readonly expected: (language: Language) => string;
  readonly values?: Readonly<Record<string, string>>;
}

function findId(
  found: Contradiction[],
  job: Job,
  operation: KnownOperation,
  name: string,
  url: string,
): void {
  const value = job[name];
  if (typeof value !== "string") return;
  const asked = pathValue(operation, url, name);
  if (value === asked) return;
  const expected = (language: Language) => describe(asked, language);
  found.push({ code: "response.job.id", severity: "warning", name, value, key: "job.id", expected });
}

function findError(found: Contradiction[], job: Job, { success, failure, waiting }: JobStates): void {
  const { status } = job;
  const code = "response.job.error";
  const given = reasons.filter((name) => !isEmpty(job[name]));
  if (status === failure && given.length === 0) {
    // No failed job was recorded in full, so this is no more than odd.
    const [name] = reasons;
    found.push({ code, severity: "note", name, value: job[name], key: "job.failed", expected: anything });
  }
  if (typeof status !== "string" || !(status === success || waiting.includes(status))) return;
  const key = status === success ? "job.succeeded" : "job.running";
  for (const name of given) {
    const values = { status };
    found.push({ code, severity: "warning", name, value: job[name], key, values, expected: empty });
  }
}

/** What says why a job failed. */
const reasons = ["error_code", "fail_reason"] as const;

function findTimes(found: Contradiction[], job: Job, { waiting }: JobStates): void {
  const { status, begin_time: begin, end_time: value } = job;
  if (isEmpty(value)) return;
  const about = { code: "response.job.times", severity: "warning", name: "end_time", value } as const;
  if (typeof status === "string" && waiting.includes(status)) {
    found.push({ ...about, key: "job.running", values: { status }, expected: empty });
  } else if (isBefore(value, begin)) {
    const values = { begin: describe(begin) };
    const expected = (language: Language) => say(language, "job.times.expected", values);
    found.push({ ...about, key: "job.times", values, expected });
  }
}

/** A job that succeeded has no part that failed or is still at work. */
function findParts(found: Contradiction[], job: Job, { success, waiting, failure }: JobStates): void {
  if (job.status !== success || !Array.isArray(job.sub_jobs)) return;
  const unfinished = [...waiting, failure];
  for (const [index, part] of job.sub_jobs.entries()) {
    if (!isObject(part) || !unfinished.includes(part.status as string)) continue;
    found.push({
      code: "response.job.part",
      severity: "warning",
      name: `sub_jobs/${index}/status`,
      value: part.status,
      key: "job.part",
      values: { status: success },
      expected: () => JSON.stringify(success),
    });
  }
}

function anything(language: Language): string {
  return say(language, "value.any");
}

function empty(language: Language): string {
  return say(language, "job.empty");
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function isBefore(value: unknown, other: unknown): boolean {
  if (typeof value !== "string" || typeof other !== "string") return false;
  // The documented form sorts as text, which is quicker than reading it.
  return value < other && Date.parse(value) < Date.parse(other);
}

function addContradiction(
  report: Report,
  operation: KnownOperation,
  { pointer: schema }: JobStates,
  { code, severity, name, value, key, expected, values }: Contradiction,
): void {
  const { language } = report;
  const pointer = `/${name}`;
  const words = {
    subject: responseBody.subject(language, pointer),
    expected: expected(language),
    actual: isEmpty(value) ? say(language, "header.missing") : describe(value, language),
  };
  const origin = { id: operation.id, status: 200 };
  add(report, responseBody.element(origin, pointer), {
    code,
    severity,
    pointer,
    // Jobs in jobs have the same schema.
    schema: childPointer(schema, name.slice(name.lastIndexOf("/") + 1)),
    expected: words.expected,
    actual: words.actual,
    message: say(language, key, { ...words, ...values }),
  });
}
