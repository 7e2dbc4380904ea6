import type { Readable, Writable } from "node:stream";

/** What a subcommand reads from and writes to. */
export interface Io {
  readonly stdin: Readable;
  /** Data. */
  readonly stdout: Writable;
  /** Everything else. */
  readonly stderr: Writable;
  readonly env: NodeJS.ProcessEnv;
  /** Aborted on SIGINT and SIGTERM. The second of them ends the process at once. */
  readonly signal: AbortSignal;
}

/**
 * Writes, and waits where the reader is slower than the writer. Resolves too where nobody reads any more, since that is
 * no fault of the writer's.
 */
export async function write(stream: Writable, text: string): Promise<void> {
  if (stream.destroyed || stream.write(text)) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      for (const event of EVENTS) stream.off(event, done);
      resolve();
    };
    for (const event of EVENTS) stream.once(event, done);
  });
}

const EVENTS = ["drain", "close", "error"] as const;

/** Whether that stream is shown on a terminal that takes colours. */
export function isColourful(stream: Writable, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  return isTerminal(stream) && env.TERM !== "dumb";
}

export function isTerminal(stream: Writable): boolean {
  return (stream as { readonly isTTY?: boolean }).isTTY === true;
}
