import { operations, protocol } from "@elb-classic/spec/operations";
import { checkFunction, checkNames } from "./check.ts";
import { checkDuration, withDeadline } from "./clock.ts";
import { secretsOf } from "./credentials.ts";
import { ElbApiError, mayPass } from "./errors/api-error.ts";
import { ElbAbortError } from "./errors/base.ts";
import { maskAll, printable } from "./errors/error-body.ts";
import { jobFailed, jobTimeout } from "./errors/job-failure.ts";
import { notify } from "./hooks.ts";
import type { Answered, JobRecord, JobSource, Shared, WaitOptions } from "./job.ts";

const { success, failure } = protocol.jobStatuses;
const waitNames = ["signal", "onProgress", "timeout", "interval"];

/** What is known while a job is waited for: how it stood last, and what went wrong since. */
interface Seen {
  job?: JobRecord;
  trouble?: Error | undefined;
  /** When the last answer came that was seen. */
  at: number;
}

/** Waits for a job, as `Job.wait` says. */
export async function waitFor(id: string, source: JobSource, options: WaitOptions): Promise<JobRecord> {
  checkNames("wait()", "option", options, waitNames);
  const { signal: outer, onProgress, timeout = 600_000, interval = 1_000 } = options;
  checkFunction("onProgress", onProgress);
  checkDuration("timeout", timeout);
  checkDuration("interval", interval);
  const { clock } = source;
  const seen: Seen = { at: clock.now() };
  const shared = join(source);
  const limits = {
    clock,
    timeout,
    signal: outer,
    what: `Waiting for job ${printable(id)}`,
    expired: () => jobTimeout(id, timeout, seen.job, seen.trouble),
  };
  try {
    return await withDeadline(limits, (signal) =>
      ask(id, source, shared, { signal, onProgress, interval, seen }),
    );
  } finally {
    if (--shared.waiting === 0) source.polls.delete(source.key);
  }
}

function join({ polls, key }: JobSource): Shared {
  const shared = polls.get(key) ?? { waiting: 0 };
  polls.set(key, shared);
  shared.waiting++;
  return shared;
}

interface Waiting {
  signal: AbortSignal;
  onProgress: WaitOptions["onProgress"];
  interval: number;
  seen: Seen;
}

async function ask(id: string, source: JobSource, shared: Shared, waiting: Waiting): Promise<JobRecord> {
  const { clock } = source;
  const { signal, onProgress, interval, seen } = waiting;
  const began = seen.at;
  for (;;) {
    const job = await poll(source, shared, signal, seen);
    if (job) notify(onProgress, job);
    if (job?.status === success || job?.status === failure) {
      await source.ended?.(job);
      if (job.status === success) return job;
      throw jobFailed(id, job, source.catalogue);
    }
    await clock.sleep(pause(clock.now() - began, interval, seen.trouble), signal);
  }
}

/** Milliseconds that a server can ask for at most: it may be wrong, and to ask once more does no harm. */
const longestAsked = 60_000;

/** A third of the time so far costs as many questions as pauses that grow by half, and follows the job as closely. */
function pause(elapsed: number, interval: number, trouble: Error | undefined): number {
  const asked = trouble instanceof ElbApiError ? Math.min(trouble.retryAfter ?? 0, longestAsked) : 0;
  const usual = Math.min(Math.max(elapsed / 3, interval), interval * 10);
  return Math.max(asked, usual * (0.8 + 0.4 * Math.random()));
}

/** How the job stands; nothing, where asking has failed in a way that may pass. */
async function poll(
  source: JobSource,
  shared: Shared,
  signal: AbortSignal,
  seen: Seen,
): Promise<JobRecord | undefined> {
  try {
    const { answered, at } = await latest(source, shared, signal, seen.at);
    seen.job = jobIn(answered);
    seen.at = at;
    seen.trouble = undefined;
    return seen.job;
  } catch (error) {
    if (operations.getJob.repeat !== "safe" || !mayPass(error)) throw error;
    seen.trouble = error as Error;
    return undefined;
  }
}

/** An answer that is newer than `since`: one that another waiter got or is about to get, else one of its own. */
async function latest(
  source: JobSource,
  shared: Shared,
  signal: AbortSignal,
  since: number,
): Promise<NonNullable<Shared["last"]>> {
  while (shared.asking) {
    await shared.asking.catch((error: unknown) => {
      // The other's waiting has ended, and its question with it.
      if (!(error instanceof ElbAbortError)) throw error;
    });
  }
  if (shared.last && shared.last.at > since) return shared.last;
  const asking = source.ask({ signal }, 0).finally(() => {
    shared.asking = undefined;
  });
  shared.asking = asking;
  shared.last = { answered: await asking, at: source.clock.now() };
  return shared.last;
}

/** The job that was answered, with no secret in any text of it: errors hold it. */
const jobIn = ({ answer, raw }: Answered): JobRecord =>
  maskAll(answer as JobRecord, secretsOf(raw.credentials));
