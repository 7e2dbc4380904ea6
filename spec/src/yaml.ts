import { readFile } from "node:fs/promises";
import { parse, YAMLParseError } from "yaml";
import { inPackage } from "./files.ts";

/** Thrown when a hand-written file of this package is at fault; the message names the file and the fault. */
export class SourceError extends Error {
  override name = "SourceError";
}

/**
 * Reads a hand-written YAML file.
 * @param file path below `spec/`
 * @throws SourceError when it is not YAML
 */
export async function readYaml<T>(file: string): Promise<T> {
  return parseYaml<T>(await readFile(inPackage(file), "utf8"), file);
}

/** Parses YAML text; `file` is what an error message calls it. */
export function parseYaml<T>(text: string, file: string): T {
  try {
    return parse(text) as T;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
    throw new SourceError(`spec/${file}:${line}:${col} is not YAML: ${error.message.split("\n")[0]}`, {
      cause: error,
    });
  }
}
