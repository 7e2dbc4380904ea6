/** Runs the programs of the job: with their output captured, and without reports to anybody. */
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { start } from "../../scripts/tools.mjs";

/** This folder. */
export const here = dirname(fileURLToPath(import.meta.url));

/** A step of a case did not work. The message names the step; `output` is what the program wrote. */
export class StepError extends Error {
  constructor(message, output = "") {
    super(message);
    this.output = output;
  }
}

const environment = {
  CI: "true",
  KUBB_DISABLE_TELEMETRY: "1",
  PIP_DISABLE_PIP_VERSION_CHECK: "1",
  PYTHONDONTWRITEBYTECODE: "1",
  // Only what the machine has and the module proxy serves: no other Go toolchain, no version control host.
  GOTOOLCHAIN: "local",
  GOFLAGS: "-mod=mod",
};

/** The module proxies in force, without the fall-back to the hosts of the modules. */
function goProxy() {
  const { stdout, status } = spawnSync("go", ["env", "GOPROXY"], { encoding: "utf8" });
  if (status !== 0) return {};
  const proxies = stdout.trim().split(/[,|]/);
  return { GOPROXY: proxies.filter((proxy) => proxy !== "direct").join(",") || "off" };
}

const everyEnvironment = { ...environment, ...goProxy() };

/** Whether a program can be started. */
export const has = (command, args = ["--version"]) =>
  spawnSync(command, args, { stdio: "ignore" }).status === 0;

/** Runs a program in a folder to its end and returns what it wrote; throws a `StepError` when it fails. */
export async function run(step, command, args, cwd, env = {}) {
  const child = start(command, args, {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...everyEnvironment, ...env },
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(chunk));
  const code = await new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new StepError(`${step}: ${command} cannot run: ${error.message}`)));
    child.once("close", resolve);
  });
  const text = Buffer.concat(output).toString("utf8");
  if (code !== 0) throw new StepError(`${step} failed`, text);
  return text;
}
