/** What sends requests and reads answers; loaded by the first call. */
import { type OperationRow, protocol } from "@elb-classic/spec/operations";
import { readAnswer } from "./answer.ts";
import { createBalancerMemory } from "./balancer-memory.ts";
import type { Call } from "./call.ts";
import { type JobMaker, launchReader } from "./launch.ts";
import { lazy } from "./lazy.ts";
import type { WithResponse } from "./methods.ts";
import type { Settings } from "./options.ts";
import type { OperationRequest } from "./request.ts";
import { createTransport, newSending, type Sending } from "./transport.ts";

/** What is known of a call while it is on its way. */
export interface Progress {
  readonly row: OperationRow;
  readonly request: OperationRequest;
  readonly sending: Sending;
  /** When its time is over, as milliseconds since the epoch. */
  readonly until: number;
  /** What the attempt before came to. */
  trouble?: unknown;
  /** Whether it was given up: what comes later is told to nobody. */
  settled?: true;
}

/** How a call has ended. */
export type Result = WithResponse<unknown> | { error: unknown };

/** A call that is on its way. */
export interface CarriedOut {
  result: Promise<WithResponse<unknown>>;
  /** Says what became of the call if it has ended with this error; returns the error to throw. */
  settle(error: unknown): Promise<unknown>;
}

/** Sends a call's request, and sends it again where that makes sense. */
export type Engine = (
  call: Call,
  request: OperationRequest,
  signal: AbortSignal,
  until: number,
) => CarriedOut;

/** Without a network, not even its explanation can be loaded in a browser. */
const ifLoaded = <T>(loading: Promise<T>): Promise<T | undefined> => loading.catch(() => undefined);

export function createEngine(settings: Settings, jobOf: JobMaker): Engine {
  const { clock, catalogue, onChange } = settings;
  const send = createTransport(settings);
  const readLaunch = launchReader(settings, jobOf);
  // Without a budget there is no order to keep.
  const memory = settings.budget && createBalancerMemory();

  const attempt = async (call: Call, { row, request, sending }: Progress): Promise<WithResponse<unknown>> => {
    const { operationId, args = {}, options } = call;
    const exchange = await send(request, sending);
    const privateKeys = options?.privateKeys ?? false;
    const answer = await readAnswer({ operationId, row, catalogue, privateKeys }, exchange);
    memory?.learn(operationId, args, answer);
    const { read = row.job ? readLaunch : (plain: unknown) => plain } = call;
    const data = await read(answer, exchange, { row, request, at: sending.at });
    const { status, headers } = exchange.response;
    const requestId = headers.get(protocol.headers.requestId) ?? undefined;
    return { data, status, requestId, attempts: sending.attempts, headers };
  };

  const tell = async ({ row, request, sending }: Progress, result: Result): Promise<void> => {
    if (!onChange || row.repeat === "safe" || sending.attempts === 0) return;
    (await lazy.audit()).tellOutcome(onChange, { row, request, at: sending.at }, result);
  };

  const carryOut = async (call: Call, progress: Progress): Promise<WithResponse<unknown>> => {
    // What says afterwards how a change went is there before it is sent, even if the network goes.
    if (progress.row.repeat === "never") await Promise.all([lazy.trouble(), onChange && lazy.audit()]);
    const once = () => attempt(call, progress);
    const result = await once().catch(async (error: unknown) => {
      const { retries = settings.retries } = call;
      const trouble = await ifLoaded(lazy.trouble());
      if (!trouble) throw error;
      return trouble.persist(error, progress, { clock, retries }, once);
    });
    if (!progress.settled) await tell(progress, result);
    return result;
  };

  return (call, request, signal, until) => {
    const { operationId, row, args = {}, options, kind = options?.background ? "poll" : "work" } = call;
    const balancer = row.repeat === "never" ? memory?.keyOf(operationId, args, row) : undefined;
    const progress: Progress = { row, request, sending: newSending(signal, kind, balancer, until), until };
    return {
      result: carryOut(call, progress),
      settle: async (cause) => {
        progress.settled = true;
        const trouble = await ifLoaded(lazy.trouble());
        const error = trouble ? trouble.finalError(progress, cause) : cause;
        await tell(progress, { error });
        return error;
      },
    };
  };
}
