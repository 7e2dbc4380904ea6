import { protocol } from "@elb-classic/spec/operations";
import { abortError } from "./clock.ts";
import { type Credentials, isToken, resolveCredentials, secretsOf } from "./credentials.ts";
import { parseFault } from "./errors/error-body.ts";
import { networkError } from "./errors/network-error.ts";
import { notify } from "./hooks.ts";
import type { Settings } from "./options.ts";
import type { PreparedRequest } from "./request.ts";
import { nativeDigest } from "./signing/digest.ts";
import { sign } from "./signing/sign.ts";

/** An answer, what it answers, and the credentials that it was asked with: its text may echo them. */
export interface Exchange {
  request: PreparedRequest;
  response: Response;
  credentials: Credentials;
  /** Why a signature was refused, as sentences for the error, if that can be told. */
  hint?: string;
}

/** Sends one request with all its headers; whatever the status, the answer is returned. */
export type Transport = (request: PreparedRequest, signal: AbortSignal) => Promise<Exchange>;

/** One attempt, and what its signature was made of. */
interface Attempt extends Exchange {
  canonical: string;
  signedAt: number;
}

const { headers: names, contentType } = protocol;

/** Loaded only where the runtime has no hash of its own, which most have. */
const loadDigest = async () => nativeDigest ?? (await import("./signing/portable-digest.ts")).portableDigest;

/**
 * The headers of a request. Only those that no runtime or proxy rewrites are signed. `Content-Type` is
 * documented as required on every call, also on those without a payload.
 */
async function headersFor(
  request: PreparedRequest,
  credentials: Credentials,
  options: { date: Date; signingHost?: string },
): Promise<{ headers: Record<string, string>; canonical: string }> {
  const headers: Record<string, string> = { "Content-Type": contentType };
  if (isToken(credentials))
    return { headers: { ...headers, [names.token]: credentials.token }, canonical: "" };
  if (request.projectId !== undefined) headers[names.projectId] = request.projectId;
  return sign(await loadDigest(), { ...request, headers }, credentials, options);
}

/** The text of an answer whose reader is somebody else; empty if it breaks off, which that reader will notice. */
const peek = (response: Response): Promise<string> =>
  response
    .clone()
    .text()
    .catch(() => "");

/** Whether the service has refused the token that it was sent, before it did anything. */
const isTokenRefused = async ({ response }: Exchange): Promise<boolean> =>
  response.status === 401 ||
  (response.status > 401 &&
    response.status < 500 &&
    /^API\w+\.0307$/.test(parseFault(await peek(response)).code ?? ""));

export function createTransport(settings: Settings): Transport {
  const { clock, credentials: source, signingHost } = settings;
  /** Milliseconds from the own clock to the server's, once the server has refused a signature for its time. */
  let offset = 0;

  const attempt = async (
    request: PreparedRequest,
    credentials: Credentials,
    signal: AbortSignal,
  ): Promise<Attempt> => {
    const { operationId, method, url } = request;
    const what = operationId ?? method;
    const signedAt = clock.now() + offset;
    const { headers, canonical } = await headersFor(request, credentials, {
      date: new Date(signedAt),
      ...(signingHost === undefined ? {} : { signingHost }),
    });
    if (signal.aborted) throw abortError(what, signal);
    const event = { method, url, operationId };
    notify(settings.onRequest, event);
    const sent = clock.now();
    let response: Response;
    try {
      // A redirect is not followed: it would carry the token to another host, and breaks a signature anyway.
      response = await settings.fetch(url, {
        method,
        headers: { ...request.headers, ...headers },
        signal,
        redirect: "manual",
        ...(request.body === undefined ? {} : { body: request.body }),
      });
      if (!response?.headers) throw new TypeError("`fetch` has resolved to no Response");
    } catch (error) {
      if (signal.aborted) throw abortError(what, signal);
      throw networkError(`No answer from ${new URL(url).host} to ${what}`, error, secretsOf(credentials));
    }
    notify(settings.onResponse, {
      ...event,
      status: response.status,
      duration: clock.now() - sent,
      requestId: response.headers.get(names.requestId) ?? undefined,
    });
    return { request, response, credentials, canonical, signedAt };
  };

  /** Says why a signature was refused; repeats the request only where the clock was, and only once. */
  const afterSignature = async (first: Attempt, signal: AbortSignal): Promise<Exchange> => {
    const { readRefusal } = await import("./signing/refusal.ts");
    const read = async (of: Attempt) =>
      readRefusal(await peek(of.response), of.response.headers, { ...of, now: clock.now() });
    const refusal = await read(first);
    if (refusal.offset === undefined) return { ...first, hint: refusal.hint };
    offset = refusal.offset;
    const second = await attempt(first.request, first.credentials, signal);
    return second.response.status === 401 ? { ...second, hint: (await read(second)).hint } : second;
  };

  /** Asks the provider once more; repeats the request only if it hands out another token. */
  const afterToken = async (first: Attempt, signal: AbortSignal): Promise<Exchange> => {
    const { credentials } = first;
    if (typeof source !== "function" || !isToken(credentials) || !(await isTokenRefused(first))) return first;
    source.refused?.(credentials);
    const renewed = await resolveCredentials(source);
    if (!isToken(renewed) || renewed.token === credentials.token) return first;
    return attempt(first.request, renewed, signal);
  };

  return async (request, signal) => {
    const credentials = await resolveCredentials(source);
    const first = await attempt(request, credentials, signal);
    if (isToken(credentials)) return afterToken(first, signal);
    return first.response.status === 401 ? afterSignature(first, signal) : first;
  };
}
