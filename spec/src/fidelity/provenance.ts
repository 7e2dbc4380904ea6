import type { Bilingual } from "../error-code.ts";
import { inPackage, listFiles } from "../files.ts";
import { readTwin, type Translation } from "../translations.ts";
import { readYaml } from "../yaml.ts";
import { type Decision, patternOf } from "./decisions.ts";
import { checkFidelity, type FidelityInput, type Provenance } from "./fidelity.ts";

/** A decision with its texts in both languages. */
export type BilingualDecision = Omit<Decision, (typeof texts)[number]> & {
  [Text in (typeof texts)[number]]?: Bilingual;
};

/** Where an element comes from; `decisions` are those that explain a difference there. */
export interface ElementProvenance extends Provenance {
  /** Ids of the decisions that name the element among what they are about. */
  about: string[];
}

/** What `provenance.json` holds. */
export interface ProvenanceFile {
  /** Number of elements by where they come from. */
  counts: Record<Provenance["provenance"], number>;
  elements: Record<string, ElementProvenance>;
  decisions: Record<string, BilingualDecision>;
  /** The sources that decisions name. */
  sources: Record<string, unknown>;
}

const texts = ["title", "page", "observed", "decision", "reason"] as const;

/** Joins elements, decisions and sources into one file for docs and tools. */
export async function provenanceFile(input: FidelityInput): Promise<ProvenanceFile> {
  const { elements } = checkFidelity(input);
  const count = (provenance: Provenance["provenance"]): number =>
    Object.values(elements).filter((each) => each.provenance === provenance).length;
  const about = decisionsAbout(input.decisions);
  return {
    counts: { documented: count("documented"), observed: count("observed"), inferred: count("inferred") },
    elements: Object.fromEntries(
      Object.entries(elements).map(([key, element]) => [key, { ...element, about: about(key) }]),
    ),
    decisions: await bilingualDecisions(input.decisions),
    sources: await readYaml("provenance/sources.yaml"),
  };
}

function decisionsAbout(decisions: FidelityInput["decisions"]): (key: string) => string[] {
  const patterns = [...decisions].map(([id, { elements }]) => ({ id, expressions: elements.map(patternOf) }));
  return (key) =>
    patterns.filter(({ expressions }) => expressions.some((one) => one.test(key))).map(({ id }) => id);
}

async function bilingualDecisions(
  decisions: FidelityInput["decisions"],
): Promise<Record<string, BilingualDecision>> {
  const twin = await readDecisionTwins();
  const inBothLanguages = (id: string, decision: Decision): BilingualDecision => {
    const both = texts.flatMap((text) => {
      const en = decision[text];
      return en === undefined ? [] : [[text, { en, zh: twin[`/${id}/${text}`]?.zh ?? "" }]];
    });
    return { ...decision, ...Object.fromEntries(both) };
  };
  return Object.fromEntries([...decisions].map(([id, decision]) => [id, inBothLanguages(id, decision)]));
}

/** The Chinese texts of all decisions; ids are unique across the files. */
async function readDecisionTwins(): Promise<Record<string, Translation>> {
  const files = await listFiles(inPackage("provenance", "decisions"), ".yaml");
  const twins = files.map((file) => readTwin(`translations/zh-CN/provenance/decisions/${file}`));
  return Object.assign({}, ...(await Promise.all(twins)));
}
