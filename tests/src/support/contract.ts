import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { inRoot, type Outcome, root, runNode } from "./processes.ts";

/** Path of the command. */
export const elbContract = inRoot("packages/contract/bin/elb-contract.js");

/** Runs a command of `elb-contract` to its end. */
export const runContract = (...args: string[]): Promise<Outcome> =>
  runNode("packages/contract/bin/elb-contract.js", args);

/** `elb-contract proxy` in a process of its own. */
export interface RunningProxy {
  url: string;
  process: ChildProcess;
  /** Ends it as CI does. `stdout` is the report. */
  stop(): Promise<Outcome>;
}

/** Starts the proxy on a free port. */
export async function startProxy(
  target: string,
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<RunningProxy> {
  const command = [elbContract, "proxy", "--target", target, "--port", "0", "--ready-json", ...args];
  const child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, ...env } });
  const output = { stdout: "", stderr: "" };
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (output.stderr += chunk));
  const closed = once(child, "close") as Promise<[number | null]>;
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([once(lines, "line"), closed]);
  if (typeof first[0] !== "string") throw new Error(`The proxy ended before it listened: ${output.stderr}`);
  const { url } = JSON.parse(first[0]) as { url: string };
  lines.on("line", (line) => (output.stdout += `${line}\n`));
  return {
    url,
    process: child,
    async stop() {
      child.kill("SIGTERM");
      const [code] = await closed;
      return { code, ...output };
    },
  };
}
