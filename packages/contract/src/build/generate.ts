import type { Operation, RoutePath, Table } from "../table.ts";
import { Compilation } from "./compile.ts";
import { type Description, join, type OperationObject } from "./description.ts";
import { readOperation } from "./operations.ts";
import { allowsPrefix, buildRoutes } from "./routes.ts";

export interface Generated {
  readonly table: Table;
  /** JavaScript of the module with the validators that the table numbers. */
  readonly validators: string;
}

/** Makes the engine's table and validators from a description. */
export function generate(description: Description): Generated {
  const compilation = new Compilation(description);
  const operations: Operation[] = [];
  const paths = Object.entries(description.paths).map(([template, item]): RoutePath => {
    const pointer = join("/paths", template);
    const methods = Object.entries(item).filter((entry): entry is [string, OperationObject] =>
      isMethod(entry[0]),
    );
    const numbers = methods.map(([method, node]) => {
      const located = { node, pointer: join(pointer, method) };
      return operations.push(readOperation(description, compilation, located, template)) - 1;
    });
    return {
      template,
      prefix: allowsPrefix(template),
      methods: methods.map(([method]) => method.toUpperCase()),
      operations: numbers,
    };
  });
  return { table: { routes: buildRoutes(paths), operations }, validators: compilation.code() };
}

function isMethod(key: string): boolean {
  return ["get", "put", "post", "delete", "patch", "head", "options", "trace"].includes(key);
}
