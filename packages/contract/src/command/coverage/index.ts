import type { LanguageName } from "../../language/language.ts";
import { checkRequest } from "../../check-request.ts";
import { type Hosts, isSelected } from "../check/selection.ts";
import { type Io, write } from "../io.ts";
import { problemRecord } from "../formats/records.ts";
import { readFiles } from "../read/files.ts";
import { readRecorded } from "../read/recorded.ts";
import { isValue, type RawItem } from "../read/values.ts";
import { pathOf } from "../report/path.ts";
import type { Problem } from "../report/report.ts";
import { readChoice, readOptions, readText, UsageError } from "../usage.ts";
import { pretty } from "./pretty.ts";
import { CoverageTally, totalsOf } from "./tally.ts";

export const help = `elb-contract coverage: says what of the API recorded calls have used, and what is missing.

Usage: elb-contract coverage FILE… [options]

Files are those that "elb-contract check" takes. Counted are operations, statuses, query parameters, properties of
payloads, values that the description lists, and error codes. Properties of answers count in answers of success.

  --host HOST      count the calls to this host only; can be repeated
  --format FORMAT  pretty or json (default: pretty)
  --language NAME  en or zh-CN (default: en)

Exit codes: 0 done, 2 wrong usage, 3 something could not be read.
`;

interface Settings {
  readonly files: readonly string[];
  readonly hosts: Hosts;
  readonly format: "pretty" | "json";
  readonly language: LanguageName;
}

const UNREADABLE = 3;
/** How many problems are named. */
const PROBLEMS = 100;

/** @throws UsageError */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const settings = readSettings(args);
  const tally = new CoverageTally();
  const problems: Problem[] = [];
  for await (const { file, items } of readFiles(settings.files, io)) {
    for (const item of items) {
      const found = take(file, item, tally, settings.hosts);
      problems.push(...found.slice(0, PROBLEMS - problems.length));
    }
  }
  const report = tally.report();
  const texts =
    settings.format === "pretty"
      ? pretty(report, problems, settings.language)
      : [
          `${JSON.stringify({ version: 1, totals: totalsOf(report), ...report, problems: problems.map(problemRecord) }, undefined, 1)}\n`,
        ];
  for (const text of texts) await write(io.stdout, text);
  return problems.length > 0 ? UNREADABLE : 0;
}

function readSettings(args: readonly string[]): Settings {
  const { values, positionals } = readOptions(args, {
    host: { type: "string", multiple: true, default: [] },
    format: { type: "string", default: "pretty" },
    language: { type: "string", default: "en" },
  });
  if (positionals.length === 0) throw new UsageError("coverage needs a file, or - for standard input.");
  return {
    files: positionals,
    hosts: values.host.map((host) => readText("--host", host)!.toLowerCase()),
    format: readChoice("--format", values.format, ["pretty", "json"]),
    language: readChoice("--language", values.language, ["en", "zh-CN"]),
  };
}

/** Counts a call, and gives what is wrong with its recording. */
function take(file: string, item: RawItem, tally: CoverageTally, hosts: Hosts): Problem[] {
  if (!isValue(item)) return [item];
  const { exchange, faults } = readRecorded(item.bytes, item.position);
  const { position, line, offset } = item;
  const problems = faults.map((message) => ({ position, place: { file, line, offset }, message }));
  if (exchange === undefined) return problems;
  const { method, url } = exchange.request;
  const { operationId } = checkRequest({ method, url });
  if (!isSelected(exchange, pathOf(url), operationId !== undefined, hosts)) return [];
  if (operationId !== undefined) tally.add(operationId, exchange);
  return problems;
}
