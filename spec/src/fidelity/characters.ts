import type { Limits } from "../facts/ledger.ts";

const classes: Record<string, RegExp> = { letters: /[A-Za-z]/, digits: /[0-9]/, cjk: /[一-龥]/ };

// Every printable ASCII character, and both ends of the block of Chinese characters that names are made of.
const alphabet = [...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)), "一", "龥"];

const isIn = (character: string, names: string[]): boolean =>
  names.some((name) => classes[name]?.test(character) ?? name === character);

/** Whether a limit says which characters a text may have, or begin with. */
export const speaksOfCharacters = ({ characters, forbidden, start }: Limits): boolean =>
  Boolean(characters ?? forbidden ?? start);

/**
 * Compares a documented set of characters with patterns, by trying each character as the first and as a later one.
 * Returns the characters about which they disagree.
 */
export function disagreeingCharacters(limits: Limits, patterns: string[]): string[] {
  const expressions = patterns.map((pattern) => new RegExp(pattern, "u"));
  const accepts = (text: string): boolean => expressions.every((expression) => expression.test(text));
  const first =
    alphabet.find((character) => isAllowed(character, limits) && mayStart(character, limits)) ?? "";
  return alphabet.filter((character) => {
    const asFirst = isAllowed(character, limits) && mayStart(character, limits);
    return accepts(character) !== asFirst || accepts(first + character) !== isAllowed(character, limits);
  });
}

function isAllowed(character: string, { characters, forbidden }: Limits): boolean {
  return (!characters || isIn(character, characters)) && !forbidden?.includes(character);
}

const mayStart = (character: string, { start }: Limits): boolean => !start || isIn(character, start);
