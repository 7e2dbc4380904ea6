import type { Io } from "../io.ts";
import { type Batch, readFiles } from "../read/files.ts";
import { isValue } from "../read/values.ts";
import { openReport } from "../report/open.ts";
import { REPORT_HELP, REPORT_OPTIONS, type ReportSettings, readReportSettings } from "../report/options.ts";
import { readCount, readOptions, readText, UsageError } from "../usage.ts";
import { inOrder } from "./batches.ts";
import { nothingIn } from "./nothing.ts";
import type { Hosts } from "./selection.ts";
import { createTaker } from "./take.ts";
import { createWork } from "./work.ts";

const MOST_JOBS = 64;

export const help = `elb-contract check: says where recorded calls depart from the contract.

Usage: elb-contract check FILE… [options]

A file is a HAR, or has one call on each line: an entry of a HAR, or
{"request": {"method", "url", "headers", "body"}, "response": {"status", "headers", "body"}}.
It may be compressed with gzip. "-" is standard input.

  --host HOST        check the calls to this host only, and all of them; can be repeated. Without it, calls that do not
                     look like this API are left out and counted
${REPORT_HELP}
  --jobs N           threads that check long files, 1 to ${MOST_JOBS} (default: one for each processor, 4 at most)

Exit codes: 0 conforming, 1 findings, 2 wrong usage, 3 something could not be read, or there was no call to check.
`;

interface Settings extends ReportSettings {
  readonly files: readonly string[];
  readonly hosts: Hosts;
  readonly jobs: number;
}

/** @throws UsageError, InputError */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const settings = readSettings(args);
  const report = await openReport(settings, io);
  const { tally, take } = createTaker(report, settings.language);
  const work = createWork(settings.jobs, settings);
  const judge = ({ items }: Batch) => work.judge(items.filter(isValue));
  try {
    const judged = inOrder(readFiles(settings.files, io), judge, work.ahead);
    for await (const { item, result } of judged) await take(item, result);
  } finally {
    await work.close();
  }
  if (tally.calls === 0 && report.problems() === 0)
    await report.problem(nothingIn(settings.files, settings.hosts, tally.others));
  return report.close(tally);
}

function defaultJobs(): number {
  return Math.min(process.getBuiltinModule("node:os").availableParallelism(), 4);
}

function readSettings(args: readonly string[]): Settings {
  const { values, positionals } = readOptions(args, {
    ...REPORT_OPTIONS,
    host: { type: "string", multiple: true, default: [] },
    jobs: { type: "string", default: String(defaultJobs()) },
  });
  if (positionals.length === 0) throw new UsageError("check needs a file, or - for standard input.");
  if (positionals.filter((file) => file === "-").length > 1) {
    throw new UsageError("standard input can only be read once.");
  }
  return {
    ...readReportSettings(values),
    files: positionals,
    hosts: values.host.map((host) => readText("--host", host)!.toLowerCase()),
    jobs: readCount("--jobs", values.jobs, 1, MOST_JOBS),
  };
}
