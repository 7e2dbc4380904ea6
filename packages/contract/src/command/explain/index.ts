import type { LanguageName } from "../../language/language.ts";
import { type Io, write } from "../io.ts";
import { readChoice, readOptions, UsageError } from "../usage.ts";
import { type CatalogueRow, catalogue } from "./catalogue.data.ts";
import { type Asked, catalogued, codesIn } from "./codes-in.ts";
import { CODE_MEANINGS, meaningOf } from "./finding-codes.ts";
import { nearest } from "./nearest.ts";
import { writeMeaning, writeRow } from "./write.ts";

export const help = `elb-contract explain: says what a code means, and what to do about it.

Usage: elb-contract explain CODE [options]

CODE is the code of a finding, such as request.body.range, an error code of the service or its gateway, such as
ELB.1003 or APIGW.0301, or a whole text in which one stands, such as the body of an answer. "-" reads it from standard
input.

  --language NAME  en or zh-CN (default: en)

Exit codes: 0 explained, 2 wrong usage, or no such code.
`;

/** @throws UsageError */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(args, { language: { type: "string", default: "en" } });
  const language = readChoice("--language", values.language, ["en", "zh-CN"]);
  if (positionals.length === 0) throw new UsageError("explain needs a code.");
  const text = positionals.length === 1 && positionals[0] === "-" ? await readAll(io) : positionals.join(" ");
  const asked = codesIn(text);
  const explained = asked.flatMap((one) => explain(one, language));
  if (explained.length === 0) throw new UsageError(unknown(asked[0]!.code));
  await write(io.stdout, explained.join("\n"));
  return 0;
}

/** The largest text that is looked through. */
const LARGEST = 1024 * 1024;

async function readAll({ stdin }: Io): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LARGEST) throw new UsageError(`the text is longer than ${LARGEST} bytes.`);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Nothing where there is no such code: in a text, what looks like one need not be. */
function explain({ code, message }: Asked, language: LanguageName): string[] {
  const meaning = meaningOf(code.toLowerCase());
  if (meaning !== undefined) return [writeMeaning(code.toLowerCase(), meaning, language)];
  return meantOf(rowsOf(code), message).map((row) => writeRow(row, language));
}

function unknown(code: string): string {
  const known = [...CODE_MEANINGS.flatMap(({ codes }) => codes), ...catalogue.map((row) => row.code)];
  const suggestion = nearest(code, known);
  const shown = code.length > 60 ? `${code.slice(0, 60)}…` : code;
  return `there is no code "${shown}"${suggestion === undefined ? "" : `; did you mean ${suggestion}?`}`;
}

function rowsOf(code: string): readonly CatalogueRow[] {
  const name = catalogued(code).toUpperCase();
  return catalogue.filter((row) => row.code.toUpperCase() === name);
}

/** A code can mean several things: what the service said with it tells which. */
function meantOf(rows: readonly CatalogueRow[], message: string | undefined): readonly CatalogueRow[] {
  if (message === undefined) return rows;
  const meant = rows.filter(({ messages }) => messages.some((one) => isSaid(one, message)));
  return meant.length > 0 ? meant : rows;
}

/** The catalogue has `..name..` where the service says something else each time. */
function isSaid(pattern: string, message: string): boolean {
  const parts = pattern.split(/\.\.\w+\.\./).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(message);
}
