import { checkExchange, type ExchangeMessage } from "./check-exchange.ts";
import { TooLong } from "./engine/payload.ts";
import type { CheckOptions } from "./engine/report.ts";
import type { Finding, Verdict } from "./finding.ts";

type Fetch = typeof globalThis.fetch;
type Input = Parameters<Fetch>[0];
type Init = Parameters<Fetch>[1];

/** How exchanges are checked and reported. */
export interface ContractFetchOptions extends CheckOptions {
  /**
   * Is told of each finding, after the answer's body has arrived. What it throws is not caught: without `throw` it is an
   * unhandled rejection, which fails a test run.
   */
  readonly onFinding?: ((finding: Finding, exchange: CheckedExchange) => void) | undefined;
  /**
   * Whether a call is rejected with {@link ContractError} where its exchange breaks the contract. The answer is then
   * handed on only when its body has been read, up to `maxBody`. Default: false.
   */
  readonly throw?: boolean | undefined;
  /** Bytes of a payload that are kept for checking; a longer one is not checked, which is a note. Default: 1048576. */
  readonly maxBody?: number | undefined;
}

/** Which exchange a finding is about. */
export interface CheckedExchange {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly verdict: Verdict;
}

/** A `fetch` that checks what passes through it. */
export interface ContractFetch extends Fetch {
  /** Fulfilled when everything that has been sent until now has been checked and reported. */
  settled(): Promise<void>;
}

/** An exchange broke the contract. */
export class ContractError extends Error {
  override readonly name = "ContractError";
  readonly verdict: Verdict;

  constructor(verdict: Verdict) {
    const errors = verdict.findings.filter(({ severity }) => severity === "error");
    super(errors.map(({ message }) => message).join(" "));
    this.verdict = verdict;
  }
}

/**
 * Wraps a `fetch` so that every exchange is checked.
 *
 * The caller gets the answer as soon as the wrapped `fetch` has it: a copy of the body is read beside it, at most
 * `maxBody` bytes of it. Calls that fail, or whose body breaks off, are not checked.
 */
export function contractFetch(fetch: Fetch, options: ContractFetchOptions = {}): ContractFetch {
  const { maxBody = 1_048_576 } = options;
  const pending = new Set<Promise<void>>();

  async function checked(input: Input, init?: Init): Promise<Response> {
    const call = copyRequest(input, init, maxBody);
    const response = await fetch(call.input, call.init);
    const copy = response.clone();
    const check = async (): Promise<Verdict | undefined> => {
      const exchange = await readExchange(call, copy, maxBody);
      return exchange && judge(exchange, options);
    };
    const work = check();
    const throws = options.throw === true;
    // What `onFinding` throws goes to the caller, or becomes an unhandled rejection by way of `finally`.
    const settling = work.then(ignore, throws ? ignore : undefined);
    pending.add(settling);
    void settling.finally(() => pending.delete(settling));
    if (!throws) return response;
    const verdict = await work;
    if (verdict?.ok === false) throw new ContractError(verdict);
    return response;
  }

  async function settled(): Promise<void> {
    await Promise.all(pending);
  }

  return Object.assign(checked, { settled });
}

function ignore(): void {}

function judge(exchange: ExchangeMessage, options: ContractFetchOptions): Verdict {
  const verdict = checkExchange(exchange, options);
  const { method, url } = exchange.request;
  const about = { method, url, status: exchange.response.status, verdict };
  for (const finding of verdict.findings) options.onFinding?.(finding, about);
  return verdict;
}

/** A call that can still be made, and what is to be known of it. */
interface Call {
  readonly input: Input;
  readonly init: Init;
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: Promise<Uint8Array | TooLong | undefined>;
}

function copyRequest(input: Input, init: Init, maxBody: number): Call {
  const request = input instanceof Request ? input : undefined;
  const method = init?.method ?? request?.method ?? "GET";
  const headers = new Headers(init?.headers ?? request?.headers);
  const url = request?.url ?? String(input);
  const given = init?.body;
  if (given === undefined || given === null) {
    const copy = request?.body ? read(request.clone().body, maxBody) : Promise.resolve(undefined);
    return { input, init, method, url, headers, body: quiet(copy) };
  }
  if (given instanceof ReadableStream) {
    const [sent, kept] = given.tee();
    return { input, init: { ...init, body: sent }, method, url, headers, body: quiet(read(kept, maxBody)) };
  }
  // Reads whatever a body can be, and leaves the one that is sent alone.
  const copy = new Response(given as ConstructorParameters<typeof Response>[0]);
  const type = copy.headers.get("content-type");
  if (type !== null && !headers.has("content-type")) headers.set("content-type", type);
  return { input, init, method, url, headers, body: quiet(read(copy.body, maxBody)) };
}

/** A body that breaks off is dealt with where it is awaited, which may be late. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(ignore);
  return promise;
}

async function readExchange(
  { method, url, headers, body }: Call,
  response: Response,
  maxBody: number,
): Promise<ExchangeMessage | undefined> {
  try {
    const answer = await read(response.body, maxBody);
    const { status } = response;
    return {
      request: { method, url, headers, body: await body },
      response: { status, headers: response.headers, body: answer },
    };
  } catch {
    // The caller learns of a broken body from its own copy.
    return undefined;
  }
}

async function read(
  stream: ReadableStream<Uint8Array> | null,
  maxBody: number,
): Promise<Uint8Array | TooLong | undefined> {
  if (stream === null) return undefined;
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(chunks, length);
    length += value.byteLength;
    if (length > maxBody) {
      // Not awaited: it ends with the copy of the caller only.
      reader.cancel().catch(ignore);
      return new TooLong(maxBody);
    }
    chunks.push(value);
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
