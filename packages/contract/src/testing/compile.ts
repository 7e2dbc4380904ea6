import { newAjv } from "../build/compile.ts";
import type { Description, Schema } from "../build/description.ts";
import { Lowering } from "../build/lower.ts";
import { secretPaths } from "../build/secrets.ts";
import { faultsOf } from "../engine/faults.ts";
import type { Validate } from "../table.ts";

export interface Result {
  /** Faults as `kind pointer`, then the properties that are not known. */
  readonly faults: readonly string[];
  readonly actual: readonly string[];
  readonly schemas: readonly string[];
}

/** A description with these schemas, of which `Root` is compiled as the build does it. */
export function compile(schemas: Readonly<Record<string, Schema>>): (value: unknown) => Result {
  const description = { paths: {}, components: { schemas } } as Description;
  const root = { node: schemas.Root!, pointer: "/components/schemas/Root" };
  const lowering = new Lowering(description);
  const lowered = lowering.value(root);
  const ajv = newAjv();
  for (const schema of lowering.recursive.values()) ajv.addSchema(schema);
  const check = ajv.compile(lowered) as unknown as Validate;
  const secrets = secretPaths(description, root);
  return (value) => {
    const unknown: string[] = [];
    const faults = check.call(unknown, value) ? [] : faultsOf(check.errors!, value, secrets);
    const names: string[] = [];
    for (let index = 0; index < unknown.length; index += 3)
      names.push(`unknown ${unknown[index]}/${unknown[index + 1]}`);
    return {
      faults: [...faults.map(({ kind, pointer }) => `${kind} ${pointer}`.trim()), ...names],
      actual: faults.map(({ actual }) => actual),
      schemas: faults.map(({ schema }) => schema),
    };
  };
}
