/** What a picture is drawn from: one YAML file in `sources/`, with its texts in both languages. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { descriptions } from "../data/description.ts";
import { repository } from "../data/repository.ts";
import type { Bilingual, Language } from "../language.ts";

/** A label: the same in both languages, or one for each. Words of the wire stand in backticks, `\n` begins a line. */
export type Label = string | Bilingual;

interface Common {
  title: Bilingual;
  /** What is to be seen, in a sentence or two. */
  summary: Bilingual;
  /** Enumerations whose values the picture shows, all of them: `Job.status`. */
  states?: readonly string[];
}

export interface Node {
  /** What it shows; by default its own name, as a word of the wire. */
  label?: Label;
  /** Group of operations that it stands for, which gives it its label. */
  tag?: string;
  /** A text without a frame: where something begins or ends. */
  plain?: boolean;
}

export interface Edge {
  from: string;
  to: string;
  label?: Label;
  /** Drawn as a broken line: neither documented nor observed. */
  inferred?: boolean;
  /** How many rows lower it ends, 1 by default: more makes a picture narrower. */
  rows?: number;
}

export interface Graph extends Common {
  kind: "graph";
  nodes: Readonly<Record<string, Node>>;
  edges: readonly Edge[];
  /** Frames around nodes. */
  groups?: readonly { label: Label; nodes: readonly string[] }[];
}

export type Step =
  | { to: "service" | "program"; label: Label }
  | { note: Label }
  | { loop: Label; steps: readonly Step[] };

export interface Sequence extends Common {
  kind: "sequence";
  program: Label;
  service: Label;
  steps: readonly Step[];
}

export type Picture = Graph | Sequence;

const folder = join(repository, "docs", "src", "pictures", "sources");

export const pictureNames: readonly string[] = readdirSync(folder)
  .map((file) => file.replace(/\.yaml$/, ""))
  .sort();

/** @throws where there is no such picture */
export const readPicture = (name: string): Picture =>
  parse(readFileSync(join(folder, `${name}.yaml`), "utf8")) as Picture;

export const textIn = (language: Language, label: Label): string =>
  typeof label === "string" ? label : label[language];

/** What a node shows. */
export function labelOf(language: Language, graph: Graph, name: string): string {
  const node = graph.nodes[name];
  if (node === undefined) throw new Error(`The picture "${graph.title.en}" has no node ${name}.`);
  if (node.tag !== undefined) return tagLabel(language, node.tag);
  return node.label === undefined ? `\`${name}\`` : textIn(language, node.label);
}

function tagLabel(language: Language, name: string): string {
  const at = descriptions.en.tags.findIndex((tag) => tag.name === name);
  const tag = descriptions[language].tags[at];
  if (tag === undefined) throw new Error(`The description has no group of operations ${name}.`);
  return tag["x-displayName"];
}
