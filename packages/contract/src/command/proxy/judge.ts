import { checkRequest, type RequestMessage } from "../../check-request.ts";
import { checkResponse, type ResponseMessage } from "../../check-response.ts";
import type { Finding, Verdict } from "../../finding.ts";
import { createJobWatch } from "../../job-watch.ts";
import type { LanguageName } from "../../language/language.ts";
import type { Lower } from "../overlay.ts";
import { isOfThisApi, isPoll } from "./api.ts";
import { Unreadable } from "./decode.ts";

export interface JudgeOptions {
  readonly language: LanguageName;
  /** What is known of that service. */
  readonly lower: Lower | undefined;
}

/** When a request was sent and its answer was there, in milliseconds of one clock. */
export interface Span {
  readonly begun: number;
  readonly ended: number;
}

/** Judges calls on their way. */
export interface Judge {
  /** Whether a call is one of this API. */
  concerns(method: string, url: string): boolean;
  /** Undefined where the call is of another API. */
  request(message: RequestMessage): Verdict | undefined;
  /** What the answer adds to that of the request. */
  response(message: ResponseMessage, request: Verdict, span: Span): readonly Finding[];
}

export function createJudge({ language, lower }: JudgeOptions): Judge {
  const options = { language };
  const watch = createJobWatch(options);
  const order = new PollOrder();
  const lowered = (findings: readonly Finding[], operationId: Verdict["operationId"]) =>
    lower === undefined ? findings : findings.map((finding) => lower(operationId, finding));

  return {
    concerns: (method, url) => isOfThisApi(url, checkRequest({ method, url }).operationId !== undefined),
    request(message) {
      const verdict = readably(message, (readable) => checkRequest(readable, options));
      const { operationId } = verdict;
      if (!isOfThisApi(message.url, operationId !== undefined)) return undefined;
      if (lower === undefined || verdict.findings.length === 0) return verdict;
      const findings = lowered(verdict.findings, operationId);
      return { operationId, ok: !findings.some(isError), findings };
    },
    response(message, { operationId }, { begun, ended }) {
      if (operationId === undefined) return [];
      const { findings } = readably(message, (readable) => checkResponse(readable, options));
      const isInOrder = !isPoll(operationId) || order.admits(message.url, begun, ended);
      const ofJobs = isInOrder ? watch.check(message).findings : [];
      return lowered(ofJobs.length === 0 ? findings : [...findings, ...ofJobs], operationId);
    },
  };
}

/** A payload that cannot be read is not missing, and that is all that is known of it. */
function readably<Message extends { readonly body?: unknown }>(
  message: Message,
  check: (message: Message) => Verdict,
): Verdict {
  if (!(message.body instanceof Unreadable)) return check(message);
  const { operationId, findings } = check({ ...message, body: undefined });
  const known = findings.filter(({ code }) => !code.endsWith(".body.missing"));
  return { operationId, ok: !known.some(isError), findings: known };
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}

/**
 * What an exchange has against the contract. A request that the service refused with a 4xx status is not held against
 * the caller as an error, as in `checkExchange`.
 */
export function exchangeFindings(
  { operationId, findings }: Verdict,
  status: number,
  ofResponse: readonly Finding[],
): readonly Finding[] {
  const isRefused = operationId !== undefined && status >= 400 && status < 500;
  return [...(isRefused ? findings.map(lowerError) : findings), ...ofResponse];
}

function lowerError(finding: Finding): Finding {
  return finding.severity === "error" ? { ...finding, severity: "warning" } : finding;
}

/** Says which polls of a job came one after another: those that overlap can overtake each other. */
class PollOrder {
  readonly #ended = new Map<string, number>();

  admits(url: string, begun: number, ended: number): boolean {
    const before = this.#ended.get(url);
    if (before !== undefined && begun < before) return false;
    if (before === undefined && this.#ended.size >= MAX_JOBS) {
      this.#ended.delete(this.#ended.keys().next().value!);
    }
    this.#ended.set(url, ended);
    return true;
  }
}

/** As many as the watch itself remembers. */
const MAX_JOBS = 10_000;
