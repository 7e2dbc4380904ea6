import type { IncomingMessage } from "node:http";

/**
 * The request as it came over HTTP, payload included. A `Request` of GET cannot have one, but HTTP can, and the
 * vendor's SDK for Node.js sends and signs `{}`: without it, its signature could not be verified.
 */
export function withPayload(request: Request, incoming: IncomingMessage): Request {
  const { method, url, headers } = request;
  if (method !== "GET" || !hasPayload(incoming)) return request;
  const body = streamOf(incoming);
  const carrier = new Request(url, { method: "POST", headers, body, duplex: "half" } as RequestInit);
  return Object.defineProperty(carrier, "method", { value: method });
}

function hasPayload({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/**
 * Nothing is taken from the connection before somebody reads, and what is left then is let run out: either way the
 * connection can carry the answer and further requests.
 */
function streamOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let begun = false;
  let cancelled = false;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (!begun) {
          incoming.on("data", (chunk: Uint8Array) => {
            if (cancelled) return;
            incoming.pause();
            controller.enqueue(chunk);
          });
          incoming.once("end", () => cancelled || controller.close());
          incoming.once("error", (error) => cancelled || controller.error(error));
        }
        begun = true;
        if (incoming.destroyed) controller.error(new Error("The client is gone."));
        incoming.resume();
      },
      cancel() {
        cancelled = true;
        incoming.resume();
      },
    },
    { highWaterMark: 0 },
  );
}
