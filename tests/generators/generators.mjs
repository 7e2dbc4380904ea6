/**
 * Every generator: its name and version, the languages that it needs, the documents that it gets, how it generates
 * into a folder, the check of its output, and by document what is known to fail. A known failure has to show the text
 * in `shows`; any other one is news.
 */
import { mkdirSync } from "node:fs";
import { go } from "./cases/go.mjs";
import { openapiGenerators } from "./cases/openapi-generator.mjs";
import { python } from "./cases/python.mjs";
import { redoclyClients } from "./cases/redocly.mjs";
import { typescript } from "./cases/typescript.mjs";
import { checkComplete } from "./checks.mjs";

export const generators = [...typescript, ...redoclyClients, ...go, ...python, ...openapiGenerators];

/** Generates into a folder and checks the output. */
export async function generateAndCheck(generator, description, output, tools) {
  mkdirSync(output, { recursive: true });
  await generator.generate(description, output, tools);
  if (!generator.modelsOnly) checkComplete(output, description);
  await generator.check(output, description, tools);
}
