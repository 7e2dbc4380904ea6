import type { Dispatcher } from "undici";

/** A request as a client sends it: headers as a record, a payload of text, if any, and redirects left alone. */
export interface PlainRequest {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | null;
  signal?: AbortSignal | null;
  redirect: "manual";
}

export const isPlain = (init: RequestInit): init is PlainRequest =>
  init.redirect === "manual" &&
  (init.body == null || typeof init.body === "string") &&
  !(Symbol.iterator in Object(init.headers));

/** What undici's own `fetch` sends where nothing else is said; compressed answers are not asked for. */
const usualHeaders = { accept: "*/*", "accept-encoding": "identity", "user-agent": "undici" };

function withUsual(given: Readonly<Record<string, string>>): Record<string, string> {
  const headers: Record<string, string> = { ...usualHeaders };
  for (const [name, value] of Object.entries(given)) headers[name.toLowerCase()] = value;
  return headers;
}

/** Statuses whose answers have no body, as the Fetch standard has them. */
const bodiless = new Set([204, 205, 304]);

/**
 * Sends what is plain as undici's `fetch` does, with the same errors, in a third of its time. An answer is taken in as
 * it comes, whether it is read or not: so its connection is free again.
 */
export function dispatch(dispatcher: Dispatcher, url: string, init: PlainRequest): Promise<Response> {
  const { method = "GET", headers = {}, body: payload = null, signal } = init;
  const { origin, pathname, search } = new URL(url);
  const request = {
    ...{ origin, path: pathname + search, method: method as Dispatcher.HttpMethod, body: payload },
    headers: withUsual(headers),
  };
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    let sending: Dispatcher.DispatchController | undefined;
    let body: ReadableStreamDefaultController<Uint8Array> | undefined;
    const fail = (reason: unknown): void => {
      reject(reason);
      body?.error(reason);
    };
    const stop = (): void => {
      fail(signal?.reason);
      sending?.abort(signal?.reason);
    };
    const release = (): void => signal?.removeEventListener("abort", stop);
    signal?.addEventListener("abort", stop);

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(controller) {
        sending = controller;
        if (signal?.aborted) stop();
      },
      onResponseStart(controller, status, answered, statusText = "") {
        // Only a sign that an answer will come.
        if (status < 200) return;
        const stream = new ReadableStream<Uint8Array>({
          start: (begun) => {
            body = begun;
          },
          cancel: (reason) => controller.abort(reason),
        });
        const init = { status, statusText, headers: pairsOf(answered) };
        const response = new Response(bodiless.has(status) ? null : stream, init);
        resolve(Object.defineProperty(response, "url", { value: url }));
      },
      onResponseData: (_, chunk) => body?.enqueue(chunk),
      onResponseEnd() {
        release();
        body?.close();
      },
      onResponseError(_, cause) {
        release();
        fail(new TypeError(body ? "terminated" : "fetch failed", { cause }));
      },
    };
    dispatcher.dispatch(request, handler);
  });
}

/** One pair for each header, also where several have the same name. */
const pairsOf = (headers: NodeJS.Dict<string | string[]>): [string, string][] =>
  Object.entries(headers).flatMap(([name, values = []]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  );
