import type { Io } from "./io.ts";
import { InputError, UsageError } from "./usage.ts";

const HELP = `elb-contract: holds traffic of the classic Elastic Load Balance API (v1.0) against its description.

Usage: elb-contract COMMAND [options]

  check FILE…     say where recorded calls depart from the contract
  coverage FILE…  say what of the API recorded calls have used, and what not
  proxy           check calls on their way to a service
  probe           say where a service departs from the description, by calls that change nothing
  explain CODE    say what a finding or an error code means

  elb-contract COMMAND --help  what it takes
  elb-contract --version       the version

Exit codes: 0 conforming, 1 findings, 2 wrong usage, 3 input that cannot be read.
`;

interface Subcommand {
  readonly help: string;
  run(args: readonly string[], io: Io): Promise<number>;
}

const COMMANDS: Readonly<Record<string, () => Promise<Subcommand>>> = {
  check: () => import("./check/index.ts"),
  coverage: () => import("./coverage/index.ts"),
  proxy: () => import("./proxy/index.ts"),
  probe: () => import("./probe/index.ts"),
  explain: () => import("./explain/index.ts"),
};

const WRONG_USAGE = 2;
const UNREADABLE = 3;

/** Does what the command line asks for, and gives the exit code. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof InputError)) throw error;
    io.stderr.write(`elb-contract: ${error.message}\n`);
    if (error instanceof InputError) return UNREADABLE;
    const command = Object.hasOwn(COMMANDS, args[0] ?? "") ? ` ${args[0]}` : "";
    io.stderr.write(`Run elb-contract${command} --help for what it takes.\n`);
    return WRONG_USAGE;
  }
}

async function dispatch([name, ...rest]: readonly string[], io: Io): Promise<number> {
  if (name === undefined) throw new UsageError(`a command is missing: ${Object.keys(COMMANDS).join(", ")}.`);
  if (name === "--help" || name === "-h" || name === "help") return print(io, HELP);
  if (name === "--version") return print(io, `${await readVersion()}\n`);
  if (!Object.hasOwn(COMMANDS, name)) {
    throw new UsageError(`there is no command "${name}", only ${Object.keys(COMMANDS).join(", ")}.`);
  }
  const command = await COMMANDS[name]!();
  return rest.includes("--help") || rest.includes("-h") ? print(io, command.help) : command.run(rest, io);
}

function print({ stdout }: Io, text: string): number {
  stdout.write(text);
  return 0;
}

async function readVersion(): Promise<string> {
  const { version } = await import("./version.ts");
  return version;
}
