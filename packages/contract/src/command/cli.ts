import type { Io } from "./io.ts";
import { main } from "./main.ts";

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort(signal));
// Where nobody reads any more, such as `head` that has what it wants, there is nothing left to do, and no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});
process.stderr.on("error", () => undefined);

// Read only where it is asked for.
const io: Io = {
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  signal: stop.signal,
};

/** A fault of the command itself, which must not pass for findings. */
const FAULT = 70;

try {
  process.exitCode = await main(process.argv.slice(2), io);
} catch (error) {
  process.stderr.write(`elb-contract: ${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = FAULT;
}
