import type { OperationRow } from "@elb-classic/spec/operations";
import { protocol } from "@elb-classic/spec/operations";
import { type Credentials, isToken, secretsOf } from "./credentials.ts";
import { ApiUnavailableError, ElbApiError } from "./errors/api-error.ts";
import { type Fault, mask, parseFault, scrub, unparsable } from "./errors/error-body.ts";
import { networkError } from "./errors/network-error.ts";
import { absorbQuirks } from "./read-quirks.ts";
import type { Exchange } from "./transport.ts";

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
    throw networkError(`The answer to ${operationId} broke off`, error, secretsOf(exchange.credentials));
  }
  if (response.status < 400 && !response.ok) throw apiError(operationId, exchange, redirected);
  if (!response.ok) throw apiError(operationId, exchange, parseFault(raw));
  if (row.success === 204) return undefined;
  let answer: unknown;
  try {
    answer = absorbQuirks(JSON.parse(raw), row.read);
  } catch {
    throw apiError(operationId, exchange, { text: raw === "" ? "the answer is empty" : unparsable(raw) });
  }
  if (typeof answer === "object" && answer !== null) return answer;
  throw apiError(operationId, exchange, { text: "the answer is neither an object nor a list" });
}

/** The typed error for an answer that is none, in words that neither keys nor the signed request are part of. */
export function apiError(operationId: string, exchange: Exchange, fault: Fault): ElbApiError {
  const { request, response, credentials, hint: told = "" } = exchange;
  const { status } = response;
  const clean = (text: string | null | undefined): string | undefined =>
    (text && scrub(text, secretsOf(credentials))) || undefined;
  const code = clean(fault.code);
  const requestId = clean(response.headers.get(protocol.headers.requestId)) ?? clean(fault.requestId);
  const failure = { operationId, status, code, requestId };
  const marks = [code, `HTTP ${status}`, requestId && `request ${requestId}`].filter(Boolean).join(", ");
  const { isApiUnavailable, isAuth } = new ElbApiError("", failure);
  if (isApiUnavailable) {
    return new ApiUnavailableError(
      `${new URL(request.url).host} does not offer the classic ELB API (${operationId}: ${marks}):` +
        " choose another region or endpoint, since many no longer do.",
      failure,
    );
  }
  const outcome = fault.accepted ? "was accepted, but its job cannot be followed" : "failed";
  // A good status is as good as the service's word, but a proxy's page can have one as well.
  const doubtful = response.ok && request.method !== "GET" && !fault.accepted && !code;
  const hint = isAuth
    ? mask(told, secretsOf(credentials)) + authHint(credentials)
    : doubtful
      ? " The change may have been carried out."
      : "";
  return new ElbApiError(
    `${operationId}${request.about ? ` (${request.about})` : ""} ${outcome}: ` +
      `${clean(fault.text) ?? "no reason given"} (${marks}).${hint}`,
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
