import { parseArgs } from "node:util";
import { SourceError } from "../yaml.ts";
import { changesBetween } from "./changes.ts";
import { type ReadFolder, readFolder } from "./folder.ts";
import type { Ledger } from "./ledger.ts";
import { readLedger, writeLedger } from "./store.ts";
import type { Trouble } from "./trouble.ts";

const usage = `Usage: facts <folder of pages> [--write]

Reads the vendor's documentation pages and prints what changed compared with the ledger; changes no file.
  --write   write the ledger instead

Exit codes: 0 every page was read, 1 something could not be read, 2 wrong use or no pages.`;

/** Surroundings of the command. */
export interface Surroundings {
  /** Folder of the ledger. */
  ledger: string;
  /** Takes the changes, a line each. */
  out: (line: string) => void;
  /** Takes everything else. */
  err: (line: string) => void;
}

/** Runs the command. @returns the exit code */
export async function run(args: readonly string[], here: Surroundings): Promise<0 | 1 | 2> {
  const wanted = parse(args);
  if (!wanted) {
    here.err(usage);
    return 2;
  }
  try {
    const read = await readFolder(wanted.folder);
    return await (wanted.write ? write(read, here) : compare(read, here));
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    here.err(error.message);
    return 2;
  }
}

function parse(args: readonly string[]): { folder: string; write: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { write: { type: "boolean", default: false } },
    });
    const [folder, ...others] = positionals;
    return folder === undefined || others.length > 0 ? undefined : { folder, write: values.write };
  } catch {
    return undefined;
  }
}

async function write(read: ReadFolder, here: Surroundings): Promise<0 | 1> {
  tell(read, here);
  if (read.troubles.length > 0) {
    here.err("The ledger was not written: it would lack what could not be read.");
    return 1;
  }
  await writeLedger(here.ledger, read.ledger);
  here.err(`The ledger was written: ${count(read.ledger)}.`);
  return 0;
}

async function compare(read: ReadFolder, here: Surroundings): Promise<0 | 1> {
  tell(read, here);
  const committed = await readLedger(here.ledger);
  if (!committed) here.err("There is no ledger to compare with. Write it with --write.");
  else {
    const changes = changesBetween(committed, read.ledger);
    for (const change of changes) here.out(change);
    here.err(changes.length === 0 ? "The pages state what the ledger has." : `${changes.length} changes.`);
  }
  return read.troubles.length > 0 ? 1 : 0;
}

function tell({ pages, ledger, troubles, notices }: ReadFolder, { err }: Surroundings): void {
  err(`${pages} pages read: ${count(ledger)}.`);
  for (const notice of notices) err(`Note: ${place(notice)}`);
  for (const trouble of troubles) err(`Cannot read ${place(trouble)}`);
}

const place = ({ page, line, why }: Trouble): string => `${page}.md:${line}: ${why}`;

function count({ operations, codes, pages }: Ledger): string {
  const of = Object.values(operations).flatMap((operation) => operation.pages);
  const total = (numberOf: (page: (typeof of)[number]) => number): number =>
    of.reduce((sum, page) => sum + numberOf(page), 0);
  return [
    `${Object.keys(operations).length} operations`,
    `${total((page) => Object.keys(page.fields).length)} fields`,
    `${total((page) => Object.keys(page.statuses).length)} statuses`,
    `${total((page) => page.samples.length)} samples`,
    `${Object.keys(codes).length} error codes`,
    `${Object.keys(pages).length} general pages`,
  ].join(", ");
}
