import { writeFileSync } from "node:fs";
import { errorFacts } from "@elb-classic/spec/error-facts";
import { checkResponse } from "../../check-response.ts";
import type { LanguageName } from "../../language/language.ts";
import { type Io, write } from "../io.ts";
import { InputError, readChoice, readCount, readOptions, readText, UsageError } from "../usage.ts";
import { type Judged, judgeAll } from "./judge.ts";
import { KnownIds } from "./known-ids.ts";
import { planCalls } from "./plan.ts";
import { pretty } from "./pretty.ts";
import type { Answer } from "./reads.ts";
import { differencesOf, overlayOf, writeCalls, writeRow } from "./report.ts";
import { createSanitise } from "./sanitise.ts";
import { openSender, type Sender } from "./sender.ts";

export const help = `elb-contract probe: says where a service departs from what is on record about it, by calls that change nothing.

Usage: elb-contract probe (--endpoint URL | --region NAME) [options]

  --endpoint URL      address of the service
  --region NAME       region of the public cloud, such as cn-north-1
  --project-id ID     project to look at (default: that of the credentials)
  --job ID            a job to look at as well; can be repeated, since jobs are in no list
  --budget N          how many requests may be sent, 1 to 1000 (default: 30)
  --ca FILE           certificates of further authorities, in PEM
  --evidence FILE     where to write the calls and their answers, without ids, names, addresses, keys and tokens
  --overlay FILE      where to write what differs from the description, for --overlay of the other commands
  --format FORMAT     pretty or json (default: pretty)
  --language LANGUAGE en or zh-CN (default: en)

Credentials come from where programs with the vendor's SDKs find them: ELB_TOKEN, or ELB_AK and ELB_SK, or the
HUAWEICLOUD_SDK_ variables, the credentials file, or the agency of the cloud server. HTTPS_PROXY and NO_PROXY count.

Each contradiction on record is confirmed (it is as was observed), refuted (it is otherwise, for example as the pages
say) or not seen.

Exit codes: 0 nothing refuted and no error found, 1 something, 2 wrong usage, 3 no answers, for example without access.
`;

interface Settings {
  readonly endpoint: string | undefined;
  readonly region: string | undefined;
  readonly projectId: string | undefined;
  readonly jobs: readonly string[];
  readonly budget: number;
  readonly ca: string | undefined;
  readonly evidence: string | undefined;
  readonly overlay: string | undefined;
  readonly format: "pretty" | "json";
  readonly language: LanguageName;
}

const FORMATS = ["pretty", "json"] as const;
const LANGUAGES = ["en", "zh-CN"] as const;

/** @throws UsageError, InputError */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const settings = readSettings(args);
  const sender = await openSender(settings, io);
  let judged: Judged[];
  try {
    judged = await collect(sender, settings, io);
  } finally {
    await sender.close();
  }
  return report(judged, settings, io);
}

function readSettings(args: readonly string[]): Settings {
  const text = { type: "string" } as const;
  const { values, positionals } = readOptions(args, {
    endpoint: text,
    region: text,
    "project-id": text,
    job: { type: "string", multiple: true },
    budget: { type: "string", default: "30" },
    ca: text,
    evidence: text,
    overlay: text,
    format: { type: "string", default: "pretty" },
    language: { type: "string", default: "en" },
  });
  if (positionals.length > 0) throw new UsageError(`probe takes options only, not "${positionals[0]}".`);
  const { endpoint, region, job = [] } = values;
  if ((endpoint === undefined) === (region === undefined)) {
    throw new UsageError("give either --endpoint or --region.");
  }
  return {
    endpoint: readText("--endpoint", endpoint),
    region: readText("--region", region),
    projectId: readText("--project-id", values["project-id"]),
    jobs: job.map((id) => readText("--job", id)!),
    budget: readCount("--budget", values.budget, 1, 1000),
    ca: readText("--ca", values.ca),
    evidence: readText("--evidence", values.evidence),
    overlay: readText("--overlay", values.overlay),
    format: readChoice("--format", values.format, FORMATS),
    language: readChoice("--language", values.language, LANGUAGES),
  };
}

