import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { inPackage } from "./files.ts";
import { SourceError } from "./yaml.ts";

const run = promisify(execFile);
const cli = inPackage("node_modules", "@redocly", "cli", "bin", "cli.js");
// Redocly CLI would report each run to its maker otherwise.
const quiet = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" };

/**
 * Runs Redocly CLI in the folder of this package and returns what it printed on stdout.
 * @throws SourceError with what Redocly CLI printed, when it finds fault with the description
 */
export async function redocly(...args: string[]): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, [cli, ...args], {
      cwd: inPackage(),
      env: { ...process.env, ...quiet },
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new SourceError(`redocly ${args[0]} failed.\n${`${stdout}${stderr}`.trim()}`, { cause: error });
  }
}
