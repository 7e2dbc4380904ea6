import type { ResponseMessage } from "./check-response.ts";
import { NotJson, readPayload } from "./engine/payload.ts";
import { add, type CheckOptions, newReport, type Report, verdict } from "./engine/report.ts";
import { findOperation, type KnownOperation } from "./engine/route.ts";
import { isObject } from "./engine/values.ts";
import type { FindingCode, Verdict } from "./finding.ts";
import { say, type Words } from "./language/language.ts";
import type { JobStates } from "./table.ts";

/** How a watch reports, and what it keeps. */
export interface JobWatchOptions extends CheckOptions {
  /** How many jobs are remembered; the one that was seen first is forgotten first. Default: 10000. */
  readonly maxJobs?: number | undefined;
}

/** Remembers the jobs of a sequence of answers. */
export interface JobWatch {
  /**
   * Holds an answer against the earlier ones. Has no findings for anything but jobs, and none of those that
   * `checkResponse` has: use both. Answers have to come in the order in which their requests were sent, each after the
   * one before was answered; polls that overlap can be overtaken without any fault of the service.
   */
  check(response: ResponseMessage): Verdict;
}

/** What is known of a job. */
interface Seen {
  status?: string;
  type?: string;
  begin?: string;
}

/**
 * Starts to watch jobs across answers: a job that was done must not be at work again, one that began must not be yet to
 * begin, and type and time of beginning must stay. Answers that launch jobs tell the type.
 */
export function createJobWatch({ maxJobs = 10_000, ...options }: JobWatchOptions = {}): JobWatch {
  const jobs = new Map<string, Seen>();

  function seen(id: string): Seen {
    const known = jobs.get(id);
    if (known !== undefined) return known;
    if (jobs.size >= maxJobs) jobs.delete(jobs.keys().next().value!);
    const fresh: Seen = {};
    jobs.set(id, fresh);
    return fresh;
  }

  function check(response: ResponseMessage): Verdict {
    const report = newReport(options);
    const operation = findOperation(response.method, response.url, report);
    if (operation === undefined) return verdict(undefined, report.findings);
    const body = readPayload(response.body);
    if (isSuccess(response.status) && isObject(body) && !(body instanceof NotJson)) {
      look(report, operation, body, seen);
    }
    return verdict(operation.id, report.findings);
  }

  return { check };
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

type Job = Readonly<Record<string, unknown>>;

function look(report: Report, operation: KnownOperation, body: Job, seen: (id: string) => Seen): void {
  const states = operation.responses.find(({ payload }) => payload?.job !== undefined)?.payload?.job;
  const id = body.job_id;
  if (typeof id !== "string") return;
  if (operation.job !== undefined) seen(id).type ??= operation.job;
  if (states !== undefined) compare({ report, operation, states, id }, body, seen(id));
}

interface Context {
  readonly report: Report;
  readonly operation: KnownOperation;
  readonly states: JobStates;
  readonly id: string;
}

function compare(context: Context, { status, job_type: type, begin_time: begin }: Job, job: Seen): void {
  if (typeof status === "string") compareStatus(context, status, job);
  if (isText(type)) {
    if (job.type !== undefined && job.type !== type) addChange(context, "type", job.type, type);
    job.type ??= type;
  }
  if (isText(begin)) {
    if (job.begin !== undefined && job.begin !== begin) addChange(context, "begin", job.begin, begin);
    job.begin ??= begin;
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** What came last counts: a job that goes back is said to do so once. */
function compareStatus(context: Context, status: string, job: Seen): void {
  const before = job.status;
  job.status = status;
  if (before === undefined || before === status) return;
  const { waiting, success, failure } = context.states;
  if (before === success || before === failure) addStatus(context, "sequence.status", before, status);
  else if (waiting.includes(status) && waiting.indexOf(status) < waiting.indexOf(before)) {
    addStatus(context, "sequence.back", before, status);
  }
}

function addStatus(
  context: Context,
  key: "sequence.status" | "sequence.back",
  before: string,
  actual: string,
): void {
  const { id: job } = context;
  const message = say(context.report.language, key, { job, actual, before });
  addFinding(context, { code: "sequence.job.status", name: "status", expected: before, actual, message });
}

const properties = { type: "job_type", begin: "begin_time" } as const;

function addChange(context: Context, what: "type" | "begin", expected: string, actual: string): void {
  const key: keyof Words = `sequence.${what}`;
  const message = say(context.report.language, key, { job: context.id, actual, expected });
  addFinding(context, { code: `sequence.job.${what}`, name: properties[what], expected, actual, message });
}

interface Change {
  readonly code: FindingCode;
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
  readonly message: string;
}

function addFinding({ report, operation, states }: Context, { name, ...change }: Change): void {
  add(report, `${operation.id}.response.200.body.${name}`, {
    ...change,
    severity: "warning",
    pointer: `/${name}`,
    schema: `${states.pointer}/${name}`,
  });
}
