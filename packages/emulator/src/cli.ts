import type { CheckPeer, createApp } from "./command/app.ts";
import { type Arguments, HELP, readArguments, UsageError } from "./command/arguments.ts";
import { readFileSync, statSync } from "./command/builtins.ts";
import { commandClock } from "./command/command-clock.ts";
import { keepsCredentials } from "./command/kept-credentials.ts";
import type { Fetch } from "./command/long-way.ts";
import { createRequestLines } from "./command/request-lines.ts";
import { type RunningServer, StartError, startServer } from "./command/server.ts";
import { createService } from "./emulator.ts";
import { FaultRuleError } from "./faults/check-rules.ts";
import { parseFaults } from "./faults/parse-faults.ts";
import type { EmulatorOptions } from "./options.ts";
import { parseSeed } from "./seed/parse.ts";
import { type Seed, SeedError, type SeedProject } from "./seed/seed.ts";
import { type Storage, StorageError } from "./storage/storage.ts";

const COULD_NOT_START = 1;
const WRONG_USAGE = 2;

// Nobody may be there to read any more: that must not end a server.
process.stderr.on("error", () => undefined);
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
  if (error instanceof UsageError || error instanceof SeedError || error instanceof FaultRuleError)
    return WRONG_USAGE;
  if (error instanceof StartError || error instanceof StorageError) return COULD_NOT_START;
  throw error;
}

async function run(args: Arguments): Promise<void> {
  const { seedFile, docsFolder, dataFolder } = args;
  if (docsFolder !== undefined) checkFolder(docsFolder);
  const seed = seedFile === undefined ? { projects: {} } : parseSeed(readSeed(seedFile));
  const storage = dataFolder === undefined ? undefined : await openStorage(dataFolder);
  try {
    await serve(args, seed, storage);
  } catch (error) {
    await storage?.close();
    throw error;
  }
}

async function openStorage(folder: string): Promise<Storage> {
  const { openDataFolder } = await import("./storage/data-folder.ts");
  return openDataFolder(folder);
}

async function serve(args: Arguments, seed: Seed, storage: Storage | undefined): Promise<void> {
  const { host, port, docsFolder, readyJson, jobSeconds, administration } = args;
  const { rows } = storage ?? {};
  const auth = (rows === undefined ? hasCredentials(seed) : keepsCredentials(rows)) ? "on" : "off";
  const options: EmulatorOptions = {
    auth,
    seed,
    jobDurationMs: jobSeconds === "realistic" ? jobSeconds : jobSeconds * 1000,
    clock: commandClock(args.clock),
    faults: args.faultsFile === undefined ? [] : parseFaults(readFaults(args.faultsFile)),
    administration: administration !== "off",
    ...(args.quiet ? {} : { onRequest: createRequestLines(writeLine) }),
  };
  const { fetch, respond, saved } = createService(options, storage);
  await saved();
  const app = lazyApp(fetch, docsFolder, administration === "anywhere" ? () => undefined : undefined);
  const server = await startServer(app, host, port, respond);
  stopOnSignal(async () => {
    await server.stop();
    await saved();
    await storage?.close();
  });
  if (readyJson) process.stdout.write(`${JSON.stringify({ url: server.url, port: server.port })}\n`);
  else process.stderr.write(readyText(server, auth, args));
}

/** Loaded with the first request that needs it. */
function lazyApp(
  fetchApi: (request: Request) => Promise<Response>,
  docsFolder: string | undefined,
  checkPeer: CheckPeer | undefined,
): Fetch {
  let app: Promise<ReturnType<typeof createApp>> | undefined;
  return async (request, connection) => {
    app ??= import("./command/app.ts").then(({ createApp }) => createApp(fetchApi, docsFolder, checkPeer));
    return (await app).fetch(request, connection);
  };
}

function readyText(
  { url }: RunningServer,
  auth: "on" | "off",
  { docsFolder, dataFolder, administration }: Arguments,
): string {
  const check =
    auth === "on" ? "signatures and tokens are checked" : "no credentials given, nothing is checked";
  const docs = docsFolder === undefined ? "" : `  documentation: ${url}/_docs/\n`;
  const page = administration === "off" ? "" : `  administration: ${url}/_emulator/\n`;
  const data = dataFolder === undefined ? "" : `  state is kept in: ${dataFolder}\n`;
  return `elb-emulator: ready at ${url} (${check}). Ctrl-C stops it.\n${docs}${page}${data}`;
}

function hasCredentials({ projects, users = [] }: Seed): boolean {
  const ofUsers = users.some(
    ({ password, accessKeys = [] }) => password !== undefined || accessKeys.length > 0,
  );
  const ofProject = ({ accessKeys = [], tokens = [] }: SeedProject) => accessKeys.length + tokens.length > 0;
  return ofUsers || Object.values(projects).some(ofProject);
}

function readSeed(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new SeedError(file, "cannot be read.");
  }
}

function readFaults(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new FaultRuleError("faults:", `${file} cannot be read.`);
  }
}

function writeLine(text: string): void {
  process.stderr.write(text);
}

function checkFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UsageError(`--docs ${folder} is not a folder.`);
}

function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
}
