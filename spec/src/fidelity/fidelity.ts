import { type OpenApiDocument, operationsOf } from "../document.ts";
import type { ErrorCode } from "../error-code.ts";
import type { Ledger } from "../facts/ledger.ts";
import { codeDifferences } from "./codes.ts";
import { cover, type Decision } from "./decisions.ts";
import { type Difference, differencesBetween } from "./differences.ts";
import { type Element, elementsOf, errorElements } from "./elements.ts";
import { sampleDifferences } from "./samples.ts";
import { type Statement, statementsOf } from "./statements.ts";

/** Where an element comes from. */
export interface Provenance {
  provenance: "documented" | "observed" | "inferred";
  /** Titles of the pages that have it. */
  pages: string[];
  /** Ids of the decisions about it. */
  decisions: string[];
}

/** How faithful the description is to the pages. */
export interface Fidelity {
  /** By element key; a row of the error codes is `errors.<row id>`. */
  elements: Record<string, Provenance>;
  differences: Difference[];
  /** Differences without exactly one decision, and decisions about nothing. */
  faults: string[];
}

export interface FidelityInput {
  elb: OpenApiDocument;
  iam: OpenApiDocument;
  ledger: Ledger;
  catalogue: Readonly<Record<string, ErrorCode>>;
  decisions: ReadonlyMap<string, Decision>;
}

/** Compares the description with the ledger of facts, and finds out where each element comes from. */
export function checkFidelity({ elb, iam, ledger, catalogue, decisions }: FidelityInput): Fidelity {
  const names = [...operationsOf(elb)].map(
    ({ method, path, operation }) => [`${method.toUpperCase()} ${path}`, operation.operationId] as const,
  );
  const elements = new Map([...elementsOf(elb), ...errorElements(elb), ...elementsOf(iam)]);
  const statements = statementsOf(ledger, new Map(names));
  const differences = [
    ...differencesBetween(elements, statements),
    ...sampleDifferences(elb, ledger),
    ...codeDifferences(catalogue, ledger.codes),
  ];
  const codes = Object.keys(catalogue).map((id) => `errors.${id}`);
  const keys = new Set([...elements.keys(), ...statements.keys(), ...codes]);
  const { decided, faults } = cover(differences, decisions, keys);
  return {
    elements: Object.fromEntries([
      ...[...elements.values()].map((element) => [
        element.key,
        provenanceOf(element, statements.get(element.key), decided, decisions),
      ]),
      ...codes.map((key) => [key, codeProvenance(key, catalogue, ledger, decided)]),
    ]),
    differences,
    faults,
  };
}

const kinds = [
  "added",
  "type",
  "nullable",
  "required",
  "length",
  "range",
  "enum",
  "default",
  "characters",
  "unit",
  "conditions",
];

function provenanceOf(
  { key }: Element,
  statement: Statement | undefined,
  decided: ReadonlyMap<string, string>,
  decisions: ReadonlyMap<string, Decision>,
): Provenance {
  const ids = [...new Set(kinds.flatMap((kind) => decided.get(`${key}#${kind}`) ?? []))];
  const basis = decisions.get(decided.get(`${key}#added`) ?? "")?.basis;
  return {
    provenance: basis ?? (statement ? "documented" : "inferred"),
    pages: statement?.pages ?? [],
    decisions: ids,
  };
}

// The ledger has the rows of this page, and its title nowhere.
const codePage = "经典型负载均衡错误码说明";

function codeProvenance(
  key: string,
  catalogue: Readonly<Record<string, ErrorCode>>,
  ledger: Ledger,
  decided: ReadonlyMap<string, string>,
): Provenance {
  const id = key.slice("errors.".length);
  const row = catalogue[id];
  const ids = ["added", "code", "status", "messages"].flatMap((kind) => decided.get(`${key}#${kind}`) ?? []);
  return {
    provenance: row?.provenance ?? "inferred",
    pages: ledger.codes[id] ? [codePage] : [],
    decisions: ids,
  };
}

/** The outcome in one line, and a line for each fault. */
export function summarise({ elements, differences, faults }: Fidelity): string[] {
  const all = Object.values(elements);
  const count = (test: (element: Provenance) => boolean): number => all.filter(test).length;
  const documented = count(({ provenance, pages }) => provenance === "documented" && pages.length > 0);
  const elsewhere = count(({ provenance, pages }) => provenance === "documented" && pages.length === 0);
  const observed = count(({ provenance }) => provenance === "observed");
  const inferred = count(({ provenance }) => provenance === "inferred");
  const undecided = faults.filter((fault) => fault.startsWith("Undecided")).length;
  return [
    `fidelity: ${all.length} elements: ${documented} documented by the pages, ${elsewhere} in other documents, ` +
      `${observed} observed, ${inferred} inferred; ${differences.length} differences from the pages, undecided = ${undecided}`,
    ...faults,
  ];
}
