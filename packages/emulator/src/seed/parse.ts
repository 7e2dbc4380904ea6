import { checkSeed } from "./check-seed.ts";
import { type Seed, SeedError } from "./seed.ts";

/**
 * Reads a seed from the text of a JSON file.
 * @throws SeedError that names the place at fault, without showing what stands there
 */
export function parseSeed(text: string): Seed {
  return checkSeed(parseJson(text));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SeedError("the file", "is not JSON.");
  }
}
