import type { Io } from "./io.ts";
import { main } from "./main.ts";

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort(signal));
/** A fault of the command itself, which must not pass for findings. */
const FAULT = 70;
/** What a shell gives for a program that SIGPIPE ends. */
const UNREAD = 141;

// Where nobody reads any more, such as `head` that has what it wants, there is nothing left to do. What was found is not
// known then, unless all was done before.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") process.exit(process.exitCode ?? UNREAD);
  process.stderr.write(`elb-contract: stdout cannot be written (${code ?? "unknown"}).\n`);
  process.exit(FAULT);
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

try {
  process.exitCode = await main(process.argv.slice(2), io);
} catch (error) {
  process.stderr.write(`elb-contract: ${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = FAULT;
}
