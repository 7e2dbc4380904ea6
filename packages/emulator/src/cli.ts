import { readFileSync, statSync } from "node:fs";
import { createApp } from "./command/app.ts";
import { type Arguments, HELP, readArguments, UsageError } from "./command/arguments.ts";
import { type RunningServer, StartError, startServer } from "./command/server.ts";
import { createEmulator } from "./emulator.ts";
import { parseSeed } from "./seed/parse.ts";
import { type Seed, SeedError } from "./seed/seed.ts";

const COULD_NOT_START = 1;
const WRONG_USAGE = 2;

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  try {
    const options = readArguments(args);
    if (options.help) process.stdout.write(HELP);
    else await run(options);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.exitCode = exitCodeOf(error);
    process.stderr.write(`elb-emulator: ${error.message}\n`);
    if (error instanceof UsageError) process.stderr.write("Run elb-emulator --help for what it takes.\n");
  }
}

function exitCodeOf(error: Error): number {
  if (error instanceof UsageError || error instanceof SeedError) return WRONG_USAGE;
  if (error instanceof StartError) return COULD_NOT_START;
  throw error;
}

async function run({ host, port, seedFile, docsFolder, readyJson, jobSeconds }: Arguments): Promise<void> {
  if (docsFolder !== undefined) checkFolder(docsFolder);
  const seed = seedFile === undefined ? { projects: {} } : parseSeed(readSeed(seedFile));
  const auth = hasCredentials(seed) ? "on" : "off";
  const emulator = createEmulator({ auth, seed, jobDurationMs: jobSeconds * 1000 });
  const server = await startServer(createApp(emulator.fetch, docsFolder).fetch, host, port);
  stopOnSignal(server);
  if (readyJson) process.stdout.write(`${JSON.stringify({ url: server.url, port: server.port })}\n`);
  else process.stderr.write(readyText(server, auth, docsFolder));
}

function readyText({ url }: RunningServer, auth: "on" | "off", docsFolder: string | undefined): string {
  const check =
    auth === "on" ? "signatures and tokens are checked" : "no credentials given, nothing is checked";
  const docs = docsFolder === undefined ? "" : `  documentation: ${url}/_docs/\n`;
  return `elb-emulator: ready at ${url} (${check}). Ctrl-C stops it.\n${docs}`;
}

function hasCredentials({ projects }: Seed): boolean {
  return Object.values(projects).some(
    ({ accessKeys = [], tokens = [] }) => accessKeys.length + tokens.length > 0,
  );
}

function readSeed(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new SeedError(file, "cannot be read.");
  }
}

function checkFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UsageError(`--docs ${folder} is not a folder.`);
}

function stopOnSignal(server: RunningServer): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.stop());
}
