import type { Barred } from "../budget.ts";
import type { PreparedRequest } from "../request.ts";
import type { ElbApiError } from "./api-error.ts";
import { withFacts } from "./facts.ts";
import { named } from "./named.ts";

/** The error for a call that would have to wait for longer than it may, since the service wants to be left alone. */
export const barredError = (request: PreparedRequest, { left }: Barred): ElbApiError =>
  withFacts(
    `${named(request)} was not sent: an earlier answer (HTTP 429, Retry-After) asks for no requests for another` +
      ` ${Math.ceil(left / 1000)} s, which is longer than this call may take. Try again then.`,
    {
      operationId: request.operationId ?? request.method,
      status: 429,
      code: undefined,
      requestId: undefined,
      retryAfter: left,
    },
  );
