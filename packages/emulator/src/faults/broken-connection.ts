import type { Answer } from "../http/answers.ts";
import type { FaultPlan } from "./faults.ts";

/** How `fetch` rejects when a fault drops the connection: with a TypeError, as any fetch does when a network fails. */
export class ConnectionLost extends TypeError {
  constructor(moment: string) {
    super(`fetch failed: the connection was dropped ${moment}, a fault that the emulator was asked for.`);
  }
}

/** Half of an answer, with the length of the whole; one without a body stays whole. */
export function cut(answer: Answer): Answer {
  const { body = "" } = answer;
  if (body === "") return answer;
  const whole = new TextEncoder().encode(body);
  const headers = { ...answer.headers, "Content-Length": String(whole.byteLength) };
  return { ...answer, headers, cutAt: Math.floor(whole.byteLength / 2) };
}

/** A body that breaks off after some bytes: reading it to its end fails. */
export function breakingBody(body: string, cutAt: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(body).subarray(0, cutAt);
  let sent = bytes.byteLength === 0;
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new TypeError("terminated: the body was cut off, as a fault asked for."));
      else controller.enqueue(bytes);
      sent = true;
    },
  });
}

const cutAnswers = new WeakMap<Response, Answer>();

/** Notes what a response was made of, for the command, which breaks off a connection in earnest. */
export function rememberCut(response: Response, answer: Answer): void {
  cutAnswers.set(response, answer);
}

/** The answer that a response was made of, if its body breaks off. */
export function cutAnswerOf(response: Response): Answer | undefined {
  return cutAnswers.get(response);
}

/**
 * What becomes of an answer on its way back.
 * @throws ConnectionLost where the plan drops the connection
 */
export function sendBack(answer: Answer, { drop, truncate }: FaultPlan): Answer {
  if (drop === "after") throw new ConnectionLost("after the request was accepted");
  return truncate === true ? cut(answer) : answer;
}
