import type { Bilingual } from "../error-code.ts";
import { inPackage, listFiles } from "../files.ts";
import { escapePointer } from "../texts.ts";
import { readTwin } from "../translations.ts";
import { readYaml } from "../yaml.ts";
import type { Decision } from "./decisions.ts";
import { checkFidelity, type FidelityInput, type Provenance } from "./fidelity.ts";

/** A decision with its texts in both languages. */
export type BilingualDecision = Omit<Decision, (typeof texts)[number]> & {
  [Text in (typeof texts)[number]]?: Bilingual;
};

/** What `provenance.json` holds. */
export interface ProvenanceFile {
  /** Number of elements by where they come from. */
  counts: Record<Provenance["provenance"], number>;
  elements: Record<string, Provenance>;
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
  return {
    counts: { documented: count("documented"), observed: count("observed"), inferred: count("inferred") },
    elements,
    decisions: await bilingualDecisions(),
    sources: await readYaml("provenance/sources.yaml"),
  };
}

async function bilingualDecisions(): Promise<Record<string, BilingualDecision>> {
  const decisions: Record<string, BilingualDecision> = {};
  for (const file of await listFiles(inPackage("provenance", "decisions"), ".yaml")) {
    const path = `provenance/decisions/${file}`;
    const twin = await readTwin(`translations/zh-CN/${path}`);
    for (const [id, decision] of Object.entries(await readYaml<Record<string, Decision>>(path))) {
      const both = texts.flatMap((text) => {
        const en = decision[text];
        return en === undefined ? [] : [[text, { en, zh: twin[`/${escapePointer(id)}/${text}`]?.zh ?? "" }]];
      });
      decisions[id] = { ...decision, ...Object.fromEntries(both) };
    }
  }
  return decisions;
}
