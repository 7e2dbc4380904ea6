import type { Finding } from "../finding.ts";
import { readJson } from "./read/json-file.ts";
import { withoutIndices } from "./report/identity.ts";
import { InputError } from "./usage.ts";

/** How one service differs from the description, as `elb-contract probe` writes it. */
export interface Overlay {
  readonly version: 1;
  readonly differences: readonly Difference[];
}

/** A departure that is known and not held against that service. More properties may say more about it. */
export interface Difference {
  /** Code of a finding. */
  readonly code: string;
  readonly operationId: string;
  /** As in a finding; `*` in place of an index stands for every one. */
  readonly pointer: string;
}

/** Reads an overlay. @throws InputError */
export function readOverlay(file: string): Overlay {
  const overlay = readJson(file, "an overlay");
  if (isOverlay(overlay)) return overlay;
  throw new InputError(`${file} is not an overlay: it needs "version": 1 and a list of "differences".`);
}

function isOverlay(value: unknown): value is Overlay {
  const { version, differences } = Object(value) as Partial<Overlay>;
  return version === 1 && Array.isArray(differences) && differences.every(isDifference);
}

function isDifference(value: unknown): value is Difference {
  const { code, operationId, pointer } = Object(value) as Partial<Difference>;
  return [code, operationId, pointer].every((text) => typeof text === "string");
}

/** Lowers a finding of that operation to a note where it is a difference that is known. */
export type Lower = (operationId: string | undefined, finding: Finding) => Finding;

/** What an overlay does to findings. */
export function applyOverlay({ differences }: Overlay): Lower {
  const known = new Set(differences.map(keyOf));
  return (operationId, finding) => {
    if (finding.severity === "note" || operationId === undefined) return finding;
    const { code, pointer } = finding;
    return known.has(keyOf({ code, operationId, pointer })) ? { ...finding, severity: "note" } : finding;
  };
}

function keyOf({ code, operationId, pointer }: Difference): string {
  return `${operationId} ${code} ${withoutIndices(pointer)}`;
}
