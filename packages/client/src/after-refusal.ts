/** What to do where credentials were refused; loaded then. */
import type { Clock } from "./clock.ts";
import {
  asked,
  type Credentials,
  type CredentialsProvider,
  isToken,
  resolveCredentials,
} from "./credentials.ts";
import { parseFault } from "./errors/error-body.ts";
import { readRefusal } from "./signing/refusal.ts";
import type { Attempt, Exchange, Sending } from "./transport.ts";

/** What a transport does for a request that it has sent once. */
export interface Again {
  clock: Clock;
  source: Credentials | CredentialsProvider;
  sending: Sending;
  /** Sends the request once more. */
  send(credentials: Credentials): Promise<Attempt>;
  /** Takes milliseconds from the own clock to the server's, for this request and all later ones. */
  correctClock(offset: number): void;
}

/** The answer, or the one to the same request with other credentials or at the right time, where that can help. */
export async function afterRefusal(first: Attempt, again: Again): Promise<Exchange> {
  if (isToken(first.credentials)) return afterToken(first, again);
  return first.response.status === 401 ? afterSignature(first, again) : first;
}

/** The text of an answer whose reader is somebody else; empty if it breaks off, which that reader will notice. */
const peek = (response: Response): Promise<string> =>
  response
    .clone()
    .text()
    .catch(() => "");

/** Whether the service has refused the token that it was sent, before it did anything. */
const isTokenRefused = async (response: Response): Promise<boolean> =>
  response.status === 401 || /^API\w+\.0307$/.test(parseFault(await peek(response)).code ?? "");

/** Says why a signature was refused; repeats the request only where the clock was, and only once. */
async function afterSignature(
  first: Attempt,
  { clock, sending, send, correctClock }: Again,
): Promise<Exchange> {
  const read = async (of: Attempt) =>
    readRefusal(await peek(of.response), of.response.headers, { ...of, now: clock.now() });
  const { offset, ...said } = await read(first);
  if (offset === undefined) return { ...first, ...said };
  correctClock(offset);
  sending.open = false;
  const second = await send(first.credentials);
  if (second.response.status !== 401) return second;
  const { hint, isLocked } = await read(second);
  return { ...second, hint, isLocked };
}

/** Asks the provider once more; repeats the request only if it hands out another token. */
async function afterToken(first: Attempt, { source, sending, send }: Again): Promise<Exchange> {
  const { credentials } = first;
  if (typeof source !== "function" || !isToken(credentials) || !(await isTokenRefused(first.response)))
    return first;
  sending.open = false;
  await asked(() => source.refused?.(credentials));
  const renewed = await resolveCredentials(source);
  return isToken(renewed) && renewed.token !== credentials.token ? send(renewed) : first;
}
