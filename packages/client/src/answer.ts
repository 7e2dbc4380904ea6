import type { OperationRow } from "@elb-classic/spec/operations";
import { protocol } from "@elb-classic/spec/operations";
import { type Credentials, isToken, secretsOf } from "./credentials.ts";
import { ApiUnavailableError, ElbApiError } from "./errors/api-error.ts";
import { type Fault, parseFault, scrub, unparsable } from "./errors/error-body.ts";
import { absorbQuirks } from "./read-quirks.ts";
import { type Exchange, networkError } from "./transport.ts";

const redirected: Fault = { text: "the endpoint redirects, which is not followed: check its address" };

/**
 * The body of a good answer, with the quirks that its row marks absorbed.
 *
 * @throws {ElbApiError} for any status but 2xx, and for a body that is not what the operation answers with
 * @throws {ElbNetworkError} if the answer breaks off
 */
export async function readAnswer(
  operationId: string,
  row: OperationRow,
  exchange: Exchange,
): Promise<unknown> {
  const { response } = exchange;
  let raw: string;
  try {
    raw = await response.text();
  } catch (error) {
    throw networkError(`The answer to ${operationId} broke off`, error);
  }
  if (response.status < 400 && !response.ok) throw apiError(operationId, exchange, redirected);
  if (!response.ok) throw apiError(operationId, exchange, parseFault(raw));
  if (row.success === 204) return undefined;
  try {
    return absorbQuirks(JSON.parse(raw), row.read);
  } catch {
    throw apiError(operationId, exchange, { text: raw === "" ? "the answer is empty" : unparsable(raw) });
  }
}

/** The typed error for an answer that is none, in words that neither keys nor the signed request are part of. */
export function apiError(operationId: string, exchange: Exchange, fault: Fault): ElbApiError {
  const { request, response, credentials } = exchange;
  const { status } = response;
  const requestId = response.headers.get(protocol.headers.requestId) ?? fault.requestId;
  const failure = { operationId, status, code: fault.code, requestId };
  const marks = [fault.code, `HTTP ${status}`, requestId && `request ${requestId}`]
    .filter(Boolean)
    .join(", ");
  const { isApiUnavailable, isAuth } = new ElbApiError("", failure);
  if (isApiUnavailable) {
    return new ApiUnavailableError(
      `${new URL(request.url).host} does not offer the classic ELB API (${operationId}: ${marks}):` +
        " choose another region or endpoint, since many no longer do.",
      failure,
    );
  }
  const said = scrub(fault.text ?? "no reason given", secretsOf(credentials)).replace(/[.\s]+$/, "");
  return new ElbApiError(
    `${operationId}${request.about ? ` (${request.about})` : ""} failed: ${said} (${marks}).${isAuth ? authHint(credentials) : ""}`,
    failure,
  );
}

function authHint(credentials: Credentials): string {
  if (isToken(credentials)) {
    return " Check that the token is not older than a day and belongs to this project.";
  }
  const { clockSkewSeconds, failuresBeforeLock, lockSeconds } = protocol.signature;
  return (
    ` Check the access key, its secret and the clock (at most ${clockSkewSeconds / 60} minutes off);` +
    ` more than ${failuresBeforeLock} failed signatures in a row lock the key for ${lockSeconds / 60} minutes.`
  );
}
