/** A picture in words, for those who do not see it and for the Markdown of a page. */
import type { Language } from "../language.ts";
import { labelOf, type Picture, type Sequence, type Step, textIn } from "./picture.ts";

/** What the picture shows, one arrow after another. */
export function wordsOf(picture: Picture, language: Language): string[] {
  const found =
    picture.kind === "sequence"
      ? stepWords(picture, picture.steps, language)
      : picture.edges.map(({ from, to, label }) => {
          const arrow = `${labelOf(language, picture, from)} → ${labelOf(language, picture, to)}`;
          return label === undefined ? arrow : withNote(language, arrow, textIn(language, label));
        });
  return found.map((text) => joined(text, language));
}

/** Lines of a label as one. */
export const joined = (text: string, language: Language): string =>
  text.replaceAll("\n", language === "en" ? " " : "");

const withNote = (language: Language, text: string, note: string): string =>
  `${text}${language === "en" ? ": " : "："}${note}`;

const stepWords = (sequence: Sequence, steps: readonly Step[], language: Language): string[] =>
  steps.flatMap((step) => {
    if ("steps" in step) return [textIn(language, step.loop), ...stepWords(sequence, step.steps, language)];
    if ("note" in step) return [textIn(language, step.note)];
    const [program, service] = [sequence.program, sequence.service].map((label) => textIn(language, label));
    const arrow = step.to === "service" ? `${program} → ${service}` : `${service} → ${program}`;
    return [withNote(language, arrow, textIn(language, step.label))];
  });
