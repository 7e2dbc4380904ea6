import type { Io } from "../io.ts";
import { createProgress } from "../progress.ts";
import { InputError } from "../usage.ts";
import { type Input, openInput } from "./input.ts";
import { type RawItem, readValues } from "./values.ts";

/** Some of what a file holds, in its order. */
export interface Batch {
  readonly file: string;
  readonly items: readonly RawItem[];
}

/** Cuts files into calls, one file after the other. What cannot be read is a problem among them. */
export async function* readFiles(files: readonly string[], io: Io): AsyncGenerator<Batch> {
  const progress = createProgress(io);
  let calls = 0;
  try {
    for (const name of files) {
      const input = open(name, io);
      if (!("chunks" in input)) {
        yield input;
        continue;
      }
      const file = input.name;
      for await (const items of readValues(input)) {
        calls += items.length;
        progress.show(input, calls);
        yield { file, items };
        if (io.signal.aborted) return yield problemIn(file, "Reading was stopped here.");
      }
    }
  } finally {
    progress.clear();
  }
}

function open(file: string, io: Io): Input | Batch {
  try {
    return openInput(file, io);
  } catch (error) {
    if (error instanceof InputError) return problemIn(file, error.message);
    throw error;
  }
}

function problemIn(file: string, message: string): Batch {
  return { file, items: [{ position: file, place: { file }, message }] };
}
