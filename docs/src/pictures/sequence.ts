/** Sequences: messages between a program and the service, one below the other. */
import type { Language } from "../language.ts";
import { type Drawing, tip } from "./drawing.ts";
import { type Label, type Sequence, type Step, textIn } from "./picture.ts";
import { LINE, measure, round, textAt } from "./text.ts";

const GAP = 12;
const HEAD = LINE + GAP;
/** How far the frame of a loop reaches beyond the life lines. */
const MARGIN = 34;

interface Context {
  name: string;
  language: Language;
  program: number;
  service: number;
}

/** What is drawn from `y` on, and where it ends. */
interface Part {
  content: string;
  end: number;
}

export function drawSequence(name: string, sequence: Sequence, language: Language): Drawing {
  const text = (label: Label): string => textIn(language, label);
  const widest = Math.max(...labelsIn(sequence.steps).map((label) => measure(text(label)).width));
  const program = MARGIN + 20;
  const service = program + widest + 36;
  const width = service + program;
  const steps = drawSteps({ name, language, program, service }, sequence.steps, HEAD + GAP);
  const lines = [program, service].map(
    (x) => `<path d="M${round(x)} ${HEAD}V${round(steps.end)}" class="life"/>`,
  );
  const heads = [
    [program, sequence.program],
    [service, sequence.service],
  ] as const;
  const names = heads.map(([x, label]) => {
    const size = measure(text(label)).width + 18;
    return `<rect x="${round(x - size / 2)}" y="1" width="${size}" height="${HEAD - 1}" rx="6" class="box"/>${textAt(x, HEAD / 2, text(label))}`;
  });
  return {
    width: Math.ceil(width),
    height: Math.ceil(steps.end + 2),
    content: [...lines, ...names, steps.content].join(""),
  };
}

export const labelsIn = (steps: readonly Step[]): Label[] =>
  steps.flatMap((step) => {
    if ("steps" in step) return [step.loop, ...labelsIn(step.steps)];
    return ["note" in step ? step.note : step.label];
  });

function drawSteps(context: Context, steps: readonly Step[], from: number): Part {
  const parts: string[] = [];
  let end = from;
  for (const step of steps) {
    const part = drawStep(context, step, end);
    parts.push(part.content);
    end = part.end;
  }
  return { content: parts.join(""), end };
}

function drawStep(context: Context, step: Step, from: number): Part {
  if ("steps" in step) return loop(context, step.loop, step.steps, from);
  return "note" in step ? note(context, step.note, from) : message(context, step.to, step.label, from);
}

function message(
  { name, language, program, service }: Context,
  to: "service" | "program",
  label: Label,
  from: number,
): Part {
  const text = textIn(language, label);
  const { height } = measure(text);
  const y = round(from + height + 4);
  const [start, end] = to === "service" ? [program, service - 1] : [service, program + 1];
  const line = `<path d="M${round(start)} ${y}H${round(end)}" class="line" ${tip(name)}/>`;
  return { content: textAt((program + service) / 2, from + height / 2, text, "label") + line, end: y + GAP };
}

function note({ language, program, service }: Context, label: Label, from: number): Part {
  const text = textIn(language, label);
  const { width, height } = measure(text);
  const middle = (program + service) / 2;
  const frame = `<rect x="${round(middle - width / 2 - 8)}" y="${round(from)}" width="${width + 16}" height="${height + 8}" class="note"/>`;
  return { content: frame + textAt(middle, from + height / 2 + 4, text), end: from + height + 8 + GAP };
}

function loop(context: Context, label: Label, steps: readonly Step[], from: number): Part {
  const text = textIn(context.language, label);
  const { height } = measure(text);
  const inside = drawSteps(context, steps, from + height + GAP);
  const [left, right] = [context.program - MARGIN, context.service + MARGIN];
  const frame = `<rect x="${round(left)}" y="${round(from)}" width="${round(right - left)}" height="${round(inside.end - from)}" rx="8" class="frame"/>`;
  return {
    content: frame + textAt((left + right) / 2, from + height / 2 + 5, text) + inside.content,
    end: inside.end + GAP,
  };
}
