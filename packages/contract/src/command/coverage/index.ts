import { checkRequest } from "../../check-request.ts";
import type { LanguageName } from "../../language/language.ts";
import { nothingIn } from "../check/nothing.ts";
import { type Hosts, isSelected } from "../check/selection.ts";
import type { RecordedExchange } from "../exchange.ts";
import { problemRecord } from "../formats/records.ts";
import { type Io, write } from "../io.ts";
import { valuesBehind } from "../read/behind.ts";
import { readFiles } from "../read/files.ts";
import { readRecorded } from "../read/recorded.ts";
import { isValue, type RawItem, type RawValue } from "../read/values.ts";
import { pathOf } from "../report/path.ts";
import { problemIn } from "../report/problem-words.ts";
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

Exit codes: 0 done, 2 wrong usage, 3 something could not be read, or there was no call to count.
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
  const counter = new Counter(settings);
  for await (const { file, items } of readFiles(settings.files, io)) {
    for (const item of items) counter.take(file, item);
  }
  counter.end();
  for (const text of textsOf(counter, settings)) await write(io.stdout, text);
  return counter.problemCount > 0 ? UNREADABLE : 0;
}

function textsOf({ tally, problems, problemCount }: Counter, { format, language }: Settings) {
  const report = tally.report();
  if (format === "pretty") return pretty(report, problems, problemCount, language);
  const whole = { version: 1, totals: totalsOf(report), ...report, problems: problems.map(problemRecord) };
  return [`${JSON.stringify({ ...whole, problemCount }, undefined, 1)}\n`];
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

function operationOf({ request: { method, url } }: RecordedExchange): string | undefined {
  return checkRequest({ method, url }).operationId;
}

/** Counts calls, and what is wrong with their recording. */
class Counter {
  readonly #settings: Settings;
  #calls = 0;
  readonly tally = new CoverageTally();
  /** The first of them. */
  readonly problems: Problem[] = [];
  problemCount = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  take(file: string, item: RawItem): void {
    if (!isValue(item)) this.#addProblem(item);
    else if (!this.#takeValue(file, item)) {
      for (const value of valuesBehind(item)) this.#takeValue(file, value);
    }
  }

  /** Says so where there was nothing to count. */
  end(): void {
    const { files, hosts } = this.#settings;
    if (this.#calls === 0 && this.problemCount === 0)
      this.#addProblem(nothingIn(files, hosts, this.tally.others));
  }

  /** False: it is no call. */
  #takeValue(file: string, { bytes, position, line, offset }: RawValue): boolean {
    const { exchange, faults } = readRecorded(bytes, position);
    const operationId = exchange && operationOf(exchange);
    const isOther = exchange !== undefined && !this.#isSelected(exchange, operationId !== undefined);
    if (isOther) this.tally.others += 1;
    else for (const message of faults) this.#addProblem({ position, place: { file, line, offset }, message });
    if (exchange !== undefined && !isOther) this.#count(operationId, exchange);
    return exchange !== undefined;
  }

  #isSelected(exchange: RecordedExchange, isKnown: boolean): boolean {
    return isSelected(exchange, pathOf(exchange.request.url), isKnown, this.#settings.hosts);
  }

  #count(operationId: string | undefined, exchange: RecordedExchange): void {
    this.#calls += 1;
    this.tally.add(operationId, exchange);
  }

  #addProblem(problem: Problem): void {
    this.problemCount += 1;
    if (this.problems.length < PROBLEMS) this.problems.push(problemIn(problem, this.#settings.language));
  }
}
