import { type OperationRow, operations } from "@elb-classic/spec/operations";
import { apiError, readAnswer } from "./answer.ts";
import { checkDuration, withDeadline } from "./clock.ts";
import { ElbTimeoutError } from "./errors/base.ts";
import { Job, type JobRecord } from "./job.ts";
import type { CallOptions, ElbMethods } from "./methods.ts";
import { checkOptions, type ElbClientOptions, type Settings } from "./options.ts";
import { type PreparedRequest, prepareRequest } from "./request.ts";
import { createTransport, type Exchange } from "./transport.ts";

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

interface JobReference {
  job_id: string;
  uri: string;
}

/**
 * Makes a client. It holds no connection and nothing to close; make one per project.
 *
 * @throws {ElbConfigurationError} naming the option that is missing or wrong
 */
export function createElbClient(options: ElbClientOptions): ElbClient {
  const settings = checkOptions(options);
  const exchange = exchanger(settings);

  const jobOf = (id: string, uri: string | undefined, projectId: string): Job => {
    // Prepared at once, so that a wrong id is said by the call that got it.
    const request = prepareRequest("getJob", operations.getJob, settings, {
      job_id: id,
      project_id: projectId,
    });
    const ask = async (call: CallOptions): Promise<JobRecord> =>
      (await exchange(operations.getJob, request, call)).answer as JobRecord;
    return new Job(id, uri, ask, settings.clock);
  };

  const call = async (id: string, row: OperationRow, args?: object, callOptions?: CallOptions) => {
    const request = prepareRequest(id, row, settings, args as Record<string, unknown>);
    const { answer, raw } = await exchange(row, request, callOptions);
    if (!row.job) return answer;
    const reference = answer as Partial<JobReference> | null;
    if (!reference?.job_id) throw apiError(id, raw, { text: "the answer names no job" });
    return jobOf(reference.job_id, reference.uri, request.projectId);
  };

  const methods = Object.entries(operations).map(([id, row]) => [
    id,
    (args?: object, callOptions?: CallOptions) => call(id, row, args, callOptions),
  ]);
  return {
    ...(Object.fromEntries(methods) as ElbMethods),
    resumeJob: (jobId, { project_id = settings.projectId } = {}) => jobOf(jobId, undefined, project_id),
  };
}

/** Sends a request and reads its answer, within the call's time. */
function exchanger(settings: Settings) {
  const send = createTransport(settings);
  return (row: OperationRow, request: PreparedRequest, { signal, timeout = 60_000 }: CallOptions = {}) => {
    const id = request.operationId as string;
    return withDeadline(
      {
        clock: settings.clock,
        timeout: checkDuration("timeout", timeout),
        signal,
        what: id,
        expired: () => new ElbTimeoutError(`No answer to ${id} within ${timeout / 1000} s.`),
      },
      async (inner): Promise<{ answer: unknown; raw: Exchange }> => {
        const raw = await send(request, inner);
        return { answer: await readAnswer(id, row, raw), raw };
      },
    );
  };
}
