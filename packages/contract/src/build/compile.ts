import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";
import type { Description, Located } from "./description.ts";
import { errorsToCalls } from "./errors.ts";
import { requiresToImports } from "./imports.ts";
import { alternativesKeyword } from "./keywords/alternatives.ts";
import { tagKeyword, typeKeyword } from "./keywords/choice.ts";
import { knownKeyword } from "./keywords/known.ts";
import { partsKeyword } from "./keywords/parts.ts";
import { type Lowered, Lowering } from "./lower.ts";

/** Collects the schemas that need a validator, each once, and compiles them together. */
export class Compilation {
  readonly #lowering: Lowering;
  readonly #schemas: Lowered[] = [];
  readonly #byPointer = new Map<string, number>();

  constructor(description: Description) {
    this.#lowering = new Lowering(description);
  }

  /** Number of the validator of a schema of the description. */
  add(located: Located): number {
    const existing = this.#byPointer.get(located.pointer);
    if (existing !== undefined) return existing;
    const number = this.addLowered(this.#lowering.value(located));
    this.#byPointer.set(located.pointer, number);
    return number;
  }

  addLowered(schema: Lowered): number {
    return this.#schemas.push(schema) - 1;
  }

  lower(located: Located): Lowered {
    return this.#lowering.value(located);
  }

  /** JavaScript of a module that exports `validators`, in the order in which their schemas were added. */
  code(): string {
    const ajv = newAjv();
    for (const schema of this.#lowering.recursive.values()) ajv.addSchema(schema);
    const names = this.#schemas.map((schema, number) => {
      ajv.addSchema(schema, `validator${number}`);
      return `validator${number}`;
    });
    const compiled = standalone.default(ajv, Object.fromEntries(names.map((name) => [name, name])));
    const functions = errorsToCalls(requiresToImports(compiled));
    return `${functions}\nexport const validators = [${names.join(", ")}];\n`;
  }
}

export function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    passContext: true,
    strictTypes: false,
    strictRequired: false,
    code: { source: true, esm: true },
  });
  // Nothing here uses what these two serve, and the code for them runs in every call.
  Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  addFormats.default(ajv);
  for (const keyword of [partsKeyword, tagKeyword, typeKeyword, alternativesKeyword, knownKeyword]) {
    ajv.addKeyword(keyword);
  }
  return ajv;
}
