/**
 * What every script here needs. Plain JavaScript for the Node that the system has: these scripts run before anything
 * is installed.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const windows = process.platform === "win32";
const children = new Set();

/** Thrown with one clear sentence for the person at the terminal; `exitCode` is what the script ends with. */
export class ScriptError extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Starts a command that `stopAll` ends, with everything that it started in turn. */
export function start(command, args, options = {}) {
  // On POSIX a group of its own, so that the whole tree can be signalled: npx and pnpm do not always pass signals on.
  const child = spawn(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: windows,
    ...options,
    detached: !windows,
    env: { ...process.env, ...quietTools, ...options.env },
  });
  children.add(child);
  child.once("close", () => children.delete(child));
  child.once("error", () => children.delete(child));
  return child;
}

// No tool of this repository reports its use to anybody.
const quietTools = {
  TURBO_TELEMETRY_DISABLED: "1",
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  ASTRO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  npm_config_update_notifier: "false",
  ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }),
};

/** Runs a command to its end and returns its exit code. */
export function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, options);
    child.once("error", (error) => reject(new ScriptError(`Cannot run ${command}: ${error.message}.`)));
    child.once("close", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Runs the pinned pnpm, which need not be installed; the registry is asked only where npm has not got it yet. */
export const pnpm = (args, options) =>
  run("npx", ["--yes", "--prefer-offline", packageManager, ...args], options);

/** Runs turbo for some tasks and returns its exit code. */
export const turbo = (args, options) => pnpm(["exec", "turbo", "run", ...args], options);

/** Ends every process that is still running, and all that they started. */
export function stopAll(signal = "SIGTERM") {
  for (const child of children) {
    try {
      if (windows) child.kill(signal);
      else process.kill(-child.pid, signal);
    } catch {
      // It has ended already.
    }
  }
}

/** Installs what the lockfile names. */
export async function setup() {
  say("Installing what the lockfile names …");
  const quiet = process.stderr.isTTY ? [] : ["--reporter=append-only"];
  const code = await pnpm(["install", "--frozen-lockfile", ...quiet], { stdio: ["ignore", 2, 2] });
  if (code !== 0) throw new ScriptError("Installing failed; the lines above say why.");
}

/** The Node that runs the tools: the one in the lockfile where there is one for this system, else the system's own. */
export function toolNode() {
  const bundled = join(root, "node_modules", ".bin", windows ? "node.cmd" : "node");
  if (existsSync(bundled)) return bundled;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new ScriptError(
    `Node ${process.versions.node} is too old to build on this system; use Node 22.18 or newer.`,
  );
}

/** Writes a line for people. */
export const say = (line = "") => process.stderr.write(`${line}\n`);

/** Runs a script's main function; ends what it started, whatever happens. */
export async function main(work) {
  let interrupted = false;
  for (const [signal, number] of [
    ["SIGINT", 2],
    ["SIGTERM", 15],
    ["SIGHUP", 1],
  ]) {
    process.once(signal, () => {
      interrupted = true;
      stopAll();
      process.exitCode = 128 + number;
      setTimeout(() => process.exit(), 2000).unref();
    });
  }
  // npm ends without passing a signal on; what it started would go on serving.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.kill(process.pid, "SIGTERM"), 1000).unref();
  try {
    const code = await work(process.argv.slice(2));
    if (!interrupted) process.exitCode = code ?? 0;
  } catch (error) {
    if (!interrupted) {
      say(error instanceof ScriptError ? error.message : error.stack);
      process.exitCode = error.exitCode ?? 1;
    }
  } finally {
    stopAll();
  }
}
