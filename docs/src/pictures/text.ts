/** Texts in a drawing: measured without a browser, and written so that words of the wire stand out. */

/** Height of a line, in pixels. */
export const LINE = 18;
const SIZE = 13;

// Widths in parts of the size, on the safe side: the reader's fonts are not known here.
const width = (char: string, code: boolean): number => {
  if (/[\u2e80-\uffff]/.test(char)) return 1;
  if (code) return 0.61;
  return /[iljtfr.,:;'()|! ]/.test(char) ? 0.36 : /[A-Zmw]/.test(char) ? 0.76 : 0.57;
};

interface Run {
  text: string;
  code: boolean;
}

/** Parts of a line; those between backticks are words of the wire. */
const runsOf = (line: string): Run[] =>
  line
    .split("`")
    .map((text, at) => ({ text, code: at % 2 === 1 }))
    .filter(({ text }) => text !== "");

/** Words of the wire in a text. */
export const codesIn = (text: string): string[] =>
  text
    .split("\n")
    .flatMap(runsOf)
    .filter(({ code }) => code)
    .map((run) => run.text);

const lineWidth = (line: string): number =>
  runsOf(line)
    .flatMap(({ text, code }) => [...text].map((char) => width(char, code)))
    .reduce((sum, one) => sum + one, 0) * SIZE;

/** Size of a text in pixels. */
export function measure(text: string): { width: number; height: number } {
  const lines = text.split("\n");
  return { width: Math.ceil(Math.max(...lines.map(lineWidth))), height: lines.length * LINE };
}

export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A text whose middle is at a point. */
export function textAt(x: number, y: number, text: string, className?: string): string {
  const lines = text.split("\n");
  const first = y - ((lines.length - 1) * LINE) / 2 + SIZE * 0.35;
  const written = lines.map((line, at) => textLine(round(x), round(first + at * LINE), line));
  return `<g${className === undefined ? "" : ` class="${className}"`}>${written.join("")}</g>`;
}

const textLine = (x: number, y: number, line: string): string =>
  `<text x="${x}" y="${y}">${runsOf(line)
    .map(({ text, code }) => (code ? `<tspan class="wire">${escapeXml(text)}</tspan>` : escapeXml(text)))
    .join("")}</text>`;

/** Tenths of a pixel are enough. */
export const round = (value: number): number => Math.round(value * 10) / 10;
