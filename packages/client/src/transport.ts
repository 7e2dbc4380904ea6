import { protocol } from "@elb-classic/spec/operations";
import { Barred, type BudgetOptions, createBudget } from "./budget.ts";
import { abortError, type Clock } from "./clock.ts";
import {
  type Credentials,
  type CredentialsProvider,
  isToken,
  resolveCredentials,
  secretsOf,
} from "./credentials.ts";
import { type ElbError, ElbNetworkError } from "./errors/base.ts";
import type { RequestEvent, ResponseEvent } from "./events.ts";
import { notify } from "./hooks.ts";
import { lazy } from "./lazy.ts";
import type { Fetch } from "./options.ts";
import type { PreparedRequest } from "./request.ts";
import { createGate } from "./signature-gate.ts";

/** One call on its way: what its attempts share, and what they tell. */
export interface Sending {
  readonly signal: AbortSignal;
  readonly kind: "work" | "poll";
  /** What it has in common with the changes that it must not overtake. */
  readonly balancer?: string | undefined;
  /** When its time is over, as milliseconds since the epoch. */
  readonly until?: number | undefined;
  /** How often it was sent. */
  attempts: number;
  /** When it was sent last, as milliseconds since the epoch. */
  at: number;
  /** Whether it was sent, and no answer has turned it away so far. */
  open: boolean;
  /** Whether it waits for its turn. */
  waiting: boolean;
}

export const newSending = (
  signal: AbortSignal,
  kind: Sending["kind"] = "work",
  balancer?: string | undefined,
  until?: number,
): Sending => ({ signal, kind, balancer, until, attempts: 0, at: 0, open: false, waiting: false });

/** An answer, what it answers, and the credentials that it was asked with: its text may echo them. */
export interface Exchange {
  request: PreparedRequest;
  response: Response;
  credentials: Credentials;
  /** Why a signature was refused, as sentences for the error, if that can be told. */
  hint?: string;
  /** Whether the access key is locked, after too many refusals. */
  isLocked?: boolean;
}

/** Sends one request with all its headers; whatever the status, the answer is returned. */
export type Transport = (request: PreparedRequest, sending: Sending) => Promise<Exchange>;

export interface TransportOptions {
  clock: Clock;
  credentials: Credentials | CredentialsProvider;
  fetch: Fetch;
  signingHost?: string | undefined;
  /** Default: everything is sent at once. */
  budget?: BudgetOptions | undefined;
  onRequest?: ((event: RequestEvent) => void) | undefined;
  onResponse?: ((event: ResponseEvent) => void) | undefined;
}

/** One attempt, and what its signature was made of. */
export interface Attempt extends Exchange {
  canonical: string;
  signedAt: number;
}

const { headers: names, contentType } = protocol;

/**
 * The headers of a request. Only those that no runtime or proxy rewrites are signed. `Content-Type` is
 * documented as required on every call, also on those without a payload.
 */
async function headersFor(
  request: PreparedRequest,
  credentials: Credentials,
  date: Date,
  signingHost: string | undefined,
): Promise<{ headers: Record<string, string>; canonical: string }> {
  const headers: Record<string, string> = { "Content-Type": contentType };
  if (isToken(credentials))
    return { headers: { ...headers, [names.token]: credentials.token }, canonical: "" };
  if (request.projectId !== undefined) headers[names.projectId] = request.projectId;
  const sign = await lazy.signer();
  return sign({ ...request, headers }, credentials, {
    date,
    ...(signingHost === undefined ? {} : { signingHost }),
  });
}

/** The error for a request without an answer, even if what words it cannot be loaded without a network either. */
async function noAnswer(
  { operationId, method, url, body }: PreparedRequest,
  reason: unknown,
  secrets: readonly string[],
): Promise<ElbError> {
  const what = `No answer from ${new URL(url).host} to ${operationId ?? method}`;
  return lazy.trouble().then(
    ({ networkError, secretsIn }) => networkError(what, reason, [...secrets, ...secretsIn(body)]),
    () => new ElbNetworkError(`${what}.`),
  );
}

