/** The shape of the ledger: what the vendor's pages state, as data. Vendor prose is in it as hashes only. */

/** JSON type, as OpenAPI names it. */
export type JsonType = "string" | "integer" | "number" | "boolean" | "array" | "object" | "null";

/** Value that a field can be compared with or limited to. */
export type Scalar = string | number | boolean;

/** What a description says about a field's value on its own. */
export interface Limits {
  /** Length of a text. */
  length?: { min?: number; max?: number; unit: "characters" | "bytes" };
  /** Size of a number; `printed` where the page speaks of characters although the field is a number. */
  range?: { min: number; max: number | "int"; unit?: string; printed?: "characters" };
  /** The default range, or set of values, differs from region to region. */
  byRegion?: true | Record<string, Scalar[]>;
  /** Every value that the page lists. */
  enum?: Scalar[];
  /** Values that the page equates, such as 0 and false. */
  pairs?: Scalar[][];
  /** Values that only one kind of caller may send. */
  sentBy?: Record<string, Scalar[]>;
  /** Values given as examples of an open set. */
  examples?: string[];
  /** What each value stands for, where that is data too. */
  standsFor?: Record<string, string>;
  default?: Scalar;
  /** A wrong value counts as the default. */
  wrongValue?: "default";
  caseInsensitive?: true;
  /** Characters that are allowed: `cjk`, `letters`, `digits` or the character itself. */
  characters?: string[];
  /** Characters that are not allowed. */
  forbidden?: string[];
  /** What the text has to start with, named as in `characters`. */
  start?: string[];
  format?: string;
  unit?: string;
  /** What an empty text or list stands for. */
  empty?: string;
  /** Title of the page that gives valid values. */
  source?: string;
  /** Only what the service happens to support. */
  bySystem?: true;
}

/** What a description says about a field under a condition. */
export interface Condition {
  /** Wire name → value, list of values, or `{ not: value }`; `present` where only being sent counts. */
  when: Record<string, Scalar | Scalar[] | { not: Scalar | Scalar[] }>;
  required?: boolean;
  /** Has no effect then. */
  ignored?: true;
  /** Has an effect then (only then, as these pages mean it). */
  effective?: true;
  /** Is part of the answer then. */
  returned?: true;
  /** The only values then. */
  only?: Scalar[];
  /** Values that are refused then. */
  not?: Scalar[];
  default?: Scalar;
  /** The value in the answer then. */
  value?: Scalar | null;
  /** The value in the answer where the condition does not hold. */
  otherwise?: Scalar | null;
  /** What the value denotes then. */
  means?: string;
  /** Fields without meaning then. */
  moot?: string[];
  /** How to leave it out. */
  send?: string[];
  /** Refused unless the region, zone or system supports it. */
  error?: true;
  /** What the pages say is contradicted by other sources. Only in the description. */
  disputed?: true;
}

/** What one page states about one field. */
export interface FieldFact {
  /** Type as printed. */
  type?: string;
  types?: JsonType[];
  /** Absent where the table has no such column. */
  required?: boolean;
  limits?: Limits;
  conditions?: Condition[];
  /** Example in the URI line. */
  example?: string;
  /** Sentences that speak of a limit which the reader does not know how to read. */
  unrecognised?: string[];
  /** Hash of the description. */
  text?: string;
  /** Types of the values in the samples. */
  sample?: JsonType[];
}

/** A documented status: `word` as printed, `text` the hash of its explanation. */
export interface StatusFact {
  success?: true;
  word?: string;
  text?: string;
}

/** A code block: JSON as data, or an HTTP message. */
export interface SampleFact {
  of: "request" | "response" | "page";
  /** Number on the page, from 1. */
  number: number;
  /** Hash of the title, where it says more than "sample". */
  title?: string;
  /** What had to be done to the text before it was JSON. */
  repaired?: string[];
  http?: { request?: string; headers?: Record<string, string> };
  value?: unknown;
}

/** Section → hashes of its paragraphs, list items and notes. */
export type Prose = Record<string, string[]>;

/** What one page states about one operation. */
export interface PageFacts {
  /** File name without its ending. */
  page: string;
  title: string;
  /** As printed, with the query. */
  uri: string;
  /** Example path. */
  example?: string;
  /** Answer fields that can be used as filters in the query: all but these. */
  filters?: { allResponseFieldsBut: string[] };
  /** Inferences that the reader had to make, see `readings.ts`. */
  readings?: string[];
  /** Parts that the page says are empty. */
  none?: string[];
  /** `request.body.port` → facts. */
  fields: Record<string, FieldFact>;
  statuses: Record<string, StatusFact>;
  samples: SampleFact[];
  prose: Prose;
}

/** One operation; several pages can describe the same one. */
export interface OperationFacts {
  /** Method and path, `POST /v1.0/{project_id}/elbaas/listeners`. */
  operation: string;
  pages: PageFacts[];
}

/** A row of the page of error codes. */
export interface CodeFact {
  code: string;
  /** As printed, even where it is no HTTP status. */
  status: number;
  module: string;
  messages: string[];
  /** Hashes of meaning and remedy. */
  meaning: string;
  remedy: string;
}

/** A documented request header. */
export type HeaderFact = Pick<
  FieldFact,
  "required" | "limits" | "conditions" | "unrecognised" | "example" | "text"
>;

/** A table of a general page: first cell → column → cell, a hash where it is prose. */
export interface TableFact {
  title?: string;
  rows: Record<string, Record<string, string>>;
}

/** What a page states that is not of one operation. */
export interface GeneralFacts {
  title: string;
  headers?: Record<string, HeaderFact>;
  tables?: TableFact[];
  samples?: SampleFact[];
  /** Section → sizes and times that its text names, `24 hours`. */
  quantities?: Record<string, string[]>;
  prose: Prose;
}

/** Everything that the pages state. */
export interface Ledger {
  operations: Record<string, OperationFacts>;
  /** By row id, `ELB.1001#2`. */
  codes: Record<string, CodeFact>;
  /** By page. */
  pages: Record<string, GeneralFacts>;
}
