import type { Basis, Confidence } from "./finding.ts";

/**
 * What the build writes for the engine: the validators, and a table of everything else that it needs from the
 * description. Pointers lead into the bundled description.
 */
export interface Table {
  readonly routes: RouteNode;
  readonly operations: readonly Operation[];
  /** Headers of which a request needs one, empty where everybody may call; each list of them once. */
  readonly authentication: readonly (readonly Authentication[])[];
  /** Media type of every payload. */
  readonly mediaType: string;
  readonly rules: Rules;
  /** Chinese titles of schemas that findings name, by the English ones. */
  readonly titles: Readonly<Record<string, string>>;
  readonly errorCodes: ErrorCodes;
}

/** The provenance, without what an element shares with what it is in. */
export interface Rules {
  /** Row of an element by the part of its key before the first dot, then by the rest. */
  readonly elements: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly rows: readonly RuleRow[];
  readonly pages: readonly string[];
  readonly decisions: readonly DecisionRow[];
}

export type RuleRow = readonly [
  pages: readonly number[],
  provenance: Basis,
  decisions: readonly number[],
  confidence?: Confidence,
];

export type DecisionRow = readonly [id: string, en: string, zh: string, basis: Basis, confidence: Confidence];

/** The catalogue, as far as an answer can contradict it. */
export interface ErrorCodes {
  /** Lists of operations that rows share; the empty one stands for all. */
  readonly operations: readonly (readonly string[])[];
  readonly rows: Readonly<Record<string, readonly ErrorRow[]>>;
}

export type ErrorRow = readonly [
  id: string,
  statuses: readonly number[],
  operations: number,
  /** Whether the documents settle it. */
  sure: boolean,
];

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

/** A header that tells the service who calls; `date`: the one that has to come with a signature. */
export interface Authentication {
  /** In lower case. */
  readonly header: string;
  /** As the description writes it. */
  readonly title: string;
  readonly pointer: string;
  /** In lower case. */
  readonly date?: string;
  readonly dateTitle?: string;
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
  /** Which of the ways of authentication it takes. */
  readonly authentication: number;
  /** Type of the job that it launches. */
  readonly job?: string;
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
  /** When properties are needed, are ignored, or have fewer values. */
  readonly conditions?: readonly PropertyConditions[];
}

export interface PropertyConditions {
  readonly name: string;
  /** Of the list of conditions. */
  readonly pointer: string;
  /** Of a breach: lower where observation stands against the pages. */
  readonly severity: "warning" | "note";
  /** Whether one of them can make the property needed. */
  readonly needed: boolean;
  readonly list: readonly Condition[];
}

/** What holds where all tests are passed. `index` counts in the description's list. */
export interface Condition {
  readonly index: number;
  readonly when: readonly Test[];
  readonly effect: "required" | "ignored" | "effective" | "only" | "not";
  /** For `only` and `not`. */
  readonly values?: readonly unknown[];
}

/** `in`: the property has one of the values, `out`: another one, `present`: any. */
export type Test = readonly [name: string, is: "in" | "out" | "present", values: readonly unknown[]];

/** A list, and the property beside it that says how long it is. */
export interface Count {
  readonly name: string;
  readonly list: string;
  readonly pointer: string;
}

/** States of a job, in the order in which it goes through them. */
export interface JobStates {
  readonly waiting: readonly string[];
  readonly success: string;
  readonly failure: string;
  /** Of the properties of a job. */
  readonly pointer: string;
  /** Name of the path parameter with the id. */
  readonly parameter: string;
}

export interface Payload {
  readonly pointer: string;
  readonly mediaType: string;
  readonly validator: number;
  /** Paths of values that no message may show; `*` stands for every element of an array. */
  readonly secrets: readonly string[];
  readonly count?: Count;
  readonly job?: JobStates;
  /** Set where it is an error: pointer of the schema of errors. */
  readonly errors?: string;
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
