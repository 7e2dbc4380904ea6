import { readJson } from "./read/json-file.ts";
import { type Identity, keyOf } from "./report/identity.ts";
import { fails, type Report } from "./report/report.ts";
import type { Known } from "./report/reporter.ts";
import { InputError } from "./usage.ts";

const { existsSync, writeFileSync } = process.getBuiltinModule("node:fs");

/** Findings that are accepted for now, kept in a file beside the code that is checked. */
export interface Baseline extends Known {
  readonly findings: readonly Identity[];
}

/** Reads a baseline. @throws InputError */
export function readBaseline(file: string): Baseline {
  const value = readJson(file, "a baseline");
  if (!isBaseline(value)) {
    throw new InputError(`${file} is not a baseline: it needs "version": 1 and a list of "findings".`);
  }
  return createBaseline(value.findings);
}

/** One that does not exist yet is empty: it is about to be written. @throws InputError */
export function readOrBegin(file: string): Baseline {
  return existsSync(file) ? readBaseline(file) : createBaseline([]);
}

function createBaseline(findings: readonly Identity[]): Baseline {
  const keys = new Set(findings.map(keyOf));
  const met = new Set<string>();
  return {
    findings,
    has(identity) {
      const key = keyOf(identity);
      const has = keys.has(key);
      if (has) met.add(key);
      return has;
    },
    stale: (operations) => findings.filter((one) => operations.has(one.operation) && !met.has(keyOf(one))),
  };
}

function isBaseline(value: unknown): value is { readonly findings: readonly Identity[] } {
  const { version, findings } = Object(value) as { version?: unknown; findings?: unknown };
  return version === 1 && Array.isArray(findings) && findings.every(isIdentity);
}

function isIdentity(value: unknown): value is Identity {
  const { operation, code, pointer } = Object(value) as Partial<Identity>;
  return [operation, code, pointer].every((text) => typeof text === "string");
}

/**
 * Writes what fails now as what is accepted from now on. Entries of operations that were not seen stay: nothing is known
 * about them. All stay where something could not be read.
 *
 * @throws InputError where it cannot be written, or not all that fails is known.
 */
export function updateBaseline(file: string, before: Baseline, report: Report): void {
  if (report.totals.unlisted > 0) {
    throw new InputError(`There are too many kinds of findings for a baseline; ${file} is left as it was.`);
  }
  const stale = new Set(report.stale.map(keyOf));
  const kept = before.findings.filter((one) => !stale.has(keyOf(one)));
  const failing = report.groups.filter(({ severity }) => fails(severity, report.failOn));
  const all = new Map([...kept, ...failing.map(({ identity }) => identity)].map((one) => [keyOf(one), one]));
  const findings = [...all.keys()].sort().map((key) => all.get(key));
  try {
    writeFileSync(file, `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`);
  } catch (error) {
    throw new InputError(
      `${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? "unknown"}).`,
    );
  }
}
