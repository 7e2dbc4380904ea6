import { inPackage, listFiles } from "../files.ts";
import { readYaml } from "../yaml.ts";
import type { Difference } from "./differences.ts";

/** What was decided where the pages contradict themselves, each other or what was observed. */
export interface Decision {
  title: string;
  /** Keys of the elements that it is about, or patterns: `*` one segment, `**` any number, `{a,b}` either. */
  elements: string[];
  /** What the page says. */
  page: string;
  /** What recordings and other sources show. */
  observed?: string;
  /** What the description does. */
  decision: string;
  reason: string;
  /** What the decision rests on. */
  basis: "documented" | "observed" | "inferred";
  confidence: "high" | "medium" | "low";
  /** Names of provenance/sources.yaml. */
  sources?: string[];
  /** The differences between pages and description that it explains; absent where it confirms what the pages say. */
  differences?: string[];
}

/** All decisions by id, in the order of the files. */
export async function readDecisions(): Promise<Map<string, Decision>> {
  const decisions = new Map<string, Decision>();
  for (const file of await listFiles(inPackage("provenance", "decisions"), ".yaml")) {
    const records = await readYaml<Record<string, Decision>>(`provenance/decisions/${file}`);
    for (const [id, decision] of Object.entries(records)) decisions.set(id, decision);
  }
  return decisions;
}

/** A pattern of a decision as a regular expression for whole keys. */
export function patternOf(pattern: string): RegExp {
  const source = pattern.replace(/\*\*|\*|\{[^}]*\}|[.[\]()+?^$|\\]/g, (part) => {
    if (part === "**") return ".*";
    if (part === "*") return "[^.#]*";
    if (part.startsWith("{")) return `(?:${part.slice(1, -1).split(",").map(escaped).join("|")})`;
    return `\\${part}`;
  });
  return new RegExp(`^${source}$`, "u");
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** How the differences and the decisions fit together. */
export interface Coverage {
  /** Id of the decision that explains each difference. */
  decided: Map<string, string>;
  /** Sentences about what does not fit. */
  faults: string[];
}

/**
 * Every difference has to be explained by exactly one decision, and everything that a decision names has to be there.
 */
export function cover(
  differences: readonly Difference[],
  decisions: ReadonlyMap<string, Decision>,
  keys: ReadonlySet<string>,
): Coverage {
  const patterns = [...decisions].flatMap(([id, { differences = [] }]) =>
    differences.map((text) => ({ id, text, expression: patternOf(text), used: false })),
  );
  const decided = new Map<string, string>();
  const faults: string[] = [];
  for (const { key, what } of differences) {
    const matching = patterns.filter(({ expression }) => expression.test(key));
    for (const pattern of matching) pattern.used = true;
    const ids = new Set(matching.map(({ id }) => id));
    const [id] = ids;
    if (id === undefined) faults.push(`Undecided: ${key} (${what}).`);
    else if (ids.size > 1) faults.push(`Decided more than once, by ${[...ids].join(" and ")}: ${key}.`);
    else decided.set(key, id);
  }
  for (const { id, text, used } of patterns) {
    if (!used) faults.push(`${id} explains a difference that does not exist: ${text}.`);
  }
  return { decided, faults: [...faults, ...missingElements(decisions, keys)] };
}

function missingElements(decisions: ReadonlyMap<string, Decision>, keys: ReadonlySet<string>): string[] {
  const all = [...keys];
  return [...decisions].flatMap(([id, { elements }]) =>
    elements
      .filter((element) => !keys.has(element) && !all.some((key) => patternOf(element).test(key)))
      .map((element) => `${id} is about an element that does not exist: ${element}.`),
  );
}
