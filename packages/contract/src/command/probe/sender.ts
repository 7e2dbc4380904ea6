import { readFileSync } from "node:fs";
import type { Io } from "../io.ts";
import { InputError, UsageError } from "../usage.ts";
import { type Answer, type Call, PROJECT } from "./reads.ts";

export interface Target {
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
  /** Default: the project of the credentials. */
  readonly projectId?: string | undefined;
  /** File with certificates of further authorities, in PEM. */
  readonly ca?: string | undefined;
  /** How many requests may be sent. */
  readonly budget: number;
}

/** Sends reads, and nothing else. */
export interface Sender {
  /** `undefined` where the budget is spent. @throws InputError where no answer comes */
  send(call: Call): Promise<Answer | undefined>;
  close(): Promise<void>;
}

/** How long an answer may take, in milliseconds. */
const PATIENCE = 30_000;

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** @throws UsageError for an option that makes no sense; InputError where there are no credentials */
export async function openSender(target: Target, { env, signal }: Io): Promise<Sender> {
  const [{ createRawElbClient }, { defaultCredentials }] = await Promise.all([
    import("@elb-classic/client/raw"),
    import("@elb-classic/client/node"),
  ]);
  const { endpoint, region } = target;
  const connection = await connect(target, env);
  const wire = new Wire(connection.fetch, target.budget);
  const credentials = asked(UsageError, () =>
    defaultCredentials({ env, ...(region === undefined ? {} : { region }) }),
  );
  const client = asked(UsageError, () =>
    createRawElbClient({
      ...((endpoint === undefined ? { region } : { endpoint }) as { endpoint: string }),
      ...(target.projectId === undefined ? {} : { projectId: target.projectId }),
      credentials,
      fetch: (url, init) => wire.fetch(url, init),
    }),
  );
  const project = target.projectId ?? (await askedLater(() => credentials.projectId()));
  const get = client.GET as unknown as (path: string, options: object) => Promise<unknown>;
  return {
    async send(call) {
      if (wire.left === 0) return undefined;
      const path = { [PROJECT]: project, ...call.ids };
      const patience = AbortSignal.timeout(PATIENCE);
      const options = {
        params: { path, query: call.query },
        parseAs: "text",
        signal: AbortSignal.any([signal, patience]),
      };
      await askedLater(() =>
        get(call.read.path, options).catch((error: unknown) => {
          if (!patience.aborted || signal.aborted) throw error;
          throw new InputError(`No answer to ${call.read.id} within ${PATIENCE / 1000} s.`);
        }),
      );
      return wire.answerTo(call);
    },
    close: connection.close,
  };
}

/** Counts what is sent, refuses anything but GET, and keeps the last answer as it came. */
class Wire {
  left: number;
  readonly #fetch: Fetch;
  #last: Omit<Answer, "call" | "body"> | undefined;

  constructor(fetch: Fetch, budget: number) {
    this.#fetch = fetch;
    this.left = budget;
  }

  async fetch(url: string, init: RequestInit): Promise<Response> {
    if (init.method !== "GET") throw new TypeError(`The probe does not send ${init.method}.`);
    if (this.left === 0) throw new InputError("The budget is spent.");
    this.left -= 1;
    const response = await this.#fetch(url, init);
    const text = await response.clone().text();
    this.#last = { url, status: response.status, headers: response.headers, text };
    return response;
  }

  answerTo(call: Call): Answer {
    const last = this.#last!;
    return { ...last, call, body: parse(last.text) };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Connection {
  readonly fetch: Fetch;
  close(): Promise<void>;
}

/** The runtime's own `fetch` unless a proxy or an authority is asked for. */
async function connect({ ca }: Target, env: NodeJS.ProcessEnv): Promise<Connection> {
  const proxied = ["HTTPS_PROXY", "HTTP_PROXY"].some((name) => env[name] || env[name.toLowerCase()]);
  if (ca === undefined && !proxied)
    return { fetch: (url, init) => fetch(url, init), close: async () => undefined };
  const { undiciFetch } = await import("@elb-classic/client/node");
  const own = asked(UsageError, () =>
    undiciFetch({ ...(proxied ? { proxy: true } : {}), ...(ca === undefined ? {} : { ca: readCa(ca) }) }),
  );
  return { fetch: own, close: () => own.close() };
}

function readCa(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new InputError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
}

function asked<T>(kind: typeof UsageError | typeof InputError, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof UsageError || error instanceof InputError) throw error;
    throw new kind((error as Error).message);
  }
}

/** Errors of the client are sentences without secrets. */
async function askedLater<T>(make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError((error as Error).message);
  }
}
