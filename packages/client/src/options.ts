import type { BudgetOptions } from "./budget.ts";
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
import type { ErrorCatalogue } from "./errors/catalogue-entry.ts";
import type { ChangeEvent, RequestEvent, ResponseEvent } from "./events.ts";
import { isHost } from "./signing/host.ts";

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

/** What every kind of client takes. */
export type ConnectionOptions = Location &
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
    /**
     * How many requests the client sends: at most `requests` in any `seconds`, and `concurrency` of them at a time;
     * the others wait for their turn. Log-ins do not count. `false`: no limit. Default: 200 in 300 seconds, as was
     * observed, and 16 at a time.
     */
    budget?: Partial<BudgetOptions> | false;
    /** Called before each request. What it throws or rejects with is ignored: logging must not break a change. */
    onRequest?: (event: RequestEvent) => void;
    /** Called for each answer, whatever its status, and where none came. What it throws or rejects with is ignored. */
    onResponse?: (event: ResponseEvent) => void;
  };

export type ElbClientOptions = ConnectionOptions & {
  /**
   * How often a request is sent again, from 0: where that is safe, as for all that only reads, and where it was turned
   * away before the service took it on, as by throttling or a refused connection. Pauses grow, and honour `Retry-After`;
   * all of it happens within the call's `timeout`. Default: 3.
   */
  retries?: number;
  /** Puts what is known of an error code into the errors: `errorCatalogue()` of `@elb-classic/client/catalogue`. */
  catalogue?: ErrorCatalogue;
  /**
   * Called once for each change that was sent, when it is known what became of it, and once more when the job that it
   * launched was waited for and has ended. What it throws or rejects with is ignored.
   */
  onChange?: (event: ChangeEvent) => void;
};

/** The options after all checks, with defaults filled in. */
export interface Connection {
  base: string;
  /** Absent if it has to be looked up. */
  projectId: string | undefined;
  credentials: Credentials | CredentialsProvider;
  signingHost: string | undefined;
  fetch: Fetch;
  clock: Clock;
  /** Absent if there is no limit. */
  budget: BudgetOptions | undefined;
  onRequest: ((event: RequestEvent) => void) | undefined;
  onResponse: ((event: ResponseEvent) => void) | undefined;
}

export interface Settings extends Connection {
  retries: number;
  catalogue: ErrorCatalogue | undefined;
  onChange: ((event: ChangeEvent) => void) | undefined;
}

const connectionNames =
  "region endpoint projectId credentials signingHost fetch clock budget onRequest onResponse".split(" ");
const clientNames = [...connectionNames, "retries", "catalogue", "onChange"];

/** What is allowed where nothing else is said; observed, not documented. */
const usualBudget: BudgetOptions = { requests: 200, seconds: 300, concurrency: 16 };

/** Whether a value can be the id of a project, in a path and in a header. */
const isProjectId = (value: unknown): value is string => isSegment(value) && !/\s/.test(value);

/** The project of a client that was given none, as its credentials know it. */
export async function findProject({ credentials }: Connection): Promise<string> {
  const provider = typeof credentials === "function" ? credentials : undefined;
  const projectId = await asked(async () => provider?.projectId?.());
  if (isProjectId(projectId)) return projectId;
  throw new ElbConfigurationError("The credentials know no project: give `projectId`.");
}

function checkBudget(given: Partial<BudgetOptions> | false): BudgetOptions | undefined {
  if (given === false) return undefined;
  checkNames("`budget`", "option", given, Object.keys(usualBudget), ElbConfigurationError);
  const budget = { ...usualBudget };
  for (const [name, value = usualBudget[name as keyof BudgetOptions]] of Object.entries(given)) {
    // Longer than a month, no timer keeps.
    const isNumber = typeof value === "number" && value > 0 && value < 2e6;
    const isRight = isNumber && (name === "seconds" || Number.isInteger(value));
    if (!isRight) {
      throw new ElbConfigurationError(
        `\`budget.${name}\` must be a number above 0, and a whole one of requests.`,
      );
    }
    budget[name as keyof BudgetOptions] = value;
  }
  return budget;
}

/** @throws {ElbConfigurationError} naming the option that is missing or wrong */
export function checkConnection(options: ConnectionOptions, known = connectionNames): Connection {
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
    budget: checkBudget(options.budget === undefined ? {} : options.budget),
    onRequest,
    onResponse,
  };
}

/** @throws {ElbConfigurationError} naming the option that is missing or wrong */
export function checkOptions(options: ElbClientOptions): Settings {
  const connection = checkConnection(options, clientNames);
  const { retries = 3, catalogue, onChange } = options;
  checkFunction("catalogue", catalogue, ElbConfigurationError);
  checkFunction("onChange", onChange, ElbConfigurationError);
  if (!Number.isInteger(retries) || retries < 0) {
    throw new ElbConfigurationError("`retries` must be a whole number from 0.");
  }
  return { ...connection, retries, catalogue, onChange };
}