/** Makes the calls. What breaks off after the first answer is told, and what came before it counts. */
async function collect(sender: Sender, { jobs, language }: Settings, io: Io): Promise<Judged[]> {
  const known = new KnownIds();
  for (const id of jobs) known.add("job_id", id);
  const plan = planCalls(known, crypto.randomUUID().replaceAll("-", ""));
  const judged: Judged[] = [];
  let step = plan.next();
  while (!step.done) {
    const answer = await sendOr(sender, step.value, judged.length > 0, io);
    if (answer === undefined) break;
    if (judged.length === 0) refuseUseless(answer);
    known.learn(answer);
    judged.push({ answer, findings: findingsOf(answer, language) });
    step = plan.next(answer);
  }
  return judged;
}

async function sendOr(
  sender: Sender,
  call: Answer["call"],
  canStop: boolean,
  io: Io,
): Promise<Answer | undefined> {
  try {
    return await sender.send(call);
  } catch (error) {
    if (!(canStop && error instanceof InputError)) throw error;
    io.stderr.write(`elb-contract: ${error.message} The calls before it count.\n`);
    return undefined;
  }
}

function findingsOf({ url, status, headers, text }: Answer, language: LanguageName) {
  return checkResponse({ method: "GET", url, status, headers, body: text }, { language }).findings;
}

/** @throws InputError where the first answer says that there is nothing to learn */
function refuseUseless({ url, status, body, call }: Answer): void {
  if (status === 200 && body !== undefined) return;
  const { host } = new URL(url);
  const code = codeOf(body);
  const marks = `(${call.read.id}: ${code === undefined ? "" : `${code}, `}HTTP ${status})`;
  if (isOneOf(errorFacts.unavailable, code)) {
    throw new InputError(`${host} does not offer the API ${marks}: choose another region or endpoint.`);
  }
  if (status === 401 || status === 403 || isOneOf(errorFacts.auth, code)) {
    throw new InputError(`${host} refuses the credentials ${marks}: check them, the project and the clock.`);
  }
  throw new InputError(
    `${host} does not answer as this API does ${marks}: check the address, or try again later.`,
  );
}

const isOneOf = (codes: readonly string[], code: string | undefined) =>
  code !== undefined && codes.includes(code);

/** The code of an error in any of its three shapes. */
function codeOf(body: unknown): string | undefined {
  const { error_code, code, error } = Object(body) as Readonly<Record<string, unknown>>;
  const found = error_code ?? code ?? Object(error).code;
  return typeof found === "string" && /^[\w.]{1,40}$/.test(found) ? found : undefined;
}

async function report(judged: readonly Judged[], settings: Settings, io: Io): Promise<number> {
  const { language, evidence, overlay, format } = settings;
  const sanitise = createSanitise();
  const rows = judgeAll(judged).map((row) => writeRow(row, judged, sanitise, language));
  const differences = differencesOf(judged);
  if (evidence !== undefined) {
    const calls = writeCalls(judged, sanitise);
    writeJson(evidence, { version: 1, at: new Date().toISOString(), calls, rows });
  }
  if (overlay !== undefined) writeJson(overlay, overlayOf(judged));
  const outcome = { calls: judged.length, rows, differences };
  await write(
    io.stdout,
    format === "json" ? `${JSON.stringify(outcome, undefined, 2)}\n` : pretty(outcome, language),
  );
  const refuted = rows.some(({ verdict }) => verdict === "refuted");
  return refuted || differences.some(({ severity }) => severity === "error") ? 1 : 0;
}

/** @throws InputError */
function writeJson(file: string, value: unknown): void {
  try {
    writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
  } catch (error) {
    throw new InputError(`${file} cannot be written: ${(error as NodeJS.ErrnoException).code}.`);
  }
}
