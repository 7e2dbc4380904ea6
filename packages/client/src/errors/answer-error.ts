import { type OperationRow, protocol } from "@elb-classic/spec/operations";
import type { Reading } from "../answer.ts";
import { type Credentials, isToken, secretsOf } from "../credentials.ts";
import { isList } from "../read-quirks.ts";
import { retryAfter } from "../retry-after.ts";
import type { Exchange } from "../transport.ts";
import { ApiUnavailableError, type ElbApiError } from "./api-error.ts";
import { advice, type ErrorCatalogue } from "./catalogue-entry.ts";
import { type Fault, faultInAnswer, mask, parseFault, scrub, unparsable } from "./error-body.ts";
import { factsOf, withFacts } from "./facts.ts";
import { named } from "./named.ts";
import { secretsIn } from "./secret-fields.ts";

/** The typed error for an answer that is none, in words that neither keys nor the signed request are part of. */
export function apiError(
  operationId: string,
  exchange: Exchange,
  fault: Fault,
  catalogue?: ErrorCatalogue,
): ElbApiError {
  const { request, response, credentials, hint: told = "" } = exchange;
  const { status, headers } = response;
  const secrets = [...secretsOf(credentials), ...secretsIn(request.body)];
  const clean = (text: string | null | undefined): string | undefined =>
    (text && scrub(text, secrets)) || undefined;
  const code = clean(fault.code);
  const text = clean(fault.text);
  const requestId = clean(headers.get(protocol.headers.requestId)) ?? clean(fault.requestId);
  const entry = code === undefined ? undefined : catalogue?.(code, { operationId, status, message: text });
  const failure = { operationId, status, code, requestId, entry, retryAfter: retryAfter(headers) };
  const marks = [code, `HTTP ${status}`, requestId && `request ${requestId}`].filter(Boolean).join(", ");
  const facts = factsOf(code, status);
  if (facts.includes("unavailable")) {
    return withFacts(
      `${new URL(request.url).host} does not offer the classic ELB API (${operationId}: ${marks}):` +
        ` choose another region or endpoint, since many no longer do.${advice(entry)}`,
      failure,
      ApiUnavailableError,
    );
  }
  const outcome = fault.accepted ? "was accepted, but its job cannot be followed" : "failed";
  const hint = facts.includes("auth") ? mask(told, secrets) + authHint(credentials) : "";
  return withFacts(
    `${named(request)} ${outcome}: ` + `${text ?? "no reason given"} (${marks}).${hint}${advice(entry)}`,
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

/** The error for an answer with any status but 2xx, and for one that is not what the operation answers with. */
export function badAnswer(reading: Reading, exchange: Exchange, raw: string): ElbApiError {
  const { operationId, catalogue, row } = reading;
  return apiError(operationId, exchange, faultOf(exchange.response, raw, row), catalogue);
}

function faultOf({ ok, status }: Response, raw: string, row: OperationRow): Fault {
  if (!ok) {
    return status < 400
      ? { text: "the endpoint redirects, which is not followed: check its address" }
      : parseFault(raw);
  }
  if (raw === "") return { text: "the answer is empty" };
  try {
    const shape = isList(row) ? "a list" : "an object";
    return faultInAnswer(JSON.parse(raw)) ?? { text: `the answer is not ${shape}, as it should be` };
  } catch {
    return { text: unparsable(raw) };
  }
}
