import { InputError } from "../usage.ts";

const { readFileSync } = process.getBuiltinModule("node:fs");

/** @param what For the message: `a baseline`. @throws InputError */
export function readJson(file: string, what: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`${file} is not ${what}: it is not JSON.`);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new InputError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"}).`);
  }
}
