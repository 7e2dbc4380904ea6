/** A call of an operation by its examples, as the samples make it and the console offers it. */
import { jsonOf, type Operation, parametersOf } from "./description.ts";

export interface Call {
  method: string;
  /** Path with the values of the examples; the project stays in braces. */
  path: string;
  /** The first example of the payload, undefined where there is none. */
  payload: unknown;
}

export function exampleCall(operation: Operation): Call {
  const parameters = parametersOf("en", operation, "path").filter(({ name }) => name !== "project_id");
  let { path } = operation;
  for (const { name, example, schema } of parameters) {
    path = path.replace(`{${name}}`, encodeURIComponent(example ?? String(schema.default ?? name)));
  }
  const [first] = Object.values(jsonOf(operation.requestBody)?.examples ?? {});
  return { method: operation.method, path, payload: first?.value };
}
