/**
 * What the build writes for the engine: the validators, and a table of everything else that it needs from the
 * description. Pointers lead into the bundled description.
 */
export interface Table {
  readonly routes: RouteNode;
  readonly operations: readonly Operation[];
}

/** A node of the tree of paths, which is read from the last segment of a path to the first. */
export interface RouteNode {
  /** Fixed segments that may stand here … */
  readonly names: readonly string[];
  /** … and where they lead. */
  readonly next: readonly RouteNode[];
  /** Where a path parameter leads. */
  readonly parameter?: RouteNode;
  /** Set where a path of the description is complete. */
  readonly path?: RoutePath;
}

export interface RoutePath {
  readonly template: string;
  /** Whether more may stand before it. */
  readonly prefix: boolean;
  readonly methods: readonly string[];
  /** Index in the operations, for each method. */
  readonly operations: readonly number[];
}

export interface Operation<Id extends string = string> {
  readonly id: Id;
  readonly pointer: string;
  /** Names of the path parameters by the number of their segment, counted from the last one. */
  readonly path: readonly (readonly [name: string, fromEnd: number])[];
  readonly query: Readonly<Record<string, QueryParameter>>;
  /** Validator of `{ path, query }`. */
  readonly parameters: number;
  readonly request?: RequestRule;
  readonly statuses: readonly number[];
  /** What each of the statuses answers with. */
  readonly responses: readonly PayloadRule[];
  /** What every other status answers with. */
  readonly otherwise?: PayloadRule;
}

export interface QueryParameter {
  readonly type: ParameterType;
  readonly pointer: string;
  readonly secret?: true;
}

export type ParameterType = "string" | "integer" | "number" | "boolean";

export interface PayloadRule {
  readonly pointer: string;
  /** Missing where there is no payload. */
  readonly payload?: Payload;
}

export interface RequestRule extends PayloadRule {
  readonly required: boolean;
  readonly payload: Payload;
}

export interface Payload {
  readonly pointer: string;
  readonly mediaType: string;
  readonly validator: number;
  /** Paths of values that no message may show; `*` stands for every element of an array. */
  readonly secrets: readonly string[];
}

/**
 * A compiled schema. Properties that it does not know are pushed to `this`: path of the object, name, and pointer into
 * the description.
 */
export interface Validate {
  call(unknown: string[], value: unknown): boolean;
  readonly errors?: readonly Failure[] | null;
}

/** An error of a validator. */
export interface Failure {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}
