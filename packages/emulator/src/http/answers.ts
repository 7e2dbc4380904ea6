import { protocol } from "@elb-classic/spec/operations";
import { breakingBody, rememberCut } from "../faults/broken-connection.ts";
import type { Refusal } from "./refusal.ts";

/** An answer before it is a `Response`. The command writes it as it is. */
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
  /** Where the body breaks off, in bytes, by a fault. Undefined: it is sent to its end. */
  readonly cutAt?: number;
}

/** The answer as a `Response`. */
export function responseOf(answer: Answer): Response {
  const { status, headers, body, cutAt } = answer;
  const content = body === undefined || cutAt === undefined ? body : breakingBody(body, cutAt);
  const response = new Response(content ?? null, { status, headers });
  if (answer.cutAt !== undefined) rememberCut(response, answer);
  return response;
}

/** What every answer carries. */
export interface AnswerContext {
  readonly requestId: string;
  /** The emulator's time, sent as `Date`: clients correct their clock by it. */
  readonly now: number;
}

/** An answer with a JSON body, or with none when `body` is undefined. */
export function jsonAnswer(status: number, body: unknown, { requestId, now }: AnswerContext): Answer {
  const headers: Record<string, string> = {
    [protocol.headers.requestId]: requestId,
    Server: "api-gateway",
    Date: dateOf(now),
  };
  if (body === undefined) return { status, headers, body };
  headers["Content-Type"] = protocol.contentType;
  return { status, headers, body: JSON.stringify(body) };
}

let lastSecond = Number.NaN;
let lastDate = "";

/** The time as a header has it. Many answers of a second have the same. */
function dateOf(now: number): string {
  const second = Math.floor(now / 1000);
  if (second !== lastSecond) {
    lastSecond = second;
    lastDate = new Date(now).toUTCString();
  }
  return lastDate;
}

/** The answer to a refused request. */
export function refusalAnswer(refusal: Refusal, context: AnswerContext): Answer {
  const answer = jsonAnswer(refusal.status, refusalBody(refusal, context.requestId), context);
  if (refusal.reason !== undefined) answer.headers["X-Emulator-Reason"] = headerText(refusal.reason);
  if (refusal.retryAfterSeconds !== undefined)
    answer.headers["Retry-After"] = String(refusal.retryAfterSeconds);
  return answer;
}

/** The gateway, IAM, the service and the job service have a shape each (D91). */
export function refusalBody({ code, message, body }: Refusal, requestId: string): unknown {
  if (body !== undefined) return body;
  if (code.startsWith("APIGW.")) return { error_msg: message, error_code: code, request_id: requestId };
  if (code.startsWith("IAM.")) return { error_msg: message, error_code: code };
  return code.startsWith("ELB.") ? { error: { message, code } } : { code, message };
}

/** Header values are Latin-1 at best; what is not ASCII is written as JSON would escape it. */
function headerText(text: string): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return text.replace(/[^\x20-\x7e]/g, escaped).slice(0, 400);
}
