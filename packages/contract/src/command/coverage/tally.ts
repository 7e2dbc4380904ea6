import type { RecordedExchange } from "../exchange.ts";
import { catalogued } from "../explain/codes-in.ts";
import { type Model, model, type OperationModel } from "./model.data.ts";

/** What there is, in the description's order, and whether calls have used it. */
export interface Coverage {
  readonly seen: readonly string[];
  readonly missing: readonly string[];
}

export interface OperationCoverage {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly calls: number;
  readonly statuses: Coverage;
  readonly parameters: Coverage;
  readonly request: Coverage;
  readonly response: Coverage;
  /** Values that are listed: `query/type=External`. */
  readonly values: Coverage;
}

export interface CoverageReport {
  readonly operations: readonly OperationCoverage[];
  readonly errorCodes: Coverage;
  /** Calls of other services, which were left out. */
  readonly others: number;
  /** Calls to a path, or by a method, that the description does not have. */
  readonly unknown: number;
}

/** Collects what calls use of the API. */
export class CoverageTally {
  readonly #operations = new Map(
    model.operations.map((operation) => [operation.operationId, begin(operation)]),
  );
  readonly #errorCodes = new Set<string>();
  /** Calls of other services. */
  others = 0;
  #unknown = 0;

  /** @param operationId Undefined where the description has no such operation. */
  add(operationId: string | undefined, exchange: RecordedExchange): void {
    if (operationId === undefined) {
      this.#unknown += 1;
      return;
    }
    const seen = this.#operations.get(operationId)!;
    seen.calls += 1;
    for (const [name, value] of parametersOf(exchange.request.url)) {
      seen.parameters.add(name);
      seen.use(`query/${name}`, value);
    }
    seen.walk("request", exchange.request.body, "");
    if (exchange.response !== undefined) this.#addAnswer(seen, exchange.response);
  }

  #addAnswer(seen: Seen, { status, body }: NonNullable<RecordedExchange["response"]>): void {
    seen.statuses.add(String(status));
    if (status >= 200 && status < 300) seen.walk("response", body, "");
    const { error, error_code, code } = Object(body) as Readonly<Record<string, unknown>>;
    const found = Object(error).code ?? error_code ?? code;
    if (typeof found === "string") this.#errorCodes.add(catalogued(found));
  }

  report({ errorCodes }: Model = model): CoverageReport {
    return {
      operations: [...this.#operations.values()].map(reportOf),
      errorCodes: split(errorCodes, this.#errorCodes),
      others: this.others,
      unknown: this.#unknown,
    };
  }
}

/** Of what the description has, what was used of an operation. */
interface Seen {
  readonly model: OperationModel;
  calls: number;
  readonly statuses: Set<string>;
  readonly parameters: Set<string>;
  readonly request: Set<string>;
  readonly response: Set<string>;
  readonly values: Set<string>;
  use(place: string, value: unknown): void;
  walk(part: "request" | "response", value: unknown, pointer: string): void;
}

/** All places that lead to something of a payload, and those themselves. */
function placesOf({ values, ...operation }: OperationModel, part: "request" | "response"): Set<string> {
  const listed = Object.keys(values).flatMap((place) =>
    place.startsWith(`${part}/`) ? [place.slice(part.length)] : [],
  );
  const places = new Set<string>();
  for (const place of [...operation[part], ...listed]) {
    for (let end = place.length; end > 0; end = place.lastIndexOf("/", end - 1))
      places.add(place.slice(0, end));
  }
  return places;
}

function begin(operation: OperationModel): Seen {
  const places = { request: placesOf(operation, "request"), response: placesOf(operation, "response") };
  const seen: Seen = {
    model: operation,
    calls: 0,
    statuses: new Set(),
    parameters: new Set(),
    request: new Set(),
    response: new Set(),
    values: new Set(),
    use(place, value) {
      if (operation.values[place]?.includes(String(value)) === true) seen.values.add(`${place}=${value}`);
    },
    walk(part, value, pointer) {
      if (typeof value !== "object" || value === null) seen.use(part + pointer, value);
      for (const [place, inner] of below(value, pointer)) {
        // Payloads can be deeper than this function can go. What the description does not have leads nowhere.
        if (!places[part].has(place)) continue;
        seen[part].add(place);
        seen.walk(part, inner, place);
      }
    },
  };
  return seen;
}

function below(value: unknown, pointer: string): (readonly [place: string, inner: unknown])[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.map((inner) => [`${pointer}/*`, inner] as const);
  return Object.entries(value).map(([name, inner]) => [`${pointer}/${name}`, inner] as const);
}

function parametersOf(url: string): URLSearchParams {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? "";
  return new URLSearchParams(query);
}

function reportOf({ model: operation, calls, ...seen }: Seen): OperationCoverage {
  const { operationId, method, path, statuses, parameters, request, response, values } = operation;
  const listed = Object.entries(values).flatMap(([place, all]) => all.map((value) => `${place}=${value}`));
  return {
    operationId,
    method,
    path,
    calls,
    statuses: split(statuses.map(String), seen.statuses),
    parameters: split(parameters, seen.parameters),
    request: split(request, seen.request),
    response: split(response, seen.response),
    values: split(listed, seen.values),
  };
}

function split(all: readonly string[], used: ReadonlySet<string>): Coverage {
  return { seen: all.filter((one) => used.has(one)), missing: all.filter((one) => !used.has(one)) };
}

export const PARTS = ["statuses", "parameters", "request", "response", "values"] as const;

/** How much of it was used. */
export interface Share {
  readonly seen: number;
  readonly of: number;
}

export function totalsOf({
  operations,
  errorCodes,
}: Pick<CoverageReport, "operations" | "errorCodes">): Readonly<Record<string, Share>> {
  const called = operations.filter(({ calls }) => calls > 0).length;
  const parts = PARTS.map((part) => [part, sum(operations.map((operation) => operation[part]))] as const);
  return {
    operations: { seen: called, of: operations.length },
    ...Object.fromEntries(parts),
    errorCodes: sum([errorCodes]),
  };
}

function sum(all: readonly Coverage[]): Share {
  const seen = all.reduce((total, one) => total + one.seen.length, 0);
  return { seen, of: seen + all.reduce((total, one) => total + one.missing.length, 0) };
}
