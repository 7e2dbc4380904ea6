import type { Authentication, Operation, RoutePath, Table } from "../table.ts";
import { Compilation } from "./compile.ts";
import { type Description, join, type OperationObject } from "./description.ts";
import { type Catalogue, errorCodesOf } from "./error-codes.ts";
import { Interned } from "./interned.ts";
import { readOperation } from "./operations.ts";
import { type Provenance, rulesOf } from "./provenance.ts";
import { allowsPrefix, buildRoutes } from "./routes.ts";
import { titlesOf } from "./titles.ts";

export interface Generated {
  readonly table: Table;
  /** JavaScript of the module with the validators that the table numbers. */
  readonly validators: string;
}

/** What the spec package has built. */
export interface Sources {
  readonly description: Description;
  /** The description with Chinese texts. */
  readonly chinese: Description;
  readonly provenance: Provenance;
  readonly catalogue: Catalogue;
}

/** Makes the engine's table and validators. */
export function generate({ description, chinese, provenance, catalogue }: Sources): Generated {
  const compilation = new Compilation(description);
  const ways = new Interned<readonly Authentication[]>();
  const context = { description, compilation, provenance, ways };
  const operations: Operation[] = [];
  const paths = Object.entries(description.paths).map(([template, item]): RoutePath => {
    const pointer = join("/paths", template);
    const methods = Object.entries(item).filter((entry): entry is [string, OperationObject] =>
      isMethod(entry[0]),
    );
    const numbers = methods.map(([method, node]) => {
      const located = { node, pointer: join(pointer, method) };
      return operations.push(readOperation(context, located, template)) - 1;
    });
    return {
      template,
      prefix: allowsPrefix(template),
      methods: methods.map(([method]) => method.toUpperCase()),
      operations: numbers,
    };
  });
  const table: Table = {
    routes: buildRoutes(paths),
    operations,
    authentication: ways.values,
    mediaType: mediaTypeOf(operations),
    rules: rulesOf(
      provenance,
      operations.map(({ id }) => id),
    ),
    titles: titlesOf(description, chinese),
    errorCodes: errorCodesOf(catalogue, provenance),
  };
  return { table, validators: compilation.code() };
}

function isMethod(key: string): boolean {
  return ["get", "put", "post", "delete", "patch", "head", "options", "trace"].includes(key);
}

function mediaTypeOf(operations: readonly Operation[]): string {
  const payloads = operations.flatMap(({ request, responses }) => [
    request?.payload,
    ...responses.map(({ payload }) => payload),
  ]);
  const types = [...new Set(payloads.flatMap((payload) => payload?.mediaType ?? []))];
  if (types.length !== 1) throw new Error(`The engine expects one media type, not ${types.join(", ")}.`);
  return types[0]!;
}
