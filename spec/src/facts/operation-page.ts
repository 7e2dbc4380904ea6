import type { Block, Blocks } from "./blocks.ts";
import { type FieldTable, placeFields } from "./body.ts";
import { isFieldTable, readFieldRows } from "./field-rows.ts";
import type { PageFacts, SampleFact } from "./ledger.ts";
import { type Noted, notedOn } from "./notes.ts";
import { type Part, partOf, partOfLabel, sampleTitle } from "./parts.ts";
import { addProse } from "./prose.ts";
import { readings } from "./readings.ts";
import { placeRequest, type RequestTable, type Target, targetOf } from "./request.ts";
import { readSample } from "./samples.ts";
import { isStatusTable, readStatuses, readSuccess } from "./statuses.ts";
import { readTable } from "./table.ts";
import { hashOf } from "./text.ts";
import type { Reading } from "./trouble.ts";

const requestLine = /^(GET|POST|PUT|DELETE|PATCH|HEAD)\s+(\/\S*)$/;

/** Whether a page describes an operation. */
export const isOperationPage = ({ blocks }: Blocks): boolean =>
  blocks.some((block) => block.section === "URI" || (block.kind === "text" && requestLine.test(block.text)));

/** Reads the page of an operation; undefined where even its request line cannot be read. */
export function readOperationPage(
  page: Blocks,
  reading: Reading,
): { operation: string; facts: PageFacts } | undefined {
  const uri = page.blocks.flatMap((block) =>
    block.kind === "text" ? (requestLine.exec(block.text) ?? []) : [],
  );
  const [text, method = "", target = ""] = uri;
  if (text !== undefined) return new OperationPage(page, reading, text, targetOf(method, target)).run();
  const line = page.blocks.find((block) => block.section === "URI")?.line ?? 1;
  return reading.trouble(line, "The URI section has no line of method and path.") as undefined;
}

class OperationPage {
  private readonly reading: Reading;
  private readonly blocks: readonly Block[];
  private readonly target: Target;
  private readonly facts: PageFacts;
  private readonly requestTables: RequestTable[] = [];
  private readonly responseTables: FieldTable[] = [];
  private readonly notes: (Noted & { line: number })[] = [];

  constructor(page: Blocks, reading: Reading, uri: string, target: Target) {
    this.reading = reading;
    this.blocks = page.blocks;
    this.target = target;
    this.facts = {
      page: reading.page,
      title: page.title,
      uri,
      fields: {},
      statuses: {},
      samples: [],
      prose: {},
    };
  }

  run(): { operation: string; facts: PageFacts } {
    for (const block of this.blocks) this.take(block, partOf(block));
    const success = Object.entries(this.facts.statuses).find(([, status]) => status.success)?.[0];
    const answer = `response.${success ?? "unstated"}.body`;
    const request = placeRequest(this.target, this.requestTables, this.samplesOf("request"), this.reading);
    const response = placeFields(answer, this.responseTables, this.samplesOf("response"), this.reading);
    this.facts.fields = { ...request.fields, ...response.fields };
    for (const note of this.notes) this.applyNote(note);
    const inferred = [...request.readings, ...(success ? [] : [readings.noStatus]), ...response.readings];
    if (inferred.length > 0) this.facts.readings = [...new Set(inferred)];
    return { operation: `${this.target.method} ${this.target.path}`, facts: inOrder(this.facts) };
  }

  private take(block: Block, part: Part): void {
    if (block.kind === "table") this.takeTable(block, part);
    else if (block.kind === "code") this.takeCode(block, part);
    else if (block.kind === "text") this.takeText(block, part);
    else if (!partOfLabel(block.text)) addProse(this.facts.prose, block.section, block.text);
  }

