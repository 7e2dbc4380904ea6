import type { OperationRow } from "@elb-classic/spec/operations";
import { checkNames } from "./check.ts";
import { checkDuration, withDeadline } from "./clock.ts";
import type { CarriedOut } from "./engine.ts";
import { ElbTimeoutError } from "./errors/base.ts";
import type { JobMaker } from "./launch.ts";
import { lazy, once } from "./lazy.ts";
import type { CallOptions, WithResponse } from "./methods.ts";
import { findProject, type Settings } from "./options.ts";
import { type Arguments, type OperationRequest, prepareRequest } from "./request.ts";
import type { Exchange, Sending } from "./transport.ts";

/** One operation with what it is asked. */
export interface Call {
  operationId: string;
  row: OperationRow;
  args?: Arguments | undefined;
  /** The request, as soon as it is known which project it is for. */
  prepare: Preparer;
  options?: CallOptions | undefined;
  /** Default: `work`, unless the options say that it is done in the background. */
  kind?: Sending["kind"];
  /** Default: as the client's options say. */
  retries?: number | undefined;
  /** What its answer comes to; an error in this is one of the call's. Default: the answer, or the job that it names. */
  read?: ((answer: unknown, exchange: Exchange) => unknown) | undefined;
}

export type Preparer = () => OperationRequest | Promise<OperationRequest>;

const optionNames = ["signal", "timeout", "privateKeys", "background"];

/**
 * Prepares a request, at once if it can be. Where the project has to be looked up first, the arguments are checked
 * at once all the same.
 *
 * @throws {ElbArgumentError} for an argument that is missing, unknown or cannot be sent
 */
export function preparer(
  operationId: string,
  row: OperationRow,
  settings: Settings,
  args?: Arguments,
): Preparer {
  const withProject = (projectId: string): OperationRequest =>
    prepareRequest(operationId, row, { base: settings.base, projectId }, args);
  const request = withProject(settings.projectId ?? "unknown");
  if (settings.projectId !== undefined || args?.project_id !== undefined) return () => request;
  return async () => withProject(await findProject(settings));
}

/** Sends calls, each within its time. */
export function createCaller(
  settings: Settings,
  jobOf: JobMaker,
): (call: Call) => Promise<WithResponse<unknown>> {
  const { clock } = settings;
  const loadEngine = once(async () => (await lazy.engine()).createEngine(settings, jobOf));
  return async (call) => {
    const { operationId: what, options = {} } = call;
    checkNames(what, "option", options, optionNames);
    const { signal, timeout = 60_000 } = options;
    const until = clock.now() + checkDuration("timeout", timeout);
    const expired = () => new ElbTimeoutError(`No answer to ${what} within ${timeout / 1000} s.`);
    let carriedOut: CarriedOut | undefined;
    try {
      return await withDeadline({ clock, timeout, signal, what, expired }, async (inner) => {
        const request = await call.prepare();
        carriedOut = (await loadEngine())(call, request, inner, until);
        return carriedOut.result;
      });
    } catch (error) {
      throw (await carriedOut?.settle(error)) ?? error;
    }
  };
}
