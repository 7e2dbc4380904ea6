import { parseArgs } from "node:util";

/** What the command was asked to do. */
export interface Arguments {
  readonly help: boolean;
  readonly port: number;
  readonly host: string;
  readonly seedFile: string | undefined;
  readonly docsFolder: string | undefined;
  readonly readyJson: boolean;
  readonly jobSeconds: number;
}

/** A command line that makes no sense. The message is one sentence. */
export class UsageError extends Error {}

const DEFAULT_PORT = 8080;
const DEFAULT_HOST = "127.0.0.1";
const DEFAULT_JOB_SECONDS = 2;

/** The text of `--help`. */
export const HELP = `elb-emulator: the classic Elastic Load Balance API (v1.0) on this machine, in memory.

Usage: elb-emulator [options]

  --port N         port to listen on, 0 for any free one (default ${DEFAULT_PORT})
  --host ADDRESS   address to listen on (default ${DEFAULT_HOST}: this machine only)
  --seed FILE      JSON file with projects, credentials and resources to begin with
  --docs FOLDER    also serve a folder of static files under /_docs/
  --job-seconds N  how long a job takes, in seconds (default ${DEFAULT_JOB_SECONDS})
  --ready-json     once ready, write {"url","port"} as one line of JSON to stdout
  --help           this text

With credentials in the seed, requests need a valid AK/SK signature or token of their
project. Without any, every request is accepted, for any project id.

Exit codes: 0 stopped by a signal, 1 could not start, 2 wrong usage or seed file.
`;

/** Reads the command line. @throws UsageError */
export function readArguments(args: readonly string[]): Arguments {
  const values = parse(args);
  return {
    help: values.help ?? false,
    port: readNumber("--port", values.port ?? String(DEFAULT_PORT), 65_535, /^\d+$/),
    host: readText("--host", values.host) ?? DEFAULT_HOST,
    seedFile: readText("--seed", values.seed),
    docsFolder: readText("--docs", values.docs),
    readyJson: values["ready-json"] ?? false,
    jobSeconds: readNumber("--job-seconds", values["job-seconds"] ?? String(DEFAULT_JOB_SECONDS), 86_400),
  };
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const options = {
    port: text,
    host: text,
    seed: text,
    docs: text,
    "job-seconds": text,
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

function readNumber(option: string, text: string, maximum: number, form = /^\d+(\.\d+)?$/): number {
  const number = Number(text);
  if (form.test(text) && number <= maximum) return number;
  throw new UsageError(`${option} takes a number from 0 to ${maximum}, not "${text}".`);
}