  private takeText(block: Block & { kind: "text" }, part: Part): void {
    const { text } = block;
    if (text === this.facts.uri) return;
    if (requestLine.test(text)) this.reading.trouble(block.line, "A second line of method and path.");
    if (text === "无" && part !== "prose") this.facts.none = [...(this.facts.none ?? []), part];
    else if (part === "success" && !block.note) this.takeSuccess(block);
    else if (part === "uri sample" && /^\/\S*$/.test(text)) this.facts.example = text;
    else this.takeProse(block, part);
  }

  private takeProse(block: Block & { kind: "text" }, part: Part): void {
    if (part.endsWith("sample") && /^[{[]/.test(block.text)) {
      this.reading.trouble(block.line, "A sample that is not in a code block.");
    }
    const noted = notedOn(block.text);
    if (noted?.filters) this.facts.filters = noted.filters;
    if (noted?.field) this.notes.push({ ...noted, line: block.line });
    addProse(this.facts.prose, block.section, block.text);
  }

  private takeSuccess(block: Block & { kind: "text" }): void {
    const success = readSuccess(block.text);
    if (success) Object.assign(this.facts.statuses, success);
    else this.reading.trouble(block.line, `"${block.text}" is no success status.`);
  }

  private takeTable(block: Block & { kind: "table" }, part: Part): void {
    const table = readTable(block, this.reading);
    if (!table) return;
    if (isStatusTable(table)) {
      Object.assign(this.facts.statuses, readStatuses(table, this.reading));
      return;
    }
    const title = table.caption?.title ?? "";
    const parent = /^(\w+)字段数据结构说明$/.exec(title)?.[1];
    if (!isFieldTable(table) || (parent === undefined && !/^(?:.*参数(?:说明)?)?$/.test(title))) {
      const name = title === "" ? table.columns.join(", ") : title;
      this.reading.trouble(block.line, `A table (${name}) that is neither of fields nor of statuses.`);
      return;
    }
    const rows = readFieldRows(table, this.reading);
    const fields = { line: block.line, rows, ...(parent && { parent }) };
    const underUri = part === "uri";
    if (part === "response parameters") this.responseTables.push(fields);
    else if (underUri || part === "request parameters") this.requestTables.push({ ...fields, underUri });
    else
      this.reading.trouble(block.line, `A table of fields outside request and response (${block.section}).`);
  }

  private takeCode(block: Block & { kind: "code" }, part: Part): void {
    const of = part === "request sample" ? "request" : part === "response sample" ? "response" : undefined;
    if (!of) {
      this.reading.trouble(block.line, `A code block where no sample is expected (${block.section}).`);
      return;
    }
    const content = readSample(block.text);
    if (!content) {
      this.reading.trouble(block.line, "A sample that is neither JSON, nor repairable, nor an HTTP message.");
      return;
    }
    const number = this.facts.samples.filter((sample) => sample.of === of).length + 1;
    const title = sampleTitle(block.label);
    this.facts.samples.push({ of, number, ...(title && { title: hashOf(title) }), ...content });
  }

  /** The samples that show what a body looks like. */
  private samplesOf(of: SampleFact["of"]): unknown[] {
    return this.facts.samples
      .filter((sample) => sample.of === of && "value" in sample)
      .map(({ value }) => value);
  }

  private applyNote({ field, condition, line }: Noted & { line: number }): void {
    const keys = Object.keys(this.facts.fields).filter((key) => key.endsWith(`.${field}`));
    const fact = keys.length === 1 ? this.facts.fields[keys[0] ?? ""] : undefined;
    if (fact && condition) fact.conditions = [...(fact.conditions ?? []), condition];
    else this.reading.trouble(line, `A note on ${field}, which is not one field of this page.`);
  }
}

/** The facts with their keys in one order, so that files compare well. */
function inOrder(facts: PageFacts): PageFacts {
  const { page, title, uri, example, filters, readings: inferred, none, ...rest } = facts;
  return {
    page,
    title,
    uri,
    ...(example && { example }),
    ...(filters && { filters }),
    ...(inferred && { readings: inferred }),
    ...(none && { none }),
    ...rest,
  };
}
