import { type OperationRow, operations } from "@elb-classic/spec/operations";
import { apiError, readAnswer } from "./answer.ts";
import { checkNames, isSegment } from "./check.ts";
import { checkDuration, withDeadline } from "./clock.ts";
import { ElbTimeoutError } from "./errors/base.ts";
import { asText, faultInAnswer } from "./errors/error-body.ts";
import { type Answered, Job } from "./job.ts";
import type { CallOptions, ElbMethods } from "./methods.ts";
import { checkOptions, type ElbClientOptions, type Settings } from "./options.ts";
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
    const request = prepareRequest("getJob", operations.getJob, settings, {
      job_id: id,
      project_id: projectId,
    });
    return new Job(id, uri, (call) => exchange(operations.getJob, request, call), settings.clock);
  };

  const call = async (id: string, row: OperationRow, args?: object, callOptions?: CallOptions) => {
    const request = prepareRequest(id, row, settings, args as Record<string, unknown>);
    const { answer, raw } = await exchange(row, request, callOptions);
    if (!row.job) return answer;
    const { job_id, uri } = answer as { job_id?: unknown; uri?: unknown };
    if (isSegment(job_id)) return jobOf(job_id, asText(uri), request.projectId);
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

/** Sends a request and reads its answer, within the call's time. */
function exchanger(settings: Settings) {
  const send = createTransport(settings);
  return async (row: OperationRow, request: PreparedRequest, options: CallOptions = {}) => {
    const id = request.operationId as string;
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
        const raw = await send(request, inner);
        return { answer: await readAnswer(id, row, raw), raw };
      },
    );
  };
}
