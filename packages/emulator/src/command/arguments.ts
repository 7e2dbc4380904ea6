import { parseArgs } from "./builtins.ts";

/** What the command was asked to do. */
export interface Arguments {
  readonly help: boolean;
  readonly port: number;
  readonly host: string;
  readonly seedFile: string | undefined;
  readonly docsFolder: string | undefined;
  readonly dataFolder: string | undefined;
  readonly readyJson: boolean;
  readonly jobSeconds: number | "realistic";
  readonly clock: "real" | "manual";
  readonly faultsFile: string | undefined;
  readonly administration: "off" | "loopback" | "anywhere";
  readonly quiet: boolean;
}

/** A command line that makes no sense. The message is one sentence. */
export class UsageError extends Error {}

const DEFAULT_PORT = 8080;
const DEFAULT_HOST = "127.0.0.1";
const DEFAULT_JOB_SECONDS = 2;

/** The text of `--help`. */
export const HELP = `elb-emulator: the classic Elastic Load Balance API (v1.0) on this machine.

Usage: elb-emulator [options]

  --port N         port to listen on, 0 for any free one (default ${DEFAULT_PORT})
  --host ADDRESS   address to listen on (default ${DEFAULT_HOST}: this machine only)
  --seed FILE      JSON file with projects, credentials and resources to begin with
  --data FOLDER    keep the state there across restarts; a seed only fills an empty one.
                   Needs the package classic-level to be installed
  --docs FOLDER    also serve a folder of static files under /_docs/
  --job-seconds N  how long a job takes, in seconds (default ${DEFAULT_JOB_SECONDS}), or "realistic"
  --clock KIND     real (default) or manual: stands until it is moved under /_emulator
  --faults FILE    JSON file with a list of fault rules
  --administration
                   also serve /_emulator/: state, snapshots, clock, faults, last requests;
                   for requests from this machine only, whatever --host says
  --administration-anywhere
                   the same, for requests from anywhere. Nobody is asked for credentials
  --quiet          no line on stderr for each request
  --ready-json     once ready, write {"url","port"} as one line of JSON to stdout
  --help           this text

With credentials in the seed, requests need a valid AK/SK signature or token of their
project. Without any, every request is accepted, for any project id.

Exit codes: 0 stopped by a signal, 1 could not start, 2 wrong usage, seed or faults file.
`;

/** Reads the command line. @throws UsageError */
export function readArguments(args: readonly string[]): Arguments {
  const values = parse(args);
  const clock = readChoice("--clock", values.clock ?? "real", ["real", "manual"]);
  const administration = readAdministration(values);
  if (clock === "manual" && administration === "off")
    throw new UsageError("--clock manual needs --administration, by which the clock is moved.");
  return {
    help: values.help ?? false,
    port: readNumber("--port", values.port ?? String(DEFAULT_PORT), 65_535, /^\d+$/),
    host: readText("--host", values.host) ?? DEFAULT_HOST,
    seedFile: readText("--seed", values.seed),
    docsFolder: readText("--docs", values.docs),
    dataFolder: readText("--data", values.data),
    readyJson: values["ready-json"] ?? false,
    jobSeconds:
      values["job-seconds"] === "realistic"
        ? "realistic"
        : readNumber("--job-seconds", values["job-seconds"] ?? String(DEFAULT_JOB_SECONDS), 86_400),
    clock,
    faultsFile: readText("--faults", values.faults),
    administration,
    quiet: values.quiet ?? false,
  };
}

function readAdministration(values: ReturnType<typeof parse>): Arguments["administration"] {
  if (values["administration-anywhere"] === true) return "anywhere";
  return values.administration === true ? "loopback" : "off";
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const options = {
    port: text,
    host: text,
    seed: text,
    docs: text,
    data: text,
    "job-seconds": text,
    clock: text,
    faults: text,
    administration: flag,
    "administration-anywhere": flag,
    quiet: flag,
    "ready-json": flag,
    help: flag,
  };
  try {
    return parseArgs({ args: attachNegatives(args), options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const [sentence = ""] = (error as Error).message.split(/\.?(?: To |\n)|\.$/);
    throw new UsageError(`${sentence}.`);
  }
}

/** The parser takes a negative number for an option: attached to the one before, it is judged as the number it is. */
function attachNegatives(args: readonly string[]): string[] {
  const all: string[] = [];
  for (const argument of args) {
    const before = all.at(-1);
    if (/^-\d/.test(argument) && before !== undefined && /^--[a-z-]+$/.test(before)) {
      all[all.length - 1] = `${before}=${argument}`;
    } else all.push(argument);
  }
  return all;
}

function readText(option: string, text: string | undefined): string | undefined {
  if (text === "") throw new UsageError(`${option} takes a value, which must not be empty.`);
  return text;
}

function readChoice<Choice extends string>(option: string, text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((one) => one === text);
  if (choice !== undefined) return choice;
  throw new UsageError(`${option} takes ${choices.join(" or ")}, not "${text}".`);
}

function readNumber(option: string, text: string, maximum: number, form = /^\d+(\.\d+)?$/): number {
  const number = Number(text);
  if (form.test(text) && number <= maximum) return number;
  throw new UsageError(`${option} takes a number from 0 to ${maximum}, not "${text}".`);
}
