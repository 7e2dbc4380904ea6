import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { inPackage, listFiles } from "./files.ts";
import { holderOf, type Text, textsOf } from "./texts.ts";
import { readYaml, SourceError } from "./yaml.ts";

/** One translated text: the hash says which English it translates. */
export interface Translation {
  en: string;
  zh: string;
}

/** A file whose texts are translated, with its twin below `translations/zh-CN/`. */
export interface Source {
  /** Path below `spec/` (`openapi/…`, `error-codes.yaml`). */
  file: string;
  /** Path of the twin below `spec/`. */
  twin: string;
  texts: Text[];
}

const errorCodeKeys = new Set(["meaning", "cause", "remedy"]);
const provenanceKeys = new Set(["title", "page", "observed", "decision", "reason", "what"]);

/** First eight hex digits of the SHA-256 of a text: enough to notice that it changed. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);

/** Every file with texts to translate. */
export async function readSources(): Promise<Source[]> {
  const openapi = await listFiles(inPackage("openapi"), ".yaml");
  const provenance = await listFiles(inPackage("provenance"), ".yaml");
  return Promise.all([
    ...openapi.map((file) => readSource(`openapi/${file}`, file)),
    ...provenance.map((file) => readSource(`provenance/${file}`, `provenance/${file}`, provenanceKeys)),
    readSource("error-codes.yaml", "error-codes.yaml", errorCodeKeys),
  ]);
}

async function readSource(file: string, twin: string, keys?: ReadonlySet<string>): Promise<Source> {
  const document = await readYaml(file);
  return { file, twin: join("translations", "zh-CN", twin), texts: [...textsOf(document, "", keys)] };
}

/** The translations in a twin; none where it does not exist. */
export async function readTwin(twin: string): Promise<Record<string, Translation>> {
  if (!existsSync(inPackage(twin))) return {};
  return (await readYaml<Record<string, Translation> | null>(twin)) ?? {};
}

/** What is wrong with a translation: no text yet, English changed since, or no such English text (any more). */
export interface TranslationFault {
  kind: "missing" | "outdated" | "orphaned";
  twin: string;
  pointer: string;
}

/** Compares a file with its twin. */
export function faultsOf(source: Source, twin: Record<string, Translation>): TranslationFault[] {
  const faults: TranslationFault[] = [];
  const known = new Set(source.texts.map((text) => text.pointer));
  for (const { pointer, text } of source.texts) {
    const translation = twin[pointer];
    if (!translation?.zh) faults.push({ kind: "missing", twin: source.twin, pointer });
    else if (translation.en !== hashOf(text)) faults.push({ kind: "outdated", twin: source.twin, pointer });
  }
  for (const pointer of Object.keys(twin)) {
    if (!known.has(pointer)) faults.push({ kind: "orphaned", twin: source.twin, pointer });
  }
  return faults;
}

/**
 * Reads all translations.
 * @throws SourceError with a list of what is missing, outdated or without English twin
 */
export async function readTranslations(): Promise<Map<string, Record<string, Translation>>> {
  const faults: TranslationFault[] = [];
  const translations = new Map<string, Record<string, Translation>>();
  for (const source of await readSources()) {
    const twin = await readTwin(source.twin);
    faults.push(...faultsOf(source, twin));
    translations.set(source.file, twin);
  }
  if (faults.length > 0) throw new SourceError(describeFaults(faults));
  return translations;
}

function describeFaults(faults: TranslationFault[]): string {
  const lines = faults.slice(0, 20).map(({ kind, twin, pointer }) => `  ${kind}  spec/${twin}  ${pointer}`);
  if (faults.length > lines.length) lines.push(`  … and ${faults.length - lines.length} more`);
  return [
    `${faults.length} Chinese ${faults.length === 1 ? "text does" : "texts do"} not match the English source.`,
    ...lines,
    "Run `npx --yes pnpm@10.34.8 --filter @elb-classic/spec translate`, fill in or check the texts it names, and run it again with `--accept`.",
  ].join("\n");
}

/** Puts the Chinese texts into a parsed source file. */
export function translate(document: unknown, twin: Record<string, Translation>): void {
  for (const [pointer, { zh }] of Object.entries(twin)) {
    const { holder, key } = holderOf(document, pointer);
    holder[key] = zh;
  }
}
