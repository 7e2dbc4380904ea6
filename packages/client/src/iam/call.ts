import type { operations, paths } from "@elb-classic/spec/iam-types";
import { protocol } from "@elb-classic/spec/operations";
import { withDeadline } from "../clock.ts";
import { type Credentials, type CredentialsProvider, secretsOf } from "../credentials.ts";
import type { ElbApiError } from "../errors/api-error.ts";
import { ElbTimeoutError } from "../errors/base.ts";
import { omit, parseFault, scrub } from "../errors/error-body.ts";
import { withFacts } from "../errors/facts.ts";
import { networkError } from "../errors/network-error.ts";
import { createTransport, newSending } from "../transport.ts";
import type { IamSettings } from "./options.ts";

export interface IamRequest {
  operationId: keyof operations;
  method: "GET" | "POST";
  path: keyof paths;
  /** Query with its question mark. */
  query?: string;
  body?: object;
  /** Who asks. Default: nobody, as for a log-in. */
  caller?: Credentials | CredentialsProvider;
  /** Texts of the payload that no message may repeat. */
  secrets?: readonly string[];
}

export interface IamAnswer {
  body: unknown;
  headers: Headers;
}

/** Milliseconds that one call to IAM may take. */
const timeout = 30_000;

/**
 * Calls IAM. Nothing is repeated, but once with the token that a provider gives in place of a refused one.
 *
 * @throws {ElbApiError} for an error answer, and for one that is no JSON
 * @throws {ElbNetworkError} if there is no answer, and `ElbTimeoutError` if there is none within 30 seconds
 */
export function callIam(settings: IamSettings, request: IamRequest): Promise<IamAnswer> {
  const { operationId } = request;
  return withDeadline(
    {
      clock: settings.clock,
      timeout,
      signal: undefined,
      what: operationId,
      expired: () => new ElbTimeoutError(`No answer to ${operationId} of IAM within ${timeout / 1000} s.`),
    },
    async (signal) => {
      const url = settings.base + request.path + (request.query ?? "");
      const { response, credentials } = await send(settings, request, url, signal);
      const secrets = [...(request.secrets ?? []), ...(credentials ? secretsOf(credentials) : [])];
      return readAnswer(request, new URL(url).host, response, secrets);
    },
  );
}

async function send(settings: IamSettings, request: IamRequest, url: string, signal: AbortSignal) {
  const { operationId, method, caller, secrets = [] } = request;
  const body = request.body && JSON.stringify(request.body);
  if (caller) {
    const transport = createTransport({ ...settings, credentials: caller });
    return transport({ operationId, method, url, projectId: undefined, body }, newSending(signal));
  }
  const headers = { "Content-Type": protocol.contentType };
  try {
    const response = await settings.fetch(url, {
      method,
      headers,
      signal,
      redirect: "manual",
      ...(body === undefined ? {} : { body }),
    });
    return { response, credentials: undefined };
  } catch (error) {
    throw networkError(`No answer from ${new URL(url).host} to ${operationId}`, error, secrets, omit);
  }
}

async function readAnswer(
  { operationId }: IamRequest,
  host: string,
  response: Response,
  secrets: readonly string[],
): Promise<IamAnswer> {
  const raw = await response.text().catch((error: unknown) => {
    throw networkError(`The answer to ${operationId} broke off`, error, secrets, omit);
  });
  let body: unknown;
  try {
    if (response.ok) body = JSON.parse(raw);
  } catch {}
  if (typeof body === "object" && body !== null) return { body, headers: response.headers };
  throw iamError(operationId, host, response, parseFault(raw), secrets);
}

/** The typed error of an answer of IAM. A text that repeats a secret, however short, is left out altogether. */
export function iamError(
  operationId: string,
  host: string,
  response: Pick<Response, "status" | "headers">,
  fault: { code?: string; text?: string; requestId?: string },
  secrets: readonly string[],
): ElbApiError {
  const clean = (text: string | null | undefined): string | undefined =>
    (text && scrub(omit(text, secrets), [])) || undefined;
  const code = clean(fault.code);
  const { status } = response;
  const requestId = clean(response.headers.get(protocol.headers.requestId)) ?? clean(fault.requestId);
  const marks = [code, `HTTP ${status}`, requestId && `request ${requestId}`].filter(Boolean).join(", ");
  const text = clean(fault.text) ?? "no reason given";
  return withFacts(`${operationId} of IAM at ${host} failed: ${text} (${marks}).`, {
    operationId,
    status,
    code,
    requestId,
  });
}
