import { checkFunction, checkNames, isSegment } from "./check.ts";
import { type Clock, systemClock } from "./clock.ts";
import { type Credentials, type CredentialsProvider, checkCredentials } from "./credentials.ts";
import { baseUrl, type Location } from "./endpoint.ts";
import { ElbConfigurationError } from "./errors/base.ts";

/** A request that is about to be sent. Headers are left out: they hold secrets. */
export interface RequestEvent {
  method: string;
  url: string;
  /** Name of the operation; absent where a raw request matches none. */
  operationId: string | undefined;
}

/** The answer to a request, before its body is read. */
export interface ResponseEvent extends RequestEvent {
  status: number;
  /** Milliseconds from sending to the answer's headers. */
  duration: number;
  /** The gateway's id of the request, to quote to support. */
  requestId: string | undefined;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type ElbClientOptions = Location & {
  /** The project that all calls are about, unless a call names another by `project_id`. */
  projectId: string;
  /** A token, an access key, or a function that returns either and is asked before each request. */
  credentials: Credentials | CredentialsProvider;
  /** Sends the requests. Default: the runtime's own `fetch`. */
  fetch?: Fetch;
  /** Default: the system's clock and timers. */
  clock?: Clock;
  /** Called before each request. What it throws or rejects with is ignored: logging must not break a change. */
  onRequest?: (event: RequestEvent) => void;
  /** Called for each answer, whatever its status. What it throws or rejects with is ignored. */
  onResponse?: (event: ResponseEvent) => void;
};

/** The options after all checks, with defaults filled in. */
export interface Settings {
  base: string;
  projectId: string;
  credentials: Credentials | CredentialsProvider;
  fetch: Fetch;
  clock: Clock;
  onRequest: ((event: RequestEvent) => void) | undefined;
  onResponse: ((event: ResponseEvent) => void) | undefined;
}

const known = "region endpoint projectId credentials fetch clock onRequest onResponse".split(" ");

/** @throws {ElbConfigurationError} naming the option that is missing or wrong */
export function checkOptions(options: ElbClientOptions): Settings {
  checkNames("The client", "option", options, known, ElbConfigurationError);
  const base = baseUrl(options);
  const { projectId, credentials, fetch, clock = systemClock, onRequest, onResponse } = options;
  if (!isSegment(projectId) || /\s/.test(projectId)) {
    throw new ElbConfigurationError(
      "Give `projectId`, the id of a project: text without white space or slash.",
    );
  }
  if (!credentials) {
    throw new ElbConfigurationError(
      "Give `credentials`: { token }, { ak, sk } or a function that returns either.",
    );
  }
  if (typeof credentials !== "function") checkCredentials(credentials);
  for (const [name, value] of Object.entries({ fetch, onRequest, onResponse })) {
    checkFunction(name, value, ElbConfigurationError);
  }
  if (typeof clock?.now !== "function" || typeof clock.sleep !== "function") {
    throw new ElbConfigurationError("`clock` must have the functions now() and sleep().");
  }
  return {
    base,
    projectId,
    credentials,
    // Looked up per call, so that a fetch replaced later (by a test, by instrumentation) is the one used.
    fetch: fetch ?? ((url, init) => globalThis.fetch(url, init)),
    clock,
    onRequest,
    onResponse,
  };
}
