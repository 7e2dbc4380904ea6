import type { LanguageName } from "../../language/language.ts";
import { type Baseline, readBaseline, readOrBegin, updateBaseline } from "../baseline.ts";
import { createFormat } from "../formats/format.ts";
import { describePlace, visible } from "../formats/places.ts";
import { wordsOf } from "../formats/words.ts";
import { type Io, isColourful, write } from "../io.ts";
import { applyOverlay, type Lower, readOverlay } from "../overlay.ts";
import type { ReportSettings } from "./options.ts";
import { problemIn } from "./problem-words.ts";
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
    problem: (problem) => reporter.problem(problemIn(problem, language)),
    problems: reporter.problems,
    async close(counts) {
      const report = await reporter.end(counts);
      if (settings.format !== "pretty") tellProblems(report, language, io);
      if (baseline === undefined || settings.baseline === undefined) return exitCodeOf(report);
      if (!settings.updateBaseline) tellStale(report, settings.baseline, language, io);
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
function tellProblems({ totals, problems }: Report, language: LanguageName, { stderr }: Io): void {
  const [first] = problems;
  if (first === undefined) return;
  const said = wordsOf(language).couldNotRead(totals.problems);
  stderr.write(`elb-contract: ${said}${visible(`${describePlace(first)}: ${first.message}`)}\n`);
}

function tellStale({ stale }: Report, file: string, language: LanguageName, { stderr }: Io): void {
  if (stale.length === 0) return;
  const lines = stale.map(({ operation, code, pointer }) => {
    return `  ${visible(`${operation}  ${code}  ${pointer}`)}\n`;
  });
  stderr.write(`elb-contract: ${wordsOf(language).gone(stale.length, file)}\n${lines.join("")}`);
}
