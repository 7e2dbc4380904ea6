import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listFiles } from "../files.ts";
import { SourceError } from "../yaml.ts";
import { cutIntoBlocks } from "./blocks.ts";
import { readGeneralPage } from "./general-page.ts";
import type { CodeFact, Ledger } from "./ledger.ts";
import { isOperationPage, readOperationPage } from "./operation-page.ts";
import { Reading, type Trouble } from "./trouble.ts";

/** All that a folder of pages states, and what could not be read. */
export interface ReadFolder {
  ledger: Ledger;
  pages: number;
  troubles: Trouble[];
  notices: Trouble[];
}

/** Reads every page of a folder. @throws SourceError when there is none */
export async function readFolder(folder: string): Promise<ReadFolder> {
  const files = await listFiles(folder, ".md");
  if (files.length === 0) throw new SourceError(`There are no pages (*.md) in ${folder}.`);
  const ledger: Ledger = { operations: {}, codes: {}, pages: {} };
  const readings: Reading[] = [];
  for (const file of files) {
    const reading = new Reading(file.replace(/\.md$/, "").normalize("NFC"));
    readings.push(reading);
    addPage(ledger, await readFile(join(folder, file)), reading);
  }
  return {
    ledger: sorted(ledger),
    pages: files.length,
    troubles: readings.flatMap((reading) => reading.troubles),
    notices: readings.flatMap((reading) => reading.notices),
  };
}

function addPage(ledger: Ledger, bytes: Uint8Array, reading: Reading): void {
  const source = decode(bytes);
  if (source === undefined) {
    reading.trouble(1, "The page is not UTF-8.");
    return;
  }
  const blocks = cutIntoBlocks(source, reading);
  if (isOperationPage(blocks)) {
    const read = readOperationPage(blocks, reading);
    if (!read) return;
    const { operation, facts } = read;
    const pages = ledger.operations[operation]?.pages ?? [];
    ledger.operations[operation] = { operation, pages: [...pages, facts] };
    return;
  }
  const { facts, codes } = readGeneralPage(blocks, reading);
  ledger.pages[reading.page] = facts;
  addCodes(ledger.codes, codes, reading);
}

function addCodes(all: Record<string, CodeFact>, codes: Record<string, CodeFact>, reading: Reading): void {
  for (const [id, row] of Object.entries(codes)) {
    if (all[id]) reading.trouble(1, `${id} is listed on two pages.`);
    all[id] = row;
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function sorted(ledger: Ledger): Ledger {
  const byKey = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { operations: byKey(ledger.operations), codes: ledger.codes, pages: byKey(ledger.pages) };
}
