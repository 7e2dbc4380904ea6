import {
  checkExchange,
  checkRequest,
  type Finding,
  type FindingCode,
  type LanguageName,
  type Verdict,
} from "../../index.ts";
import type { RecordedExchange } from "../exchange.ts";
import { valuesBehind } from "../read/behind.ts";
import { type Recorded, readRecorded } from "../read/recorded.ts";
import type { RawValue } from "../read/values.ts";
import { pathOf } from "../report/path.ts";
import type { Call } from "../report/report.ts";
import { type Hosts, isSelected } from "./selection.ts";

export interface JudgeOptions {
  readonly hosts: Hosts;
  readonly language: LanguageName;
}

/** What became of a recorded call. Can be passed from thread to thread. */
export interface Judged {
  /** What is wrong with the recording, one sentence each. */
  readonly faults: readonly string[];
  /** Left out where the call is of another service, or could not be read. */
  readonly checked?: Checked;
  readonly isOther?: boolean;
  /** Calls that a broken one has taken in. */
  readonly behind?: readonly Behind[];
}

export interface Behind extends Omit<RawValue, "bytes"> {
  readonly judged: Judged;
}

export interface Checked {
  readonly call: Pick<Call, "method" | "path" | "status" | "operationId">;
  readonly findings: readonly Finding[];
  /** Payloads that were not recorded, and are missed. */
  readonly unrecorded: number;
  /** The answer, where it tells of a job. */
  readonly job?: JobAnswer;
}

export interface JobAnswer {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  /** No more than what is held against other answers: the whole of it can be too deep to be passed on. */
  readonly body: Readonly<Record<string, string>>;
}

/** Reads a recorded call and checks it. What goes wrong with one is told of it, and does not keep the others from it. */
export function judge(value: RawValue, options: JudgeOptions): Judged {
  const judged = guarded(value, options);
  if (judged.checked !== undefined || judged.isOther === true) return judged;
  const behind = valuesBehind(value).map((one): Behind => {
    const { position, line, offset } = one;
    return { position, line, offset, judged: guarded(one, options) };
  });
  return behind.length === 0 ? judged : { ...judged, behind };
}

function guarded(value: RawValue, options: JudgeOptions): Judged {
  try {
    return judgeOne(value, options);
  } catch (error) {
    return { faults: [`This could not be checked (${error instanceof Error ? error.name : "unknown"}).`] };
  }
}

function judgeOne({ bytes, position }: RawValue, options: JudgeOptions): Judged {
  const recorded = readRecorded(bytes, position);
  const { exchange, faults } = recorded;
  if (exchange === undefined) return { faults };
  const verdict = check(exchange, options.language);
  const isKnown = !verdict.findings.some(({ code }) => code === "operation.unknown");
  const path = pathOf(exchange.request.url);
  if (!isSelected(exchange, path, isKnown, options.hosts)) return OTHER;
  return { faults, checked: checkedOf(recorded, exchange, path, verdict) };
}

const OTHER: Judged = { faults: [], isOther: true };

function check({ request, response }: RecordedExchange, language: LanguageName): Verdict {
  return response === undefined
    ? checkRequest(request, { language })
    : checkExchange({ request, response }, { language });
}

function checkedOf(
  { unrecorded }: Recorded,
  exchange: RecordedExchange,
  path: string,
  { operationId, findings }: Verdict,
): Checked {
  const { method } = exchange.request;
  const status = exchange.response?.status;
  const kept = findings.filter(({ code }) => !isUnrecorded(code, unrecorded));
  const job = jobAnswerOf(exchange);
  return {
    call: { method, path, status, operationId },
    findings: kept,
    unrecorded: findings.length - kept.length,
    ...(job !== undefined && { job }),
  };
}

function isUnrecorded(code: FindingCode, unrecorded: Recorded["unrecorded"]): boolean {
  if (code === "request.body.missing") return unrecorded.request;
  return code === "response.body.missing" && unrecorded.response;
}

function jobAnswerOf({ request: { method, url }, response }: RecordedExchange): JobAnswer | undefined {
  if (response === undefined) return undefined;
  const { status, body } = response;
  const texts = JOB_PROPERTIES.map((name) => [name, Object(body)[name] as unknown] as const);
  const told = Object.fromEntries(
    texts.filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );
  return told.job_id === undefined ? undefined : { method, url, status, body: told };
}

const JOB_PROPERTIES = ["job_id", "job_type", "status", "begin_time"];
