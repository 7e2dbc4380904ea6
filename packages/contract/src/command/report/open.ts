import { type Baseline, readBaseline, readOrBegin, updateBaseline } from "../baseline.ts";
import { createFormat } from "../formats/format.ts";
import { describePlace, visible } from "../formats/places.ts";
import { type Io, isColourful, write } from "../io.ts";
import { applyOverlay, type Lower, readOverlay } from "../overlay.ts";
import type { ReportSettings } from "./options.ts";
import type { Report } from "./report.ts";
import { type Counts, createReporter, exitCodeOf, type Reporter } from "./reporter.ts";

/** A reporter as the command line asks for it. */
export interface OpenReport extends Omit<Reporter, "end"> {
  /** Writes what remains, updates the baseline if that was asked for, and gives the exit code. */
  close(counts: Counts): Promise<number>;
}

/** @throws InputError where baseline or overlay cannot be read. */
export async function openReport(settings: ReportSettings, io: Io): Promise<OpenReport> {
  const { failOn, language } = settings;
  const baseline = baselineOf(settings);
  const lower: Lower | undefined =
    settings.overlay === undefined ? undefined : applyOverlay(readOverlay(settings.overlay));
  const format = await createFormat(settings.format, { colour: isColourful(io.stdout, io.env), language });
  const reporter = createReporter({
    format,
    failOn,
    known: baseline,
    write: (text) => write(io.stdout, text),
  });
  return {
    call(call, findings) {
      const { operationId } = call;
      return reporter.call(
        call,
        lower === undefined ? findings : findings.map((one) => lower(operationId, one)),
      );
    },
    problem: reporter.problem,
    problems: reporter.problems,
    async close(counts) {
      const report = await reporter.end(counts);
      if (settings.format !== "pretty") tellProblems(report, io);
      if (baseline === undefined || settings.baseline === undefined) return exitCodeOf(report);
      if (!settings.updateBaseline) tellStale(report, settings.baseline, io);
      else updateBaseline(settings.baseline, baseline, report);
      return settings.updateBaseline && report.totals.problems === 0 ? 0 : exitCodeOf(report);
    },
  };
}

function baselineOf({ baseline, updateBaseline: isUpdated }: ReportSettings): Baseline | undefined {
  if (baseline === undefined) return undefined;
  return isUpdated ? readOrBegin(baseline) : readBaseline(baseline);
}

/** Data can be in a file that nobody looks at. */
function tellProblems({ totals, problems }: Report, { stderr }: Io): void {
  const [first] = problems;
  if (first === undefined) return;
  const these = totals.problems === 1 ? "This" : `${totals.problems} places, the first of them this,`;
  stderr.write(
    `elb-contract: ${these} could not be read: ${visible(`${describePlace(first)}: ${first.message}`)}\n`,
  );
}

function tellStale({ stale }: Report, file: string, { stderr }: Io): void {
  if (stale.length === 0) return;
  const lines = stale.map(({ operation, code, pointer }) => `  ${operation}  ${code}  ${pointer}\n`);
  const these = stale.length === 1 ? "This finding is" : `These ${stale.length} findings are`;
  stderr.write(
    `elb-contract: ${these} gone; take them out of ${file} with --update-baseline:\n${lines.join("")}`,
  );
}
