import { protocol } from "@elb-classic/spec/operations";
import type { Refusal } from "./refusal.ts";

/** What every answer carries. */
export interface AnswerContext {
  readonly requestId: string;
  /** The emulator's time, sent as `Date`: clients correct their clock by it. */
  readonly now: number;
}

/** An answer with a JSON body, or with none when `body` is undefined. */
export function jsonAnswer(status: number, body: unknown, { requestId, now }: AnswerContext): Response {
  const headers: Record<string, string> = {
    [protocol.headers.requestId]: requestId,
    Server: "api-gateway",
    Date: new Date(now).toUTCString(),
  };
  if (body === undefined) return new Response(null, { status, headers });
  headers["Content-Type"] = protocol.contentType;
  return new Response(JSON.stringify(body), { status, headers });
}

/** The answer to a refused request. */
export function refusalAnswer(refusal: Refusal, context: AnswerContext): Response {
  const answer = jsonAnswer(refusal.status, refusalBody(refusal, context.requestId), context);
  if (refusal.reason !== undefined) answer.headers.set("X-Emulator-Reason", headerText(refusal.reason));
  return answer;
}

/** The gateway, the service and the job service have a shape each (D91). */
export function refusalBody({ code, message }: Refusal, requestId: string): unknown {
  if (code.startsWith("APIGW.")) return { error_msg: message, error_code: code, request_id: requestId };
  return code.startsWith("ELB.") ? { error: { message, code } } : { code, message };
}

/** Header values are Latin-1 at best; what is not ASCII is written as JSON would escape it. */
function headerText(text: string): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return text.replace(/[^\x20-\x7e]/g, escaped).slice(0, 400);
}
