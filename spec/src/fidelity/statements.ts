import type {
  Condition,
  FieldFact,
  JsonType,
  Ledger,
  Limits,
  OperationFacts,
  PageFacts,
  SampleFact,
} from "../facts/ledger.ts";

/** What the pages together state about one element. */
export interface Statement {
  key: string;
  /** Titles of the pages. */
  pages: string[];
  /** JSON types of tables and samples, without null. */
  types: JsonType[];
  /** Whether a sample shows null. */
  nullInSample: boolean;
  /** Undefined where no table says so. */
  required: boolean | undefined;
  /** Whether every sample that could show it does; undefined where no sample could. */
  inEverySample: boolean | undefined;
  limits: Limits;
  conditions: Condition[];
}

/** Every element that the pages speak of, by its key; `ids` maps `POST /path` to the operationId. */
export function statementsOf(ledger: Ledger, ids: ReadonlyMap<string, string>): Map<string, Statement> {
  const statements = new Map<string, Statement>();
  for (const [name, operation] of Object.entries(ledger.operations)) {
    for (const statement of operationStatements(operation, ids.get(name) ?? name)) {
      statements.set(statement.key, statement);
    }
  }
  for (const statement of errorStatements(ledger)) statements.set(statement.key, statement);
  return statements;
}

const empty = (key: string, pages: string[]): Statement => ({
  key,
  pages,
  types: [],
  nullInSample: false,
  required: undefined,
  inEverySample: undefined,
  limits: {},
  conditions: [],
});

function* operationStatements({ pages }: OperationFacts, id: string): Generator<Statement> {
  const titles = pages.map((page) => page.title);
  yield empty(id, titles);
  for (const status of new Set(pages.flatMap((page) => Object.keys(page.statuses)))) {
    yield empty(`${id}.response.${status}`, titles);
  }
  yield* filterStatements(pages, id);
  const samples = pages.flatMap((page) => page.samples);
  for (const name of new Set(pages.flatMap((page) => Object.keys(page.fields)))) {
    const stating = pages.filter((page) => page.fields[name]);
    // A page that states no status of success means 200, as every other page does.
    const key = `${id}.${name.replace("response.unstated", "response.200")}`;
    yield {
      ...fieldStatement(
        key,
        stating.map((page) => page.title),
        stating.map((page) => page.fields[name] as FieldFact),
      ),
      inEverySample: isInEverySample(name, samples),
    };
  }
}

/** "All fields of the answer but these filter" is a statement about a query parameter for each of them. */
function* filterStatements(pages: PageFacts[], id: string): Generator<Statement> {
  for (const { title, filters, fields } of pages) {
    if (!filters) continue;
    const names = Object.keys(fields).flatMap(
      (name) => /^response\.200\.body\.\[\]\.(\w+)$/.exec(name)?.[1] ?? [],
    );
    for (const name of names) {
      if (filters.allResponseFieldsBut.includes(name)) continue;
      yield empty(`${id}.request.query.${name}`, [title]);
    }
  }
}

function fieldStatement(key: string, pages: string[], facts: FieldFact[]): Statement {
  const types = new Set(facts.flatMap((fact) => [...(fact.types ?? []), ...(fact.sample ?? [])]));
  const nullInSample = types.delete("null");
  const required = facts.map((fact) => fact.required).filter((each) => each !== undefined);
  return {
    key,
    pages,
    types: [...types].sort(),
    nullInSample,
    required: required.length === 0 ? undefined : required.every(Boolean),
    inEverySample: undefined,
    limits: Object.assign({}, ...facts.map((fact) => fact.limits)),
    conditions: facts.flatMap((fact) => fact.conditions ?? []),
  };
}

/** Whether each object of the samples that could hold a field holds it. */
function isInEverySample(name: string, samples: SampleFact[]): boolean | undefined {
  const [side = "", ...rest] = name.split(".");
  const path = rest.slice(rest.indexOf("body") + 1);
  const key = path.pop();
  if (!key || key === "[]") return undefined;
  const holders = samples
    .filter((sample) => sample.of === side)
    .flatMap((sample) =>
      path.reduce<unknown[]>((values, part) => values.flatMap((value) => step(value, part)), [sample.value]),
    )
    .filter((holder) => typeof holder === "object" && holder !== null);
  return holders.length === 0 ? undefined : holders.every((holder) => Object.hasOwn(holder as object, key));
}

function step(value: unknown, part: string): unknown[] {
  if (part === "[]") return Array.isArray(value) ? value : [];
  const child = (value as Record<string, unknown> | null)?.[part];
  return child === undefined ? [] : [child];
}

/** The shapes of failures, from the samples of the pages about them. */
function* errorStatements(ledger: Ledger): Generator<Statement> {
  const keys = new Map<string, Set<string>>();
  const note = (key: string, page: string): Set<string> =>
    (keys.get(key) ?? keys.set(key, new Set()).get(key))?.add(page) as Set<string>;
  const visit = (value: unknown, key: string, page: string): void => {
    note(key, page);
    if (typeof value !== "object" || value === null) return;
    for (const [name, child] of Object.entries(value)) visit(child, `${key}.${name}`, page);
  };
  for (const page of Object.values(ledger.pages)) {
    for (const { value } of page.samples ?? []) if (isError(value)) visit(value, "error.body", page.title);
  }
  for (const [key, pages] of keys) yield empty(key, [...pages]);
}

const isError = (value: unknown): boolean =>
  typeof value === "object" && value !== null && ("error" in value || "error_code" in value);
