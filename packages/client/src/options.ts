import { checkFunction, checkNames, isSegment } from "./check.ts";
import { type Clock, systemClock } from "./clock.ts";
import {
  asked,
  type Credentials,
  type CredentialsProvider,
  checkCredentials,
  type ProjectProvider,
} from "./credentials.ts";
import { baseUrl, type Location } from "./endpoint.ts";
import { ElbConfigurationError } from "./errors/base.ts";
import { isHost } from "./signing/host.ts";

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

/** The project that all calls are about, and who calls. */
export type Caller =
  | {
      /** The project that all calls are about, unless a call names another by `project_id`. */
      projectId: string;
      /** A token, an access key, or a function that returns either and is asked before each request. */
      credentials: Credentials | CredentialsProvider;
    }
  | {
      /** Default: the project of the credentials. */
      projectId?: string;
      /** A provider that knows its project, such as those of `@elb-classic/client/iam` and `/node`. */
      credentials: ProjectProvider;
    };

export type ElbClientOptions = Location &
  Caller & {
    /**
     * Host that the gateway sees, if a proxy in between changes it: requests signed with an access key are signed for
     * this one. The proxy must leave path, query and payload as they are. Default: the host of the endpoint.
     */
    signingHost?: string;
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
  /** Absent if it has to be looked up. */
  projectId: string | undefined;
  credentials: Credentials | CredentialsProvider;
  signingHost: string | undefined;
  fetch: Fetch;
  clock: Clock;
  onRequest: ((event: RequestEvent) => void) | undefined;
  onResponse: ((event: ResponseEvent) => void) | undefined;
}

const known = "region endpoint projectId credentials signingHost fetch clock onRequest onResponse".split(" ");

/** Whether a value can be the id of a project, in a path and in a header. */
const isProjectId = (value: unknown): value is string => isSegment(value) && !/\s/.test(value);

/** The project of a client that was given none, as its credentials know it. */
export async function findProject({ credentials }: Settings): Promise<string> {
  const provider = typeof credentials === "function" ? credentials : undefined;
  const projectId = await asked(async () => provider?.projectId?.());
  if (isProjectId(projectId)) return projectId;
  throw new ElbConfigurationError("The credentials know no project: give `projectId`.");
}

/** @throws {ElbConfigurationError} naming the option that is missing or wrong */
export function checkOptions(options: ElbClientOptions): Settings {
  checkNames("The client", "option", options, known, ElbConfigurationError);
  const base = baseUrl(options);
  const { projectId, credentials, signingHost, fetch, clock = systemClock, onRequest, onResponse } = options;
  if (!credentials) {
    throw new ElbConfigurationError(
      "Give `credentials`: { token }, { ak, sk } or a function that returns either.",
    );
  }
  if (typeof credentials !== "function") checkCredentials(credentials);
  const canTell = typeof credentials === "function" && credentials.projectId !== undefined;
  if (projectId === undefined ? !canTell : !isProjectId(projectId)) {
    throw new ElbConfigurationError(
      "Give `projectId`, the id of a project: text without white space or slash. Without it, `credentials` must" +
        " know the project, as those of @elb-classic/client/iam do.",
    );
  }
  if (signingHost !== undefined && !isHost(signingHost)) {
    throw new ElbConfigurationError(
      "`signingHost` must be a host, with a port if need be, and nothing else.",
    );
  }
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
    signingHost,
    // Looked up per call, so that a fetch replaced later (by a test, by instrumentation) is the one used.
    fetch: fetch ?? ((url, init) => globalThis.fetch(url, init)),
    clock,
    onRequest,
    onResponse,
  };
}
