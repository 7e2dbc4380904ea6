import { protocol } from "@elb-classic/spec/operations";
import { abortError } from "./clock.ts";
import { type Credentials, isToken, resolveCredentials, secretsOf } from "./credentials.ts";
import { networkError } from "./errors/network-error.ts";
import { notify } from "./hooks.ts";
import type { Settings } from "./options.ts";
import type { PreparedRequest } from "./request.ts";
import { signRequest } from "./signing/sign-request.ts";

/** An answer, what it answers, and the credentials that it was asked with: its text may echo them. */
export interface Exchange {
  request: PreparedRequest;
  response: Response;
  credentials: Credentials;
}

/** Sends one request with all its headers; whatever the status, the answer is returned. */
export type Transport = (request: PreparedRequest, signal: AbortSignal) => Promise<Exchange>;

const { headers: names, contentType } = protocol;

/**
 * The headers of a request. Only those that no runtime or proxy rewrites are signed. `Content-Type` is
 * documented as required on every call, also on those without a payload.
 */
function headersFor(request: PreparedRequest, credentials: Credentials): Record<string, string> {
  const headers = { "Content-Type": contentType };
  if (isToken(credentials)) return { ...headers, [names.token]: credentials.token };
  return signRequest(
    { ...request, headers: { ...headers, [names.projectId]: request.projectId } },
    credentials,
  ).headers;
}

export function createTransport(settings: Settings): Transport {
  const { clock } = settings;
  return async (request, signal) => {
    const { operationId, method, url } = request;
    const what = operationId ?? method;
    const credentials = await resolveCredentials(settings.credentials);
    const headers = headersFor(request, credentials);
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
    return { request, response, credentials };
  };
}