export function createTransport(options: TransportOptions): Transport {
  const { clock, credentials: source, signingHost, onRequest, onResponse } = options;
  const budget = options.budget && createBudget(options.budget, clock);
  const gate = createGate(clock);
  /** Milliseconds from the own clock to the server's, once the server has refused a signature for its time. */
  let offset = 0;
  let lastId = 0;

  /** Hands a request to `fetch` and tells the hooks. */
  const exchange = async (
    request: PreparedRequest,
    headers: Record<string, string>,
    credentials: Credentials,
    sending: Sending,
  ): Promise<Response> => {
    const { operationId, method, url, body } = request;
    const { signal } = sending;
    signal.throwIfAborted();
    const event = { id: ++lastId, attempt: ++sending.attempts, method, url, operationId };
    notify(onRequest, event);
    sending.at = clock.now();
    sending.open = true;
    const tell = (answer: Partial<Response>, error?: Error): void => {
      if (!onResponse) return;
      notify(onResponse, {
        ...event,
        status: answer.status,
        duration: clock.now() - sending.at,
        requestId: answer.headers?.get(names.requestId) ?? undefined,
        error,
      });
    };
    try {
      // A redirect is not followed: it would carry the token to another host, and breaks a signature anyway.
      const response = await options.fetch(url, {
        method,
        headers: { ...request.headers, ...headers },
        signal,
        redirect: "manual",
        ...(body === undefined ? {} : { body }),
      });
      if (!response?.headers) throw new TypeError("`fetch` has resolved to no Response");
      tell(response);
      return response;
    } catch (reason) {
      const error = signal.aborted
        ? abortError(operationId ?? method, signal)
        : await noAnswer(request, reason, secretsOf(credentials));
      tell({}, error);
      throw error;
    }
  };

  /** Signs and sends, once it is this request's turn. */
  const attempt = (
    request: PreparedRequest,
    credentials: Credentials,
    sending: Sending,
  ): Promise<Attempt> => {
    const send = async (): Promise<Attempt> => {
      sending.waiting = false;
      const signedAt = clock.now() + offset;
      const { headers, canonical } = await headersFor(request, credentials, new Date(signedAt), signingHost);
      const response = await exchange(request, headers, credentials, sending);
      if (budget && response.status === 429) {
        const { retryAfter } = await lazy.trouble();
        budget.exhaustedFor(retryAfter(response.headers) ?? 0);
      }
      return { request, response, credentials, canonical, signedAt };
    };
    sending.waiting = true;
    return budget ? budget.run(sending, send) : send();
  };

  const sendWith = async (
    credentials: Credentials,
    request: PreparedRequest,
    sending: Sending,
  ): Promise<Exchange> => {
    const first = await attempt(request, credentials, sending);
    const { status } = first.response;
    if (status < 401 || status > 499) return first;
    const { afterRefusal } = await lazy.refusal();
    return afterRefusal(first, {
      clock,
      source,
      sending,
      send: (renewed) => attempt(request, renewed, sending),
      correctClock: (ms) => {
        offset = ms;
      },
    });
  };

  const sendAll = async (request: PreparedRequest, sending: Sending): Promise<Exchange> => {
    const credentials = await resolveCredentials(source);
    const send = () => sendWith(credentials, request, sending);
    return isToken(credentials) ? send() : gate(credentials, request, sending.signal, send);
  };

  return (request, sending) =>
    sendAll(request, sending).catch(async (error: unknown) => {
      const { signal } = sending;
      if (error instanceof Barred) throw (await lazy.trouble()).barredError(request, error);
      throw signal.aborted && error === signal.reason
        ? abortError(request.operationId ?? request.method, signal)
        : error;
    });
}
