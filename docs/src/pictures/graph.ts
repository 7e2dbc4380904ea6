/** Graphs: Graphviz finds the places, and what stands there is written here, in the words and colours of the site. */
import { Graphviz } from "@hpcc-js/wasm-graphviz";
import type { Language } from "../language.ts";
import { type Drawing, tip } from "./drawing.ts";
import { type Edge, type Graph, labelOf, textIn } from "./picture.ts";
import { measure, round, textAt } from "./text.ts";

const graphviz = await Graphviz.load();

const POINTS = 72;
const PADDING = { x: 18, y: 12 };

interface Placed {
  name: string;
  /** Of nodes: "x,y". Of edges: "e,x,y x,y x,y …", the tip first. */
  pos?: string;
  /** Of frames: left, bottom, right and top. */
  bb?: string;
  /** Middle of the label. */
  lp?: string;
}

interface Layout {
  bb: string;
  objects?: readonly Placed[];
  edges?: readonly (Placed & { number: string })[];
}

export function drawGraph(name: string, graph: Graph, language: Language): Drawing {
  const layout = JSON.parse(graphviz.layout(dotOf(graph, language), "json", "dot")) as Layout;
  const [, , width, height] = numbers(layout.bb) as [number, number, number, number];
  const at = (place: string): [number, number] => {
    const [x, y] = numbers(place) as [number, number];
    return [x, height - y];
  };
  const objects = layout.objects ?? [];
  const frames = (graph.groups ?? []).map(({ label }, index) => {
    const frame = objects.find((object) => object.name === `cluster_${index}`) as Required<Placed>;
    const [left, bottom, right, top] = numbers(frame.bb) as [number, number, number, number];
    const size = `width="${round(right - left)}" height="${round(top - bottom)}"`;
    return `<rect x="${round(left)}" y="${round(height - top)}" ${size} rx="8" class="frame"/>${textAt(...at(frame.lp), textIn(language, label))}`;
  });
  const edges = (layout.edges ?? []).map((placed) => {
    const edge = graph.edges[Number(placed.number)] as Edge;
    const line = `<path d="${pathOf(placed.pos as string, at)}" class="line${edge.inferred ? " inferred" : ""}" ${tip(name)}/>`;
    return (
      line +
      (edge.label === undefined
        ? ""
        : textAt(...at(placed.lp as string), textIn(language, edge.label), "label"))
    );
  });
  const nodes = Object.entries(graph.nodes).map(([node, { plain }]) => {
    const [x, y] = at(objects.find((object) => object.name === node)?.pos as string);
    const label = labelOf(language, graph, node);
    return (plain ? "" : box(x, y, label)) + textAt(x, y, label);
  });
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    content: [...frames, ...edges, ...nodes].join(""),
  };
}

function box(x: number, y: number, label: string): string {
  const { width, height } = boxSize(label);
  const place = `x="${round(x - width / 2)}" y="${round(y - height / 2)}"`;
  return `<rect ${place} width="${width}" height="${height}" rx="6" class="box"/>`;
}

function boxSize(label: string): { width: number; height: number } {
  const { width, height } = measure(label);
  return { width: width + PADDING.x, height: height + PADDING.y };
}

/** The graph in the language of Graphviz. Labels are empty cells of the size that the text will have. */
function dotOf(graph: Graph, language: Language): string {
  const nodes = Object.keys(graph.nodes).map((name) => {
    const { width, height } = boxSize(labelOf(language, graph, name));
    return `"${name}" [width=${width / POINTS} height=${height / POINTS}];`;
  });
  const edges = graph.edges.map(({ from, to, label, rows = 1 }, number) => {
    const space = label === undefined ? "" : ` label=${room(textIn(language, label))}`;
    return `"${from}" -> "${to}" [number=${number} minlen=${rows}${space}];`;
  });
  const groups = (graph.groups ?? []).map(({ label, nodes: inside }, index) => {
    const names = inside.map((name) => `"${name}"`).join("; ");
    return `subgraph cluster_${index} { margin=10; labelloc=b; labeljust=r; label=${room(textIn(language, label))}; ${names} }`;
  });
  return [
    "digraph { pad=0; nodesep=0.2; ranksep=0.35; splines=true;",
    'node [shape=box fixedsize=true label=""];',
    ...groups,
    ...nodes,
    ...edges,
    "}",
  ].join("\n");
}

function room(text: string): string {
  const { width, height } = measure(text);
  return `<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" FIXEDSIZE="TRUE" WIDTH="${width + 8}" HEIGHT="${height}"><TR><TD></TD></TR></TABLE>>`;
}

const numbers = (text: string): number[] => text.split(",").map(Number);

/** The curve of an edge, with the straight end that carries the tip. */
function pathOf(pos: string, at: (place: string) => [number, number]): string {
  const [end, ...points] = pos.split(" ") as [string, ...string[]];
  const point = (place: string): string => at(place).map(round).join(" ");
  const [first, ...curve] = points.map(point);
  return `M${first}C${curve.join(" ")}L${point(end.replace("e,", ""))}`;
}
