import type { Failure } from "../table.ts";

/** Adds an error to those of a validator, which has no list as long as there is none. */
export default function addError(
  errors: Failure[] | null,
  instancePath: string,
  schemaPath: string,
  keyword: string,
  params: Failure["params"],
): Failure[] {
  const error = { instancePath, schemaPath, keyword, params };
  if (errors === null) return [error];
  errors.push(error);
  return errors;
}
