import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { ConnectionLost, cutAnswerOf } from "../faults/broken-connection.ts";
import { responseOf } from "../http/answers.ts";
import { malformedAnswer } from "./malformed.ts";
import { writeAnswer } from "./ordinary.ts";
import { withPayload } from "./payload.ts";

interface Connection {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

/** Answers a request that came over HTTP, with what HTTP knows beyond it. */
export type Fetch = (request: Request, connection: Connection) => Response | Promise<Response>;

/** Serves by `Request` and `Response`, whatever a request may be. */
export function createLongWay(fetch: Fetch): RequestListener {
  return getRequestListener((request, connection) => deliver(fetch, request, connection as Connection), {
    errorHandler: answerError,
  });
}

async function deliver(fetch: Fetch, request: Request, connection: Connection): Promise<Response> {
  const { incoming, outgoing } = connection;
  try {
    const response = await fetch(withPayload(request, incoming), connection);
    const cut = cutAnswerOf(response);
    if (cut === undefined) return response;
    writeAnswer(cut, outgoing);
  } catch (error) {
    if (error instanceof ConnectionLost) incoming.socket.destroy();
    throw error;
  }
  throw new ConnectionLost("within the answer");
}

/** Where the connection was lost on purpose, all has been sent that was to be. */
function answerError(error: unknown): Response | undefined {
  return error instanceof ConnectionLost ? undefined : responseOf(malformedAnswer(error));
}
