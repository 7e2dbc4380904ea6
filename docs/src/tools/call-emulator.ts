/** Calls the emulator on the origin of the page, signed with its demo key, and has the exchange judged. */

import { type AccessKeys, signRequest } from "@elb-classic/client/signing";
import { checkExchange, type Finding, type LanguageName } from "@elb-classic/contract";

export interface ConsoleCall {
  method: string;
  /** Path with its query, from the root of the origin. */
  target: string;
  /** JSON as typed; undefined where the operation has no payload. */
  body: string | undefined;
}

export interface ConsoleAnswer {
  status: number;
  requestId: string | null;
  /** What the emulator says of a refusal beside the service's own words. */
  reason: string | null;
  milliseconds: number;
  /** The body as text, indented where it is JSON. */
  text: string;
  /** Id of the job that the call launched. */
  job: string | undefined;
  findings: readonly Finding[];
}

/** Whether the emulator is at the origin of the page: it tells its versions, where any other server shows a page. */
export async function isEmulatorHere(origin: string, keys: AccessKeys): Promise<boolean> {
  try {
    const { text } = await callEmulator(origin, { method: "GET", target: "/", body: undefined }, keys, "en");
    return Array.isArray((JSON.parse(text) as { versions?: unknown }).versions);
  } catch {
    return false;
  }
}

/** @throws TypeError where nothing answers. */
export async function callEmulator(
  origin: string,
  { method, target, body }: ConsoleCall,
  keys: AccessKeys,
  language: LanguageName,
): Promise<ConsoleAnswer> {
  const url = `${origin}${target}`;
  const payload = body === undefined ? {} : { body };
  const { headers } = signRequest(
    { method, url, headers: { "Content-Type": "application/json" }, ...payload },
    keys,
  );
  const began = performance.now();
  const response = await fetch(url, { method, headers, ...payload });
  const text = await response.text();
  const milliseconds = Math.round(performance.now() - began);
  const { findings } = checkExchange(
    {
      request: { method, url, headers, ...payload },
      response: { status: response.status, headers: response.headers, body: text },
    },
    { language },
  );
  const parsed = parse(text);
  return {
    status: response.status,
    requestId: response.headers.get("X-Request-Id"),
    reason: response.headers.get("X-Emulator-Reason"),
    milliseconds,
    text: parsed === undefined ? text : JSON.stringify(parsed, null, 2),
    job: jobOf(parsed),
    findings,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function jobOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null || !("uri" in body) || !("job_id" in body)) return undefined;
  return String(body.job_id);
}
