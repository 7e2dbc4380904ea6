import { createHash } from "node:crypto";

/** Text with all white space made single blanks. */
export const squeeze = (text: string): string => text.replace(/\s+/g, " ").trim();

/** First 12 hex digits of the SHA-256 of the squeezed text: all that the ledger keeps of vendor prose. */
export const hashOf = (text: string): string =>
  createHash("sha256").update(squeeze(text)).digest("hex").slice(0, 12);

/** Markdown of a paragraph or heading as plain text: no anchors, no emphasis, no escapes. Links keep their text, images their source. */
export function plainText(markdown: string): string {
  return squeeze(
    markdown
      .replace(/<a\s[^>]*><\/a>/g, "")
      .replace(/!\[[^\]]*\]\(([^)]*)\)/g, "$1")
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/(?<!\\)\*+/g, "")
      .replace(/\\([!-/:-@[-`{-~])/g, "$1"),
  );
}

/** Whether a text consists of characters that wire data is made of, and not of Chinese prose. */
export const isWireText = (text: string): boolean => /^[\x20-\x7e≥≤]+$/.test(text);
