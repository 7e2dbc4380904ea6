/** Puts pictures where a page names them: `<!-- picture: job-life -->`. */
import type { Language } from "../language.ts";
import { tipDefinition } from "./drawing.ts";
import { drawGraph } from "./graph.ts";
import { type Picture, readPicture } from "./picture.ts";
import { drawSequence } from "./sequence.ts";
import { escapeXml } from "./text.ts";
import { joined, wordsOf } from "./words.ts";

const PLACE = /^<!-- picture: ([\w-]+) -->$/gm;

/** The page with its pictures drawn, each with the same in words below it. */
export const includePictures = (markdown: string, language: Language): string =>
  markdown.replaceAll(PLACE, (_, name: string) => figure(name, readPicture(name), language));

/** The page with its pictures in words. */
export const describePictures = (markdown: string, language: Language): string =>
  markdown.replaceAll(PLACE, (_, name: string) => {
    const picture = readPicture(name);
    const items = wordsOf(picture, language).map((text) => `- ${text}`);
    return [`**${picture.title[language]}**`, picture.summary[language], items.join("\n")].join("\n\n");
  });

export function figure(name: string, picture: Picture, language: Language): string {
  const { title, summary } = picture;
  const items = wordsOf(picture, language).map((text) => `<li>${html(text)}</li>`);
  return [
    '<figure class="picture">',
    drawing(name, picture, language),
    `<figcaption><strong>${title[language]}</strong> ${html(summary[language])}</figcaption>`,
    `<details><summary>${language === "en" ? "The same in words" : "文字说明"}</summary><ul>${items.join("")}</ul></details>`,
    "</figure>",
  ].join("\n");
}

/** The drawing alone. It takes its colours from the page, and asks for nothing. */
export function drawing(name: string, picture: Picture, language: Language): string {
  const { width, height, content } =
    picture.kind === "graph" ? drawGraph(name, picture, language) : drawSequence(name, picture, language);
  const texts = `<title id="picture-${name}-title">${picture.title[language]}</title><desc id="picture-${name}-desc">${escapeXml(joined(picture.summary[language], language).replaceAll("`", ""))}</desc>`;
  const named = `aria-labelledby="picture-${name}-title" aria-describedby="picture-${name}-desc"`;
  // A pixel more on each side, for the outer halves of lines.
  const size = `width="${width + 2}" height="${height + 2}" viewBox="-1 -1 ${width + 2} ${height + 2}"`;
  return `<svg role="img" ${named} ${size} data-pagefind-ignore>${texts}${tipDefinition(name)}${content}</svg>`;
}

const html = (text: string): string => escapeXml(text).replaceAll(/`([^`]*)`/g, "<code>$1</code>");
