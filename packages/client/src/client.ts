import { type OperationRow, operations } from "@elb-classic/spec/operations";
import { apiError, readAnswer } from "./answer.ts";
import { checkNames, isSegment } from "./check.ts";
import { checkDuration, withDeadline } from "./clock.ts";
import { ElbTimeoutError } from "./errors/base.ts";
import { asText, faultInAnswer } from "./errors/error-body.ts";
import { type Answered, Job } from "./job.ts";
import type { CallOptions, ElbMethods } from "./methods.ts";
import { checkOptions, type ElbClientOptions, findProject, type Settings } from "./options.ts";
import { type PreparedRequest, prepareRequest } from "./request.ts";
import { createTransport } from "./transport.ts";

/** A client for one project at one endpoint: a method for each operation of the API, and `resumeJob`. */
export interface ElbClient extends ElbMethods {
  /**
   * A job launched earlier, perhaps by another process. Nothing is asked until `wait()` or `step()`.
   *
   * @param jobId the `id` of the job
   * @param options `project_id` if the job was launched in another project than the client's
   */
  resumeJob(jobId: string, options?: { project_id?: string }): Job;
}

/**
 * Makes a client. It holds no connection and nothing to close; make one per project.
 *
 * @throws {ElbConfigurationError} naming the option that is missing or wrong
 */
export function createElbClient(options: ElbClientOptions): ElbClient {
  const settings = checkOptions(options);
  const exchange = exchanger(settings);

  const jobOf = (id: string, uri: string | undefined, projectId: string | undefined): Job => {
    // Prepared at once, so that a wrong id is said by the call that got it.
    const prepare = preparer("getJob", operations.getJob, settings, { job_id: id, project_id: projectId });
    return new Job(id, uri, (call) => exchange("getJob", operations.getJob, prepare, call), settings.clock);
  };

  const call = async (id: string, row: OperationRow, args?: object, callOptions?: CallOptions) => {
    const prepare = preparer(id, row, settings, args as Record<string, unknown>);
    const { answer, raw } = await exchange(id, row, prepare, callOptions);
    if (!row.job) return answer;
    const { job_id, uri } = answer as { job_id?: unknown; uri?: unknown };
    if (isSegment(job_id)) return jobOf(job_id, asText(uri), raw.request.projectId);
    const nameless = { text: "the answer holds no usable `job_id`", accepted: true };
    throw apiError(id, raw, faultInAnswer(answer) ?? nameless);
  };

  const methods = Object.entries(operations).map(([id, row]) => [
    id,
    (args?: object, callOptions?: CallOptions) => call(id, row, args, callOptions),
  ]);
  return {
    ...(Object.fromEntries(methods) as ElbMethods),
    resumeJob: (jobId, jobOptions = {}) => {
      checkNames("resumeJob", "option", jobOptions, ["project_id"]);
      return jobOf(jobId, undefined, jobOptions.project_id);
    },
  };
}

/**
 * Prepares a request, at once if it can be. Where the project has to be looked up first, the arguments are checked
 * at once all the same.
 */
function preparer(
  id: string,
  row: OperationRow,
  settings: Settings,
  args?: Record<string, unknown>,
): () => PreparedRequest | Promise<PreparedRequest> {
  const withProject = (projectId: string): PreparedRequest =>
    prepareRequest(id, row, { base: settings.base, projectId }, args);
  const request = withProject(settings.projectId ?? "unknown");
  if (settings.projectId !== undefined || args?.project_id !== undefined) return () => request;
  return async () => withProject(await findProject(settings));
}

/** Sends a request and reads its answer, within the call's time. */
function exchanger(settings: Settings) {
  const send = createTransport(settings);
  return async (
    id: string,
    row: OperationRow,
    prepare: ReturnType<typeof preparer>,
    options: CallOptions = {},
  ) => {
    checkNames(id, "option", options, ["signal", "timeout"]);
    const { signal, timeout = 60_000 } = options;
    return withDeadline(
      {
        clock: settings.clock,
        timeout: checkDuration("timeout", timeout),
        signal,
        what: id,
        expired: () => new ElbTimeoutError(`No answer to ${id} within ${timeout / 1000} s.`),
      },
      async (inner): Promise<Answered> => {
        const raw = await send(await prepare(), inner);
        return { answer: await readAnswer(id, row, raw), raw };
      },
    );
  };
}
