import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Folder of the repository. */
export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Path of something in the repository. */
export const inRoot = (...parts: string[]): string => join(root, ...parts);

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a script with this Node to its end. `undefined` in `env` takes a variable away. */
export async function runNode(
  script: string,
  args: string[] = [],
  env: Record<string, string | undefined> = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [inRoot(script), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (output.stdout += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (output.stderr += chunk));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...output };
}

/** A server in a process of its own. */
export interface Server {
  url: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** Ends a process and waits until it has. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, "close");
  child.kill("SIGTERM");
  await closed;
}

/** Starts `elb-emulator` on a free port, with the seed of the examples and whatever else `args` say. */
export async function startEmulator(...args: string[]): Promise<Server> {
  const command = [inRoot("packages/emulator/bin/elb-emulator.js"), "--port", "0", "--ready-json", ...args];
  const child = spawn(process.execPath, command, { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const { url } = JSON.parse(line) as { url: string };
  return { url, process: child, stop: () => stop(child) };
}
