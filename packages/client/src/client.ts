import { type OperationRow, operations } from "@elb-classic/spec/operations";
import { createCaller, preparer } from "./call.ts";
import { checkNames } from "./check.ts";
import { type Answered, type EntitiesOf, Job, type JobSource } from "./job.ts";
import type { JobMaker } from "./launch.ts";
import type { CallOptions, ElbMethods, JobType } from "./methods.ts";
import { checkOptions, type ElbClientOptions } from "./options.ts";
import { elbPromise } from "./promise.ts";
import type { Arguments } from "./request.ts";
import type { Exchange } from "./transport.ts";

/** A client for one project at one endpoint: a method for each operation of the API, and `resumeJob`. */
export interface ElbClient extends ElbMethods {
  /**
   * A job launched earlier, perhaps by another process. Nothing is asked until `wait()` or `step()`.
   *
   * @template Type of the job, as in `resumeJob<"createELB">(id)`, where it is known: `wait()` then resolves to its
   *   entities. Nothing checks it
   * @param jobId the `id` of the job
   * @param options `project_id` if the job was launched in another project than the client's
   */
  resumeJob<Type extends JobType = never>(
    jobId: string,
    options?: { project_id?: string },
  ): Job<EntitiesOf<Type>>;
}

/**
 * Makes a client. It holds no connection and nothing to close; make one per project.
 *
 * @throws {ElbConfigurationError} naming the option that is missing or wrong
 */
export function createElbClient(options: ElbClientOptions): ElbClient {
  const settings = checkOptions(options);
  const { clock, catalogue } = settings;
  const polls: JobSource["polls"] = new Map();

  const jobOf: JobMaker = (id, project_id, uri, ended) => {
    const row = operations.getJob;
    // Prepared at once, so that a wrong id is said by the call that got it.
    const prepare = preparer("getJob", row, settings, { job_id: id, project_id });
    const read = (answer: unknown, raw: Exchange): Answered => ({ answer, raw });
    const asking = { operationId: "getJob", row, prepare, kind: "poll", read } as const;
    return new Job(id, uri, {
      clock,
      catalogue,
      polls,
      key: `${project_id ?? settings.projectId}/${id}`,
      ask: async (callOptions, retries) =>
        (await run({ ...asking, options: callOptions, retries })).data as Answered,
      ended,
    });
  };
  const run = createCaller(settings, jobOf);

  const call = async (operationId: string, row: OperationRow, args?: Arguments, callOptions?: CallOptions) =>
    run({
      operationId,
      row,
      args,
      prepare: preparer(operationId, row, settings, args),
      options: callOptions,
    });

  const methods = Object.entries(operations).map(([id, row]) => [
    id,
    (args?: Arguments, callOptions?: CallOptions) => elbPromise(call(id, row, args, callOptions)),
  ]);
  return {
    ...(Object.fromEntries(methods) as ElbMethods),
    resumeJob: (jobId, jobOptions = {}) => {
      checkNames("resumeJob", "option", jobOptions, ["project_id"]);
      return jobOf(jobId, jobOptions.project_id);
    },
  };
}
