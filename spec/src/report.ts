import { SourceError } from "./yaml.ts";

/** Ends the process: with the message alone where the source is at fault, with the stack where we are. */
export function explain(error: unknown): never {
  console.error(error instanceof SourceError ? error.message : error);
  process.exit(1);
}
