import description from "@elb-classic/spec/elb.openapi.json" with { type: "json" };
import { errorCodes } from "@elb-classic/spec/error-codes";
import { operations } from "@elb-classic/spec/operations";
import { type Description, partsOf } from "./parts.ts";

/** What an operation has that calls can use. */
export interface OperationModel {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly statuses: readonly number[];
  /** Parameters of the query. */
  readonly parameters: readonly string[];
  /** Pointers into the payload, with `*` for any index. */
  readonly request: readonly string[];
  /** Pointers into the payload of success. */
  readonly response: readonly string[];
  /** `query/…`, `request/…` or `response/…`, and the values that are listed there. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

export interface Model {
  readonly operations: readonly OperationModel[];
  readonly errorCodes: readonly string[];
}

export const model: Model = {
  operations: Object.entries(operations).map(
    ([operationId, { method, path, statuses, queryParameters }]) => ({
      operationId,
      method,
      path,
      statuses,
      parameters: queryParameters,
      ...partsOf(description as unknown as Description, path, method.toLowerCase()),
    }),
  ),
  // What only the identity service answers with belongs to no operation.
  errorCodes: [
    ...new Set(
      Object.values(errorCodes)
        .filter(({ operations: of }) => of.length > 0)
        .map(({ code }) => code),
    ),
  ].sort(),
};
